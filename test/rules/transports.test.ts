import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { projectFrom } from '../support/project.ts';

/** The findings of one rule in a command whose declarations, besides imports, are given. */
async function find(
  rule: string,
  declarations: string,
  goVersion?: readonly [number, number],
): Promise<Finding[]> {
  const imports = ['context', 'io', 'net/http', 'os', 'sync', 'time', 'golang.org/x/sync/errgroup'];
  const used = imports.filter((path) => declarations.includes(`${path.split('/').at(-1)}.`));
  const list = used.map((path) => `\t"${path}"`).join('\n');
  const project = projectFrom({ 'main.go': `package main\n\nimport (\n${list}\n)\n\n${declarations}\n` });
  const { findings } = await auditProject(project, { goVersion });
  return findings.filter((finding) => finding.rule === rule);
}

const perCall = (transport: string, body: string): string => `
func main() {
	for range os.Args {
		call()
	}
}

func call() {
	client := &http.Client{Transport: ${transport}}
	resp, err := client.Get("http://127.0.0.1:1/")
	if err != nil {
		return
	}
	${body}
}
`;
const READ = 'defer resp.Body.Close()\n\tio.Copy(io.Discard, resp.Body)';
const COPIED = 'defer resp.Body.Close()\n\tio.Copy(os.Stdout, resp.Body)';
const CHECKED =
  'defer resp.Body.Close()\n\tif resp.StatusCode != 200 {\n\t\treturn\n\t}\n\tio.ReadAll(resp.Body)';
const CLOSED = 'resp.Body.Close()';

describe('the level of a transport for each call', () => {
  test.each([
    ['an idle connection stays when the body was read', '&http.Transport{}', READ, [1, 26], ['error']],
    [
      'none stays when it was closed unread before Go 1.27',
      '&http.Transport{}',
      CLOSED,
      [1, 26],
      ['warning'],
    ],
    ['one stays when Close drains the body', '&http.Transport{}', CLOSED, [1, 27], ['error']],
    ['one stays unless the writer fails', '&http.Transport{}', COPIED, [1, 26], ['error']],
    ['one stays unless the status is bad', '&http.Transport{}', CHECKED, [1, 26], ['error']],
    ['a timeout ends it', '&http.Transport{IdleConnTimeout: time.Minute}', READ, [1, 26], ['note']],
    ['a timeout of 0 never does', '&http.Transport{IdleConnTimeout: 0}', READ, [1, 26], ['error']],
    ['DefaultTransport has one', 'http.DefaultTransport.(*http.Transport).Clone()', READ, [1, 26], ['note']],
    [
      'keep-alives may be disabled',
      '&http.Transport{DisableKeepAlives: len(os.Args) > 1}',
      READ,
      [1, 26],
      [],
    ],
  ] as const)('%s', async (_, transport, body, version, levels) => {
    const findings = await find('transport-per-call', perCall(transport, body), version);
    expect(findings.map(({ level }) => level)).toEqual(levels);
  });
});

