import { expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { projectFrom } from '../support/project.ts';

/** The rules whose findings a test function with these statements has. */
async function rulesFor(statements: readonly string[]): Promise<string[]> {
  const source = `package p

import (
	"errors"
	"io"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRefused(t *testing.T) {
	check, must := assert.New(t), require.New(t)
	resp, err := http.Get("http://127.0.0.1:1/")
	${statements.join('\n\t')}
	_, _, _, _ = check, must, resp, err
}

func status(resp *http.Response) error {
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

var _ = io.EOF
`;
  const { findings } = await auditProject(projectFrom({ 'p_test.go': source }), {});
  return findings.map(({ rule }) => rule);
}

test.each([
  'check.Error(err)',
  'must.Error(err)',
  'assert.Error(t, err)',
  'must.ErrorContains(err, "refused")',
  'if err == nil {\n\t\tassert.Fail(t, "no error")\n\t}',
])('there is a response only where the test has failed: %s', async (statement) => {
  expect(await rulesFor([statement])).toEqual([]);
});

test.each([
  'check.NoError(err)',
  'must.NoError(err)',
  'check.NotNil(resp)',
  'check.Equal(200, resp.StatusCode)',
])('there is a response where the test goes well: %s', async (statement) => {
  expect(await rulesFor([statement])).toEqual(['body-not-closed']);
});

test.each(['check.NoError(failed)', 'assert.NoError(t, failed)', 'must.NoError(failed)'])(
  'a body may be left unread where the test has failed: %s',
  async (statement) => {
    const early = ['if failed := status(resp); failed != nil {', statement, 'return', '}'];
    const late = ['all, err := io.ReadAll(resp.Body)', '_ = all'];
    const rules = await rulesFor(['check.NoError(err)', 'defer resp.Body.Close()', ...early, ...late]);
    expect(rules).toEqual([]);
  },
);
