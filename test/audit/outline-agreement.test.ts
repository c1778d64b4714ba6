import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { loadProject } from '../../src/project/load.ts';
import type { Location } from '../../src/rules/finding.ts';
import { goInstalled } from '../support/go.ts';
import { downloadModule } from '../support/module-cache.ts';

/** Whether files are outlined from whole trees, and declarations cut out of them; counts the files. */
const whole = vi.hoisted(() => ({ isOn: false, files: 0 }));

vi.mock(import('../../src/syntax/outline.ts'), async (original) => {
  const { outlineFromTree } = await import('../../src/syntax/outline-from-tree.ts');
  const module = await original();
  return {
    ...module,
    outlineFile: (source, parser) => {
      if (!whole.isOn) return module.outlineFile(source, parser);
      whole.files++;
      return outlineFromTree(parser.parse(source));
    },
  };
});

vi.mock(import('../../src/syntax/parser.ts'), async (original) => {
  const { wholeFileParser } = await import('../support/whole-file-parser.ts');
  const module = await original();
  return {
    ...module,
    loadParser: async () =>
      whole.isOn ? wholeFileParser(await module.loadParser()) : await module.loadParser(),
  };
});

const testdata = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata');

/** The findings in a module with all that is printed of them, one a line of text. */
async function findingsIn(directory: string, isWhole: boolean): Promise<string[]> {
  whole.isOn = isWhole;
  const project = loadProject({ workingDirectory: directory, patterns: ['./...'], tests: true, tags: [] });
  const { findings } = await auditProject(project, {});
  return findings.map(({ rule, level, message, location, trace }) => {
    const steps = trace.map((step) => `${place(step.location)} ${step.depth} ${step.message}`);
    return [`${place(location)} ${level} ${rule}: ${message}`, ...steps].join('; ');
  });
}

function place({ file, start, end }: Location): string {
  return `${file.displayPath} ${start}-${end}`;
}

beforeEach(() => (whole.files = 0));

describe('findings are the same whether declarations are parsed alone or with their whole files', () => {
  const modules = readdirSync(join(testdata, 'rules')).flatMap((rule) =>
    readdirSync(join(testdata, 'rules', rule)).map((name) => join('rules', rule, name)),
  );

  test.each([...modules, 'seed'])('in testdata/%s', async (name) => {
    const directory = join(testdata, name);
    expect(await findingsIn(directory, true)).toEqual(await findingsIn(directory, false));
    expect(whole.files).toBeGreaterThan(0);
  });

  describe.skipIf(!goInstalled)('in real modules', () => {
    test.each([
      ['github.com/google/go-github/v66', 'v66.0.0'],
      ['github.com/hashicorp/consul/api', 'v1.29.1'],
    ])('%s %s', { timeout: 600_000 }, async (module, version) => {
      const directory = downloadModule(module, version);
      const findings = await findingsIn(directory, true);
      expect(whole.files).toBeGreaterThan(20);
      expect(findings).not.toEqual([]);
      expect(await findingsIn(directory, false)).toEqual(findings);
    });
  });
});