describe('a transport that the function of a model makes', () => {
  const loop = (body: string, imports: string): Record<string, string> => ({
    'main.go': `package main

import (
	"io"
	"net/http"
	"os"

	${imports}
)

func main() {
	for _, url := range os.Args {
		call(url)
	}
}

func call(url string) {
	${body}
}

func read(resp *http.Response, err error) {
	if err == nil {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
`,
  });
  const CLEANHTTP = '"github.com/hashicorp/go-cleanhttp"';
  const RETRYABLE = '"github.com/hashicorp/go-retryablehttp"';
  const RESTY = '"github.com/go-resty/resty/v2"';

  test.each([
    ['in a client', CLEANHTTP, 'client := cleanhttp.DefaultPooledClient()\n\tread(client.Get(url))', 1],
    ['that keeps nothing', CLEANHTTP, 'client := cleanhttp.DefaultClient()\n\tread(client.Get(url))', 0],
    [
      'itself',
      CLEANHTTP,
      'client := &http.Client{Transport: cleanhttp.DefaultPooledTransport()}\n\tread(client.Get(url))',
      1,
    ],
    [
      'in a client in another one',
      RETRYABLE,
      'client := retryablehttp.NewClient()\n\tclient.RetryMax = 3\n\tread(client.StandardClient().Get(url))',
      1,
    ],
    [
      'that is replaced before it is used',
      RETRYABLE,
      'client := retryablehttp.NewClient()\n\tclient.HTTPClient.Transport = http.DefaultTransport\n\tread(client.Get(url))',
      0,
    ],
    [
      'behind a chain of calls',
      RESTY,
      'client := resty.New().SetHeader("a", "b")\n\tclient.R().SetHeader("c", "d").Get(url)',
      1,
    ],
    [
      'that another one takes the place of',
      RESTY,
      'client := resty.New()\n\tclient.SetTransport(http.DefaultTransport)\n\tclient.R().Get(url)',
      0,
    ],
    ['that is not used', RESTY, 'client := resty.New()\n\t_ = client.BaseURL', 0],
  ] as const)('%s', async (_, imports, body, count) => {
    const project = projectFrom(loop(body, imports));
    const findings = (await auditProject(project, {})).findings.filter(
      ({ rule }) => rule === 'transport-per-call',
    );
    expect(findings.map(({ level }) => level)).toEqual(Array.from({ length: count }, () => 'note'));
  });
});

test('the path of a transport leads from the loop over the request to the end of the function', async () => {
  const [finding] = await find('transport-per-call', perCall('&http.Transport{}', READ));
  expect(finding?.trace.map(({ message }) => message)).toEqual([
    'main runs call here, in a loop',
    'made here',
    'its pool keeps the connection of this request',
    'call drops it with its connections',
  ]);
});

const GET = `resp, err := http.Get("http://127.0.0.1:1/")
		if err != nil {
			return ERROR
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()`;
const get = (error = ''): string => `${GET.replace('ERROR', error)}${error === '' ? '' : '\n\t\treturn nil'}`;

describe('the number of goroutines', () => {
  test.each([
    [
      'of WaitGroup.Go',
      `func main() {
	var group sync.WaitGroup
	for range 30 {
		group.Go(func() {
		${get()}
		})
	}
	group.Wait()
}`,
      ['30 goroutines'],
    ],
    [
      'of an errgroup is what SetLimit says',
      `func main() {
	group, _ := errgroup.WithContext(context.Background())
	group.SetLimit(8)
	for range os.Args {
		group.Go(func() error {
		${get('err')}
		})
	}
	group.Wait()
}`,
      ['8 goroutines'],
    ],
    [
      'of an errgroup with a small limit is small',
      `func main() {
	group := new(errgroup.Group)
	group.SetLimit(2)
	for range 100 {
		group.Go(func() error {
		${get('err')}
		})
	}
	group.Wait()
}`,
      [],
    ],
    [
      'is that of the loop around the function that starts them',
      `func main() {
	for range 20 {
		start()
	}
}

func start() {
	go func() {
		${get()}
	}()
}`,
      ['20 goroutines'],
    ],
    [
      'is not known when the function that runs them is not',
      `func main() {
	for range 20 {
		pool.Submit(func() {
		${get()}
		})
	}
}

var pool interface{ Submit(func()) }`,
      [],
    ],
    [
      'is bounded by MaxConnsPerHost',
      `var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 2}}

func main() {
	for range 20 {
		go func() {
		${get().replace('http.Get', 'client.Get')}
		}()
	}
}`,
      [],
    ],
    [
      'is not known of a ticker',
      `func main() {
	for range time.Tick(time.Second) {
		go func() {
		${get()}
		}()
	}
}`,
      [],
    ],
    [
      'is without limit where each value of a channel starts one',
      `var events chan int

func main() {
	for range events {
		go func() {
		${get()}
		}()
	}
}`,
      ['An unlimited number of goroutines'],
    ],
  ])('%s', async (_, source, expected) => {
    const findings = await find('idle-pool-too-small', source);
    expect(findings.map(({ message }) => message.split(' started ')[0])).toEqual(expected);
  });
});
