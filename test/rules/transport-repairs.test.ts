import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Repair, SourceEdit } from '../../src/edits/fix.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { projectFrom } from '../support/project.ts';

const IMPORTS = ['context', 'crypto/tls', 'net', 'net/http', 'time'];

/** A file of a package from the declarations in it. */
function fileOf(declarations: string): string {
  const used = IMPORTS.filter((path) => new RegExp(`\\b${path.split('/').at(-1)}\\.`).test(declarations));
  return `package p\n\nimport (\n${used.map((path) => `\t"${path}"\n`).join('')})\n\n${declarations.trim()}\n`;
}

async function findings(source: string, rule: string): Promise<readonly Finding[]> {
  const project = projectFrom({ 'p.go': source }, { goVersion: [1, 24] });
  return (await auditProject(project, {})).findings.filter((finding) => finding.rule === rule);
}

/** The repair of the only finding of a rule. */
async function repairOf(source: string, rule: string): Promise<Repair | undefined> {
  const [finding, ...others] = await findings(source, rule);
  expect(others).toEqual([]);
  return finding?.repair?.({ drainLimit: undefined });
}

function apply(source: string, edits: readonly SourceEdit[]): string {
  let text = source;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + inserted + text.slice(end);
  }
  return text;
}

const CASES: readonly (readonly [rule: string, title: string, before: string, after: string])[] = [
  [
    'tcp-keepalive-misused',
    'a literal on several lines',
    `var transport = &http.Transport{
	MaxIdleConns: 10,
	DialContext:  (&net.Dialer{KeepAlive: -1}).DialContext,
}`,
    `var transport = &http.Transport{
	MaxIdleConns:      10,
	DialContext:       (&net.Dialer{KeepAlive: -1}).DialContext,
	DisableKeepAlives: true,
}`,
  ],
  [
    'tcp-keepalive-misused',
    'a literal that says the opposite',
    'var transport = &http.Transport{DisableKeepAlives: false, Dial: (&net.Dialer{KeepAlive: -1}).Dial}',
    'var transport = &http.Transport{DisableKeepAlives: true, Dial: (&net.Dialer{KeepAlive: -1}).Dial}',
  ],
  [
    'tcp-keepalive-misused',
    'a function in a literal that is set afterwards',
    `func transport() *http.Transport {
	tr := &http.Transport{}
	tr.Dial = func(network, address string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, address, time.Second)
		if tcp, ok := conn.(*net.TCPConn); ok {
			tcp.SetKeepAlive(false)
		}
		return conn, err
	}
	return tr
}`,
    `func transport() *http.Transport {
	tr := &http.Transport{DisableKeepAlives: true}
	tr.Dial = func(network, address string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, address, time.Second)
		if tcp, ok := conn.(*net.TCPConn); ok {
			tcp.SetKeepAlive(false)
		}
		return conn, err
	}
	return tr
}`,
  ],
  [
    'http2-switched-off',
    'a TLS configuration over several lines',
    `var client = &http.Client{Transport: &http.Transport{
	TLSClientConfig: &tls.Config{
		MinVersion: tls.VersionTLS13,
	},
}}`,
    `var client = &http.Client{Transport: &http.Transport{
	TLSClientConfig: &tls.Config{
		MinVersion: tls.VersionTLS13,
	},
	ForceAttemptHTTP2: true,
}}`,
  ],
  [
    'transport-copied',
    'a variable whose fields are set and whose address is taken',
    `func client(wait time.Duration) (*http.Client, func()) {
	tr := *http.DefaultTransport.(*http.Transport)
	tr.ResponseHeaderTimeout = wait
	return &http.Client{Transport: &tr}, func() { (&tr).CloseIdleConnections() }
}`,
    `func client(wait time.Duration) (*http.Client, func()) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.ResponseHeaderTimeout = wait
	return &http.Client{Transport: tr}, func() { (tr).CloseIdleConnections() }
}`,
  ],
  [
    'transport-copied',
    'a copy of what a parameter leads to',
    `func other(tr *http.Transport) *http.Transport {
	var c = *tr
	c.MaxIdleConns++
	return &c
}`,
    `func other(tr *http.Transport) *http.Transport {
	var c = tr.Clone()
	c.MaxIdleConns++
	return c
}`,
  ],
];

describe('the repair', () => {
  test.each(CASES)('of %s changes %s, and the finding is gone', async (rule, _, before, after) => {
    const source = fileOf(before);
    const repair = await repairOf(source, rule);
    if (repair?.kind !== 'fix') throw new Error(repair?.reason ?? 'no finding');
    expect(repair.fix.safety).toBe('unsafe');
    const repaired = apply(source, repair.fix.edits);
    expect(repaired).toBe(fileOf(after));
    expect(await findings(repaired, rule)).toEqual([]);
  });

  test.skipIf(!goInstalled)('leaves files that gofmt and go vet accept', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'repairs-'));
    writeFileSync(join(folder, 'go.mod'), 'module example.com/repairs\n\ngo 1.24\n');
    CASES.forEach(([, , , after], index) => {
      writeFileSync(join(folder, `p${index}.go`), fileOf(after));
    });
    const format = await runGofmt(['-l', '.'], folder);
    const results = await Promise.all(
      CASES.map((_, index) => runGo(['vet', join(folder, `p${index}.go`)], folder)),
    );
    rmSync(folder, { recursive: true });
    expect(format).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(results.filter(({ status }) => status !== 0)).toEqual([]);
  });
});

describe('refused', () => {
  test.each([
    [
      'tcp-keepalive-misused',
      'a transport without a literal',
      `func transport() *http.Transport {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.Dial = (&net.Dialer{KeepAlive: -1}).Dial
	return tr
}`,
      /not made by a literal/,
    ],
    [
      'http2-switched-off',
      'a function that does TLS itself',
      'var transport = &http.Transport{DialTLS: (&tls.Dialer{}).Dial}',
      /negotiate HTTP\/2 itself/,
    ],
    [
      'transport-copied',
      'a copy that is handed on as a value',
      `func use(http.Transport) {}

func client() *http.Client {
	tr := *http.DefaultTransport.(*http.Transport)
	go use(tr)
	return &http.Client{Transport: &tr}
}`,
      /used as a value/,
    ],
    [
      'transport-copied',
      'a variable with a written type',
      `func client() *http.Client {
	var tr http.Transport = *http.DefaultTransport.(*http.Transport)
	return &http.Client{Transport: &tr}
}`,
      /variable of its own/,
    ],
    [
      'transport-copied',
      'a copy to where a pointer leads',
      `func overwrite(to, from *http.Transport) {
	*to = *from
}`,
      /where a variable is declared|variable of its own/,
    ],
  ] as const)('of %s: %s', async (rule, _, source, reason) => {
    const repairs = (await findings(fileOf(source), rule)).map(({ repair }) =>
      repair?.({ drainLimit: undefined }),
    );
    expect(repairs[0]).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) as string });
  });
});
