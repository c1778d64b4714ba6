import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { directoryWith, GO_MOD, LEAKING_PROGRAM } from './run.ts';

const npm = (directory: string, ...commandLine: string[]): string =>
  execFileSync('npm', commandLine, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

test('the packed tool works in an empty folder, offline and without install scripts', () => {
  const consumer = directoryWith({ 'package.json': '{}', 'm/go.mod': GO_MOD, 'm/main.go': LEAKING_PROGRAM });
  const [packed] = JSON.parse(npm('.', 'pack', '--json', '--pack-destination', consumer)) as [
    { filename: string; files: { path: string }[] },
  ];
  const unexpected = packed.files
    .map(({ path }) => path)
    .filter(
      (path) => !/^(?:bin|dist|grammars)\/|^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/.test(path),
    );
  expect(unexpected).toEqual([]);

  npm(
    consumer,
    'install',
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `./${packed.filename}`,
  );
  const executable = join(consumer, 'node_modules', '.bin', 'go-pool-audit');
  const audit = (): string =>
    execFileSync(executable, ['--fail-on', 'never'], { cwd: join(consumer, 'm'), encoding: 'utf8' });
  const first = audit();
  expect(first).toMatch(/^main\.go:9:15: .+ \(body-not-closed\)$/m);

  // What the build has kept is taken: V8 refuses it without a word where its flags were others.
  const started = pathToFileURL(join(consumer, 'node_modules/go-pool-audit/bin/start.js')).href;
  const script = `import { readFileSync } from 'node:fs';
    const { COMPILED, compile } = await import('${started}');
    console.log(compile(readFileSync(COMPILED)).cachedDataRejected);`;
  const rejected = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(rejected.trim()).toBe('false');

  // What another version of Node has compiled, or nothing at all, costs time and no more.
  const compiled = join(consumer, 'node_modules/go-pool-audit/dist/cli/main.cjs.compiled');
  writeFileSync(compiled, 'not for this Node');
  expect(audit()).toBe(first);
  rmSync(compiled);
  expect(audit()).toBe(first);
});
