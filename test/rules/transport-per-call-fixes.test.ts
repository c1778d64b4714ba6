import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Repair, SourceEdit } from '../../src/edits/fix.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { projectFrom } from '../support/project.ts';

const IMPORTS = ['context', 'crypto/tls', 'io', 'net', 'net/http', 'os', 'time'];

const HELPERS = `func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
`;

/** A file of a package from the declarations in it. */
function fileOf(declarations: string): string {
  const all = `${declarations.trim()}\n\n${HELPERS}`;
  const used = IMPORTS.filter((path) => new RegExp(`\\b${path.split('/').at(-1)}\\.`).test(all));
  return `package p\n\nimport (\n${used.map((path) => `\t"${path}"\n`).join('')})\n\n${all}`;
}

async function audit(source: string): Promise<readonly Finding[]> {
  const project = projectFrom({ 'p.go': source }, { goVersion: [1, 24] });
  return (await auditProject(project, {})).findings;
}

function apply(source: string, edits: readonly SourceEdit[]): string {
  let text = source;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + inserted + text.slice(end);
  }
  return text;
}

async function repairOf(source: string, unsafe: boolean): Promise<Repair | undefined> {
  const found = (await audit(source)).filter(({ rule }) => rule === 'transport-per-call');
  expect(found).toHaveLength(1);
  return found[0]?.repair?.({ drainLimit: undefined, unsafe });
}

interface Case {
  readonly title: string;
  readonly before: string;
  /** What safe fixes make of it; undefined when only an unsafe one is there. */
  readonly safe: string | undefined;
  /** What is made of it when unsafe fixes are welcome; the same as `safe` when there is none. */
  readonly unsafe?: string;
}

