import { expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { projectFrom } from '../support/project.ts';

/** The findings in a file that imports net/http and time. */
async function audit(declarations: string): Promise<readonly Finding[]> {
  const source = `package x\n\nimport (\n\t"net/http"\n\t"time"\n)\n\nvar _ time.Time\n\n${declarations}`;
  return (await auditProject(projectFrom({ 'x.go': source }, { goVersion: [1, 21] }), {})).findings;
}

test('a step of a switch shows what is compared with the case', async () => {
  const [finding] = await audit(`func f(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case 200:
		return resp.Body.Close()
	case 500, 503:
		return nil
	}
	panic(resp.Status)
}
`);
  expect(finding?.trace.map(({ message }) => message)).toEqual([
    'obtained here',
    '`resp.StatusCode` is not `200`',
    '`resp.StatusCode` is `500`',
    'ends here with the body open',
  ]);
});

test('a message names the variable that holds the response', async () => {
  const [finding] = await audit(`func timed(url string) (time.Duration, *http.Response, error) {
	start := time.Now()
	resp, err := http.Get(url)
	return time.Since(start), resp, err
}

func f(url string) (time.Duration, error) {
	took, resp, err := timed(url)
	if err != nil {
		return 0, err
	}
	return took, resp.Body.Close()
}
`);
  expect(finding?.message).toMatch(/^resp from timed is closed without having been read/);
});
