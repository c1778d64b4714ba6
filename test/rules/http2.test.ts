import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { projectFrom } from '../support/project.ts';

/** The levels of what http2-switched-off finds in a function body that has a transport `tr` with a TLS configuration. */
async function levels(body: string): Promise<string[]> {
  const source = `package p

import (
	"crypto/tls"
	"net/http"

	"golang.org/x/net/http2"
	"example.com/elsewhere"
)

var _, _ = http2.NextProtoTLS, elsewhere.Version

func transport() (http.RoundTripper, error) {
	tr := &http.Transport{TLSClientConfig: &tls.Config{}}
	${body}
	return tr, nil
}
`;
  const { findings } = await auditProject(projectFrom({ 'p.go': source }), {});
  return findings.flatMap(({ rule, level }) => (rule === 'http2-switched-off' ? [level] : []));
}

describe('HTTP/2 of a transport with a TLS configuration', () => {
  test.each([
    ['is off when nothing is said', '', ['note']],
    ['is off when it is only logged', 'println(tr.MaxIdleConns)', ['note']],
    [
      'is configured by golang.org/x/net/http2',
      'if err := http2.ConfigureTransport(tr); err != nil {\n\t\treturn nil, err\n\t}',
      [],
    ],
    [
      'is configured with what that gives back',
      'h2, err := http2.ConfigureTransports(tr)\n\t_, _ = h2, err',
      [],
    ],
    ['may be configured by a package that is not at hand', 'elsewhere.Prepare(tr)', []],
    [
      'makes requests fail when only NextProtos offers it',
      'tr.TLSClientConfig = &tls.Config{NextProtos: []string{"h2"}}',
      ['warning'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await levels(body)).toEqual(expected);
  });
});