const CASES: readonly Case[] = [
  {
    title: 'a literal in an expression that depends on nothing',
    before: `// Fetch gets a document.
func Fetch(url string) error {
	client := &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true}}
	return read(client.Get(url))
}`,
    safe: `// Fetch gets a document.
func Fetch(url string) error {
	client := &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true, DisableKeepAlives: true}}
	return read(client.Get(url))
}`,
    unsafe: `// fetchTransport is shared by all calls of Fetch.
var fetchTransport = &http.Transport{ForceAttemptHTTP2: true}

// Fetch gets a document.
func Fetch(url string) error {
	client := &http.Client{Transport: fetchTransport}
	return read(client.Get(url))
}`,
  },
  {
    title: 'a literal over several lines between others',
    before: `type service struct{ base string }

// Users lists users.
func (s *service) Users() error {
	client := &http.Client{
		Timeout: time.Minute,
		Transport: &http.Transport{
			DialContext: (&net.Dialer{
				Timeout: 5 * time.Second,
			}).DialContext,
			// The server is known.
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
		},
		Jar: nil,
	}
	return read(client.Get(s.base))
}`,
    safe: `type service struct{ base string }

// Users lists users.
func (s *service) Users() error {
	client := &http.Client{
		Timeout: time.Minute,
		Transport: &http.Transport{
			DialContext: (&net.Dialer{
				Timeout: 5 * time.Second,
			}).DialContext,
			// The server is known.
			TLSClientConfig:   &tls.Config{InsecureSkipVerify: true},
			DisableKeepAlives: true,
		},
		Jar: nil,
	}
	return read(client.Get(s.base))
}`,
    unsafe: `type service struct{ base string }

// usersTransport is shared by all calls of Users.
var usersTransport = &http.Transport{
	DialContext: (&net.Dialer{
		Timeout: 5 * time.Second,
	}).DialContext,
	// The server is known.
	TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
}

// Users lists users.
func (s *service) Users() error {
	client := &http.Client{
		Timeout:   time.Minute,
		Transport: usersTransport,
		Jar:       nil,
	}
	return read(client.Get(s.base))
}`,
  },
  {
    title: 'a literal that depends on a parameter',
    before: `func Insecure(url string, insecure bool) error {
	transport := &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: insecure},
	}
	client := &http.Client{Transport: transport}
	return read(client.Get(url))
}`,
    safe: `func Insecure(url string, insecure bool) error {
	transport := &http.Transport{
		TLSClientConfig:   &tls.Config{InsecureSkipVerify: insecure},
		DisableKeepAlives: true,
	}
	client := &http.Client{Transport: transport}
	return read(client.Get(url))
}`,
  },
  {
    title: 'a clone with a name whose fields are set',
    before: `func Slow(url string, wait time.Duration) error {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = wait
	client := &http.Client{Transport: transport}
	return read(client.Get(url))
}`,
    safe: `func Slow(url string, wait time.Duration) error {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableKeepAlives = true
	transport.ResponseHeaderTimeout = wait
	client := &http.Client{Transport: transport}
	return read(client.Get(url))
}`,
  },
  {
    title: 'a clone without a name',
    before: `func get(url string) error {
	client := http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func All() error {
	for _, url := range os.Args {
		if err := get(url); err != nil {
			return err
		}
	}
	return nil
}`,
    safe: `func get(url string) error {
	client := http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	defer client.CloseIdleConnections()
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func All() error {
	for _, url := range os.Args {
		if err := get(url); err != nil {
			return err
		}
	}
	return nil
}`,
    unsafe: `// getTransport is shared by all calls of get.
var getTransport = http.DefaultTransport.(*http.Transport).Clone()

func get(url string) error {
	client := http.Client{Transport: getTransport}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func All() error {
	for _, url := range os.Args {
		if err := get(url); err != nil {
			return err
		}
	}
	return nil
}`,
  },
  {
    title: 'a variable that is assigned its own clone',
    before: `func Changed(base *http.Transport, url string) error {
	transport := base
	if url != "" {
		transport = transport.Clone() // a clone
		transport.ResponseHeaderTimeout = time.Second
	}
	client := &http.Client{Transport: transport}
	return read(client.Get(url))
}`,
    safe: `func Changed(base *http.Transport, url string) error {
	transport := base
	if url != "" {
		transport = transport.Clone() // a clone
		transport.DisableKeepAlives = true
		transport.ResponseHeaderTimeout = time.Second
	}
	client := &http.Client{Transport: transport}
	return read(client.Get(url))
}`,
  },
  {
    title: 'a variable and a taken name',
    before: `var pingTransport = 1

func Ping(url string) error {
	var transport http.Transport
	client := http.Client{Transport: &transport}
	return read(client.Get(url))
}`,
    safe: `var pingTransport = 1

func Ping(url string) error {
	var transport http.Transport
	transport.DisableKeepAlives = true
	client := http.Client{Transport: &transport}
	return read(client.Get(url))
}`,
  },
  {
    title: 'new, in a factory',
    before: `var clientTransport = 1

/*
client makes clients.
*/
func client() *http.Client { return &http.Client{Transport: new(http.Transport)} }
func Get(url string) error { return read(client().Get(url)) }`,
    safe: undefined,
    unsafe: `var clientTransport = 1

// clientSharedTransport is shared by all calls of client.
var clientSharedTransport = new(http.Transport)

/*
client makes clients.
*/
func client() *http.Client { return &http.Client{Transport: clientSharedTransport} }
func Get(url string) error { return read(client().Get(url)) }`,
  },
  {
    title: 'a transport of goroutines in a loop, whose number is not known',
    before: `func Each(urls []string) {
	for _, url := range urls {
		go func() {
			client := &http.Client{Transport: &http.Transport{}}
			read(client.Get(url))
		}()
	}
}`,
    safe: `func Each(urls []string) {
	for _, url := range urls {
		go func() {
			client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
			read(client.Get(url))
		}()
	}
}`,
  },
  {
    title: 'a literal that reads what may change',
    before: `var config *tls.Config

func Get(url string) error {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: config}}
	return read(client.Get(url))
}`,
    safe: `var config *tls.Config

func Get(url string) error {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: config, DisableKeepAlives: true}}
	return read(client.Get(url))
}`,
  },
  {
    title: 'a handler, right behind another declaration',
    before: `type handler struct{}
type other struct{}

func (other) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}

func (handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{
		ForceAttemptHTTP2: true,
	}
	resp, err := (&http.Client{Transport: transport}).Get("http://127.0.0.1:1" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}`,
    safe: `type handler struct{}
type other struct{}

func (other) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}

func (handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{
		ForceAttemptHTTP2: true,
		DisableKeepAlives: true,
	}
	resp, err := (&http.Client{Transport: transport}).Get("http://127.0.0.1:1" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}`,
    unsafe: `type handler struct{}
type other struct{}

func (other) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}

// serveHTTPTransport is shared by all calls of ServeHTTP.
var serveHTTPTransport = &http.Transport{
	ForceAttemptHTTP2: true,
}

func (handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	transport := serveHTTPTransport
	resp, err := (&http.Client{Transport: transport}).Get("http://127.0.0.1:1" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}`,
  },
];

