import { expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { projectFrom } from '../support/project.ts';

/** A function that sends so many requests, each with a Close that is deferred on some way only. */
function withDefers(requests: number): string {
  const one = `	resp, err = http.Get("http://127.0.0.1/")
	if err == nil {
		defer resp.Body.Close()
	}
`;
  return `package x

import "net/http"

func f() {
	var resp *http.Response
	var err error
${one.repeat(requests)}}
`;
}

test('deferred calls of other responses do not multiply the ways of one', async () => {
  const { findings } = await auditProject(projectFrom({ 'x.go': withDefers(30) }), {});
  expect(findings.map(({ rule }) => rule)).toEqual(Array.from({ length: 30 }, () => 'body-not-drained'));
});
