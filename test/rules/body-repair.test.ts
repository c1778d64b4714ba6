import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { fixFindings } from '../../src/fix/run.ts';
import { projectFrom } from '../support/project.ts';
import { sharedParser } from '../support/workbench.ts';

/** A Go file after all safe fixes. */
async function repaired(source: string): Promise<string> {
  const project = projectFrom({ 'main.go': source });
  const run = await fixFindings(
    project,
    await auditProject(project, {}),
    { selection: { unsafe: false, only: undefined }, repair: { drainLimit: undefined } },
    {
      parser: await sharedParser(),
      audit: (changed) => auditProject(changed, {}),
      obstacle: () => undefined,
    },
  );
  return run.changes[0]?.current.text ?? source;
}

describe('a deferred Close', () => {
  test.each(['gotest.tools/v3/assert', 'gotest.tools/assert', 'github.com/stretchr/testify/require'])(
    'comes after what ends a test on an error, as %s does',
    async (path) => {
      const check = path.endsWith('require') ? 'require.NoError(t, err)' : 'assert.NilError(t, err)';
      const source = `package p

import (
	"net/http"
	"testing"

	"${path}"
)

func TestStatus(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1/")
	${check}
	t.Log(resp)
}
`;
      expect(await repaired(source)).toContain(
        `	${check}\n	defer func() {\n		_, _ = io.Copy(io.Discard, resp.Body)\n`,
      );
    },
  );

  test.each([
    ['if !assert.NoError(t, err) {\n\t\treturn\n\t}', '}\n\tdefer func() {'],
    ['if assert.NoError(t, err) {\n\t\tt.Log(resp.Status)\n\t}', '{\n\t\tdefer func() {'],
  ])('knows what a condition tells of the error: %s', async (statement, expected) => {
    const source = `package p

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStatus(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1/")
	${statement}
	t.Log(resp)
}
`;
    const text = await repaired(
      source.replace(/\tt\.Log\(resp\)\n/, statement.startsWith('if !') ? '$&' : ''),
    );
    expect(text).toContain(expected);
    expect(text).not.toContain('== nil {');
  });
});

test('a drain that brings to light that the pool is too small is made all the same', async () => {
  const source = `package main

import "net/http"

var client = &http.Client{Transport: &http.Transport{}}

func main() {
	for i := 0; i < 40; i++ {
		go func() {
			resp, err := client.Get("http://127.0.0.1:1/")
			if err != nil {
				return
			}
			resp.Body.Close()
		}()
	}
	select {}
}
`;
  const text = await repaired(source);
  expect(text).toContain('io.Copy(io.Discard, resp.Body)');
  expect(text).toContain('MaxIdleConnsPerHost: 40');
});