describe.each(CASES)('$title', ({ before, safe, unsafe = safe }) => {
  test.each([
    [false, safe ?? unsafe, safe === undefined ? 'unsafe' : 'safe'],
    [true, unsafe, unsafe === safe ? 'safe' : 'unsafe'],
  ] as const)('is repaired, unsafe fixes welcome: %s', async (welcome, after, safety) => {
    const source = fileOf(before);
    const repair = await repairOf(source, welcome);
    expect(repair?.kind).toBe('fix');
    if (repair?.kind !== 'fix') return;
    expect(repair.fix.safety).toBe(safety);
    const repaired = apply(source, repair.fix.edits);
    expect(repaired).toBe(fileOf(after ?? ''));
    const left = (await audit(repaired)).filter(({ level }) => level !== 'note').map(({ rule }) => rule);
    // How large the pool of a shared transport has to be is the matter of another rule, and of its repair.
    expect(left.filter((rule) => rule !== 'idle-pool-too-small')).toEqual([]);
  });
});

test('a factory is left alone whose other callers may keep what it makes', async () => {
  const source = fileOf(`type service struct{ client *http.Client }

func newService(timeout time.Duration) *service {
	return &service{client: newClient(timeout)}
}

func (s *service) Fetch(url string) error {
	return read(s.client.Get(url))
}

var shared = newService(time.Second)

func newClient(timeout time.Duration) *http.Client {
	transport := &http.Transport{ResponseHeaderTimeout: timeout}
	return &http.Client{Transport: transport}
}

func Fetch(url string, timeout time.Duration) error {
	return read(newClient(timeout).Get(url))
}`);
  expect(await repairOf(source, true)).toEqual({
    kind: 'refused',
    reason: 'other callers of the function that makes the transport may keep it',
  });
});

test('a transport without a name in a function that uses its parameters is left alone', async () => {
  const source =
    fileOf(`func with(dial func(context.Context, string, string) (net.Conn, error), url string) error {
	return read((&http.Client{Transport: over(&http.Transport{}, dial)}).Get(url))
}

func over(transport *http.Transport, dial func(context.Context, string, string) (net.Conn, error)) *http.Transport {
	clone := http.DefaultTransport.(*http.Transport)
	for clone == transport {
		clone = nil
	}
	return set(clone.Clone(), dial)
}

func set(transport *http.Transport, dial func(context.Context, string, string) (net.Conn, error)) *http.Transport {
	transport.DialContext = dial
	return transport
}

func With(dial func(context.Context, string, string) (net.Conn, error), url string) error {
	return with(dial, url)
}`);
  const found = (await audit(source)).filter(({ rule }) => rule === 'transport-per-call');
  const repairs = found.map(({ repair }) => repair?.({ drainLimit: undefined, unsafe: true }).kind);
  expect(repairs).toEqual(['refused']);
});

describe.skipIf(!goInstalled)('the repaired code', () => {
  test('is what gofmt makes of it, and go vet accepts it', { timeout: 60_000 }, async () => {
    for (const field of ['before', 'safe', 'unsafe'] as const) {
      const folder = mkdtempSync(join(tmpdir(), 'repairs-'));
      try {
        writeFileSync(join(folder, 'go.mod'), 'module example.com/repairs\n\ngo 1.22\n');
        CASES.forEach((each, index) => {
          const declarations = each[field];
          if (declarations === undefined) return;
          const directory = mkdtempSync(join(folder, `case${index}-`));
          writeFileSync(join(directory, 'p.go'), fileOf(declarations));
        });
        expect(await runGofmt(['-l', '.'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
        expect(await runGo(['vet', './...'], folder)).toMatchObject({ status: 0, stderr: '' });
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  });
});
