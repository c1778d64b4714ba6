import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import type { Repair } from '../../src/edits/fix.ts';
import { projectFrom } from '../support/project.ts';

/** The repair of the one finding of shared-pool-emptied in a file, and the file as it is after its edits. */
async function repairOf(source: string): Promise<{ repair: Repair | undefined; after: string }> {
  const project = projectFrom({ 'example.go': source }, { goVersion: [1, 21] });
  const { findings } = await auditProject(project, {});
  const [finding, ...others] = findings.filter(({ rule }) => rule === 'shared-pool-emptied');
  expect(others).toEqual([]);
  const repair = finding?.repair?.({ drainLimit: undefined });
  const edits = repair?.kind === 'fix' ? repair.fix.edits : [];
  const after = edits.reduceRight(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    source,
  );
  return { repair, after };
}

const fetch = (before: string, close: string) => `package example

import (
	"io"
	"net/http"
)

var client = &http.Client{}

func Fetch(url string) ([]byte, error) {
${before}${close}	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
`;

describe('the repair of a pool that is emptied', () => {
  test.each(['	defer client.CloseIdleConnections()\n', '	client.CloseIdleConnections()\n'])(
    'takes the whole line away: %j',
    async (close) => {
      const { repair, after } = await repairOf(fetch('', close));
      expect(repair).toMatchObject({ kind: 'fix', fix: { safety: 'unsafe', imports: [] } });
      expect(after).toBe(fetch('', ''));
    },
  );

  test('is refused where the call shares its line', async () => {
    const { repair } = await repairOf(fetch('', '	defer func() { client.CloseIdleConnections() }()\n'));
    expect(repair).toEqual({ kind: 'refused', reason: 'the call does not stand on a line of its own' });
  });

  test('is refused where a variable would be left unused', async () => {
    const { repair } = await repairOf(fetch('	shared := client\n', '	defer shared.CloseIdleConnections()\n'));
    expect(repair).toEqual({ kind: 'refused', reason: 'shared may be used for nothing else' });
  });
});
