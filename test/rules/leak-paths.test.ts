import { expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { projectFrom } from '../support/project.ts';

/** The one finding in a function with these statements: what it says, and the last step of its path with its line. */
async function told(statements: string): Promise<[string, string]> {
  const source = `package p

import (
	"errors"
	"io"
	"net/http"
)

func fetch(url string) ([]byte, error) {
${statements}
}
`;
  const [finding] = (await auditProject(projectFrom({ 'p.go': source }), {})).findings;
  const last = finding?.trace.at(-1);
  const line = source.slice(0, last?.location.start).split('\n').length - 9;
  return [finding?.message ?? '', `${line}: ${last?.message}`];
}

test('a path ends where the variable is assigned again', async () => {
  const [message, last] = await told(`	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == 401 {
		if resp, err = http.Get(url + "?again"); err != nil {
			return nil, err
		}
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)`);
  expect(message).toContain('is not closed and not read before line 15 assigns `resp` again');
  expect(last).toBe('6: `resp` is assigned another value here, with the body open');
});

test('a path ends where a loop obtains the next response', async () => {
  const [message, last] = await told(`	var resp *http.Response
	for range 3 {
		var err error
		resp, err = http.Get(url)
		if err == nil && resp.StatusCode < 500 {
			break
		}
	}
	if resp == nil {
		return nil, errors.New("no response")
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)`);
  expect(message).toContain('is not closed and not read before line 13 assigns `resp` again');
  expect(last).toBe(
    '4: the next one is obtained here, with this body open and `resp` no longer leading to it',
  );
});

test('a path ends where the function does when nothing is assigned', async () => {
  const [message, last] = await told(`	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return nil, errors.New(resp.Status)`);
  expect(message).toContain('is not closed and not read on the path that returns at line 14');
  expect(last).toBe('5: ends here with the body open');
});
