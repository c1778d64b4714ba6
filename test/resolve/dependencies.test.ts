import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/project/source-file.ts';
import type { Package, Program } from '../../src/resolve/package.ts';
import { createProgram } from '../../src/resolve/program.ts';
import { Types } from '../../src/resolve/types.ts';
import { goFile, projectFrom } from '../support/project.ts';
import { sharedParser } from '../support/workbench.ts';

const OWN = {
  'own.go': [
    'package x',
    'import ("example.com/dependency"; "example.com/modelled")',
    'type Own struct{ C *dependency.Client; M modelled.Client }',
    'func (Own) Do() error { return nil }',
    'type Doer interface{ Do() error }',
    '',
  ].join('\n\n'),
};

const DEPENDENCY = [
  'package dependency',
  'type Client struct{ Inner Part }',
  'type Part struct{}',
  'func (*Client) Do() error { return nil }',
  'type Doer interface{ Do() error }',
  '',
].join('\n\n');

/** A program whose dependencies are `example.com/dependency` and `example.com/modelled`; the latter has a model too. */
async function program(): Promise<{ program: Program; types: Types; asked: string[] }> {
  const own = projectFrom(OWN);
  const asked: string[] = [];
  const findDependency: Project['findDependency'] = (path) => {
    asked.push(path);
    const file = goFile('dependency.go', DEPENDENCY);
    const module = { path, directory: '/cache', goVersion: undefined };
    const name = 'dependency';
    return path.startsWith('example.com/')
      ? { path, directory: '/cache', name, module, files: [file] }
      : undefined;
  };
  const model = goFile('model.go', 'package modelled\n\ntype Client struct{}\n');
  const made = createProgram({ ...own, findDependency }, await sharedParser(), (path) =>
    path === 'example.com/modelled' ? model : undefined,
  );
  return { program: made, types: new Types(made), asked };
}

function found(made: Program, path: string): Package {
  const result = made.package(path);
  if (result === undefined) throw new Error(`no package ${path}`);
  return result;
}

describe('packages of dependencies', () => {
  test('are looked up after modules at hand and models, each once and only when asked for', async () => {
    const { program: made, asked } = await program();
    expect(asked).toEqual([]);
    expect(found(made, 'example.com/x').isDependency).toBe(false);
    expect(found(made, 'example.com/modelled')).toMatchObject({ isModel: true, isDependency: false });
    expect(found(made, 'example.com/dependency')).toMatchObject({ isModel: false, isDependency: true });
    expect(made.package('unknown')).toBeUndefined();
    made.package('example.com/dependency');
    made.package('unknown');
    expect(asked).toEqual(['example.com/dependency', 'unknown']);
  });

  test('give their types', async () => {
    const { program: made, types } = await program();
    const own = found(made, 'example.com/x').lookup('Own');
    const client = types.select(own ? types.defined(own) : { kind: 'unknown' }, 'C')?.type;
    expect(client && types.select(client, 'Do')?.declaration?.hasBody).toBe(true);
    const inner = client && types.select(client, 'Inner')?.type;
    expect(inner && types.format(inner)).toBe('dependency.Part');
  });

  test('are not among those that are searched, and what implements their interfaces is not told', async () => {
    const { program: made, types } = await program();
    const dependency = found(made, 'example.com/dependency');
    expect(made.loaded()).not.toContain(dependency);
    expect(made.packages).not.toContain(dependency);
    const receivers = (owner: Package): (string | undefined)[] => {
      const declaration = owner.lookup('Doer');
      if (declaration === undefined) throw new Error(`no Doer in ${owner.path}`);
      return types.implementations(types.defined(declaration), 'Do').map(({ receiver }) => receiver);
    };
    expect(receivers(found(made, 'example.com/x'))).toEqual(['Own']);
    expect(receivers(dependency)).toEqual([]);
  });
});
