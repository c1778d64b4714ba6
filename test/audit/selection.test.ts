import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { projectFrom } from '../support/project.ts';

const FILES = {
  'client/client.go': `package client

import "net/http"

// Fetch is a wrapper: no name of it says that it yields a response.
func Fetch(url string) (*http.Response, error) { return http.Get(url) }

func leak() { _, _ = Fetch("http://127.0.0.1/") }
`,
  'app/app.go': `package app

import "example.com/x/client"

func status() (int, error) {
	resp, err := client.Fetch("http://127.0.0.1/")
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
`,
  'app/other.go': `package app

import "example.com/x/client"

func other() { _, _ = client.Fetch("http://127.0.0.1/") }
`,
};

/** The files and rules of the findings, when only a part of the module is to be audited. */
async function found(options: Parameters<typeof projectFrom>[1]): Promise<string[]> {
  const { findings } = await auditProject(projectFrom(FILES, options), {});
  return findings.map(({ rule, location }) => `${location.file.displayPath} ${rule}`);
}

describe('an audit of a part of a module', () => {
  test('knows what other packages of the module yield, and tells of the part alone', async () => {
    expect(await found({ selected: ['example.com/x/app'] })).toEqual([
      'app/app.go body-not-closed',
      'app/other.go body-not-closed',
    ]);
  });

  test('knows the rest of a package of which single files are selected', async () => {
    expect(await found({ selectedFiles: ['app/app.go'] })).toEqual(['app/app.go body-not-closed']);
    expect(await found({ selectedFiles: ['client/client.go'] })).toEqual([
      'client/client.go body-not-closed',
    ]);
  });

  test('has the findings that an audit of the whole has there', async () => {
    expect(await found({})).toEqual([
      'app/app.go body-not-closed',
      'app/other.go body-not-closed',
      'client/client.go body-not-closed',
    ]);
  });
});
