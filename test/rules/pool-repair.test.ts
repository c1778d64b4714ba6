import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Repair, SourceEdit } from '../../src/edits/fix.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { goInstalled, runGo, runGofmt } from '../support/go.ts';
import { projectFrom } from '../support/project.ts';

/** A program of forty goroutines that ask one host over a client. */
function program(client: string, request = 'client.Get("http://127.0.0.1:1/")', count = '40'): string {
  return `package main

import (
	"io"
	"net/http"
)

${client}

// main asks from many goroutines.
func main() {
	for i := 0; i < ${count}; i++ {
		go func() {
			resp, err := ${request}
			if err != nil {
				return
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}()
	}
	select {}
}
`;
}

async function findingsIn(source: string): Promise<Finding[]> {
  const { findings } = await auditProject(projectFrom({ 'main.go': source }, { goVersion: [1, 21] }), {});
  return findings.filter(({ rule }) => rule === 'idle-pool-too-small');
}

async function repairIn(source: string): Promise<Repair | undefined> {
  const [finding] = await findingsIn(source);
  return finding?.repair?.({ drainLimit: undefined });
}

function apply(source: string, edits: readonly SourceEdit[]): string {
  let text = source;
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, start) + inserted + text.slice(end);
  return text;
}

const sized = [
  {
    name: 'an empty literal',
    before: program('var client = &http.Client{Transport: &http.Transport{}}'),
    after: program('var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 40}}'),
  },
  {
    name: 'a literal of one line whose total is too small',
    before: program('var client = &http.Client{Transport: &http.Transport{MaxIdleConns: 30}}'),
    after: program(
      'var client = &http.Client{Transport: &http.Transport{MaxIdleConns: 40, MaxIdleConnsPerHost: 40}}',
    ),
  },
  {
    name: 'a number that is too small',
    before: program('var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}'),
    after: program('var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 40}}'),
  },
  {
    name: 'a literal of several lines',
    before: program(`var client = &http.Client{
	Transport: &http.Transport{
		MaxIdleConns:    100,
		IdleConnTimeout: 90,
	},
}`),
    after: program(`var client = &http.Client{
	Transport: &http.Transport{
		MaxIdleConns:        100,
		IdleConnTimeout:     90,
		MaxIdleConnsPerHost: 40,
	},
}`),
  },
  {
    name: 'no more than MaxConnsPerHost allows',
    before: program('var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 20}}'),
    after: program(
      'var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 20, MaxIdleConnsPerHost: 20}}',
    ),
  },
  {
    name: 'a clone, whose total caps it',
    before: program(
      `var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	return &http.Client{Transport: transport}
}`,
      undefined,
      '400',
    ),
    after: program(
      `var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConns = 400
	transport.MaxIdleConnsPerHost = 400
	return &http.Client{Transport: transport}
}`,
      undefined,
      '400',
    ),
  },
  {
    name: 'a clone with a number that is too small',
    before: program(`var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 10
	return &http.Client{Transport: transport}
}`),
    after: program(`var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 40
	return &http.Client{Transport: transport}
}`),
  },
];

const own = (
  size: string,
) => `// mainClient keeps an idle connection for each of the goroutines that use it at once.
var mainClient = newMainClient()

func newMainClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
${size}
	return &http.Client{Transport: transport}
}`;

const moved = [
  {
    name: 'a function of net/http',
    before: program('var unrelated int', 'http.Get("http://127.0.0.1:1/")'),
    after: program(
      `var unrelated int\n\n${own('\ttransport.MaxIdleConnsPerHost = 40')}`,
      'mainClient.Get("http://127.0.0.1:1/")',
    ),
  },
  {
    name: 'the default client',
    before: program('var unrelated int', 'http.DefaultClient.Get("http://127.0.0.1:1/")', '300'),
    after: program(
      `var unrelated int\n\n${own('\ttransport.MaxIdleConns = 300\n\ttransport.MaxIdleConnsPerHost = 300')}`,
      'mainClient.Get("http://127.0.0.1:1/")',
      '300',
    ),
  },
];

const refused = [
  {
    name: 'without a number',
    source: program('var client = &http.Client{Transport: &http.Transport{}}').replace(
      'for i := 0; i < 40; i++',
      'for range make(chan int)',
    ),
    reason: /not a constant/,
  },
  {
    name: 'where another name holds the number',
    source: program(`const perHost = 8

var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: perHost}}`),
    reason: /cannot be extended safely/,
  },
  {
    name: 'for a transport without a literal',
    source: program('var client = &http.Client{Transport: new(http.Transport)}'),
    reason: /cannot be extended safely/,
  },
  {
    name: 'for a client without a transport of its own',
    source: program('var client = &http.Client{}'),
    reason: /no transport of its own/,
  },
  {
    name: 'where the name of the client is taken',
    source: program('var mainClient int', 'http.Get("http://127.0.0.1:1/")'),
    reason: /has a mainClient already/,
  },
];

describe('a pool that is too small', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pool-repair-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(sized)('is sized safely: $name', async ({ before, after }) => {
    const repair = await repairIn(before);
    if (repair?.kind !== 'fix') throw new Error(JSON.stringify(repair));
    expect(repair.fix.safety).toBe('safe');
    expect(apply(before, repair.fix.edits)).toBe(after);
    expect(await findingsIn(after)).toEqual([]);
  });

  test.each(moved)('is left for one of its own, unsafely: $name', async ({ before, after }) => {
    const repair = await repairIn(before);
    if (repair?.kind !== 'fix') throw new Error(JSON.stringify(repair));
    expect(repair.fix.safety).toBe('unsafe');
    expect(apply(before, repair.fix.edits)).toBe(after);
    expect(await findingsIn(after)).toEqual([]);
  });

  test.each(refused)('is left as it is $name', async ({ source, reason }) => {
    expect(await repairIn(source)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(reason) as string,
    });
  });

  test.skipIf(!goInstalled)('what is written is formatted and builds', { timeout: 120_000 }, async () => {
    writeFileSync(join(folder, 'go.mod'), 'module example.com/repaired\n\ngo 1.21\n');
    const files = [...sized, ...moved].map(({ after }, index) => {
      const file = join(folder, `${index}.go`);
      writeFileSync(file, after);
      return file;
    });
    expect(await runGofmt(['-l', ...files], folder)).toMatchObject({ stdout: '', stderr: '' });
    for (const file of files) expect(await runGo(['vet', file], folder)).toMatchObject({ status: 0 });
  });
});
