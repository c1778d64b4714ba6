import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { projectFrom } from '../support/project.ts';

/** The rules whose findings a function with these statements has; the package of its client is not at hand. */
async function rulesFor(statements: string, others = ''): Promise<string[]> {
  return (await findingsFor(statements, others)).map(({ rule }) => rule);
}

async function findingsFor(statements: string, others: string): Promise<readonly Finding[]> {
  const imports = [
    'encoding/json',
    'io',
    'net/http',
    'net/http/httptest',
    'example.com/sdk',
    'github.com/Azure/azure-sdk-for-go/sdk/azcore/runtime',
    'github.com/hashicorp/go-retryablehttp',
  ];
  const body = `${statements}\n${others}`;
  const nameOf = (path: string) => path.replace(/^.*[/-]/, '');
  const list = imports.filter((path) => body.includes(`${nameOf(path)}.`)).map((path) => `\t"${path}"`);
  const source = `package p

import (
${list.join('\n')}
)

func fetch(url string, into any) error {
	client := sdk.New()
${statements}
}
${others}
`;
  return (await auditProject(projectFrom({ 'p.go': source }), {})).findings;
}

const ANSWER = `	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(into)`;

describe('a client whose type is not at hand gives a response', () => {
  test.each([
    ['for a request', 'req, _ := http.NewRequest("GET", url, nil)\n\tresp, err := client.Do(req)'],
    [
      'for what embeds a request',
      'req, _ := retryablehttp.NewRequest("GET", url, nil)\n\tresp, err := client.Do(req)',
    ],
  ])('%s', async (_, call) => {
    expect(await rulesFor(`\t${call}\n${ANSWER}`)).toEqual(['body-partly-read']);
  });

  test.each([
    ['passed for one', 'if !isFine(resp) {\n\t\treturn io.EOF\n\t}'],
    [
      'assigned to a variable for one',
      'var last *http.Response = resp\n\tif last.StatusCode != 200 {\n\t\treturn io.EOF\n\t}',
    ],
    ['asked for its status', 'if resp.StatusCode != 200 {\n\t\treturn io.EOF\n\t}'],
  ])('that is %s', async (_, use) => {
    const others = 'func isFine(resp *http.Response) bool { return resp.StatusCode == 200 }';
    const statements = `\tresp, err := client.Get(url)\n${ANSWER.replace('\treturn json', `\t${use}\n\treturn json`)}`;
    expect(await rulesFor(statements, others)).toEqual(['body-not-drained']);
  });
});

test('a leak is no error then: the client may have read the body', async () => {
  const fetch =
    'req, _ := http.NewRequest("GET", url, nil)\n\tresp, err := CLIENT.Do(req)\n\t_ = resp\n\treturn err';
  const levels = async (client: string) =>
    (await findingsFor(`\t${fetch.replace('CLIENT', client)}`, '')).map((each) => [
      each.level,
      each.confidence,
    ]);
  expect(await levels('client')).toEqual([['warning', 'medium']]);
  expect(await levels('http.DefaultClient')).toEqual([['error', 'high']]);
});

describe('nothing is known', () => {
  test.each([
    ['of what has a body alone', `\tresp, err := client.Get(url)\n${ANSWER}`],
    [
      'of what has a status alone',
      '\tresp, err := client.Get(url)\n\tif err == nil && resp.StatusCode != 200 {\n\t\treturn io.EOF\n\t}\n\treturn err',
    ],
    [
      'of another method',
      `\tresp, err := client.Fetch(url)\n${ANSWER.replace('\treturn json', '\tif resp.StatusCode != 200 {\n\t\treturn io.EOF\n\t}\n\treturn json')}`,
    ],
    [
      'where a request is for a server on trial',
      `\treq := httptest.NewRequest("GET", url, nil)\n\tresp, err := client.Do(req)\n${ANSWER}`,
    ],
    [
      'of a client that is known to read all bodies itself',
      '\tpl := runtime.NewPipeline("", "", runtime.PipelineOptions{}, nil)\n\treq, _ := runtime.NewRequest(nil, "GET", url)\n\tresp, err := pl.Do(req)\n\tif err == nil && !isFine(resp) {\n\t\treturn io.EOF\n\t}\n\treturn err',
      'func isFine(resp *http.Response) bool { return resp.StatusCode == 200 }',
    ],
  ])('%s', async (_, statements, others = '') => {
    expect(await rulesFor(statements, others)).toEqual([]);
  });
});
