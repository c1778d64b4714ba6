import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLEAN_PROGRAM, directoryWith, EXECUTABLE, GO_MOD, LEAKING_PROGRAM, run } from './run.ts';

const clean = directoryWith({ 'go.mod': GO_MOD, 'main.go': CLEAN_PROGRAM });
const leaking = directoryWith({ 'go.mod': GO_MOD, 'main.go': LEAKING_PROGRAM });
const FINDING = /^main\.go:9:15: .+ \(body-not-closed\)$/m;

/** The option names in texts. */
const flags = (cells: readonly string[]): string[] =>
  [...new Set(cells.flatMap((cell) => cell.match(/(?<![\w-])--?[A-Za-z][\w-]*/g) ?? []))].toSorted();

/** Whether the report of a run has colours. */
const colored = (commandLine: readonly string[], environment: NodeJS.ProcessEnv): boolean =>
  run(leaking, commandLine, environment).stdout.includes('\u001B[');

describe('exit codes and streams', () => {
  test('nothing found: 0, and stderr is empty', () => {
    expect(run(clean, [])).toMatchObject({ status: 0, stderr: '' });
  });

  test('something found: 1, findings on stdout, and stderr is empty', () => {
    const { status, stdout, stderr } = run(leaking, []);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(FINDING);
  });

  test('--fail-on changes the exit code, not the findings', () => {
    const { status, stdout } = run(leaking, ['--fail-on', 'never']);
    expect(status).toBe(0);
    expect(stdout).toMatch(FINDING);
    expect(run(leaking, ['--fail-on=error']).status).toBe(1);
  });

  test('--no-tests leaves out test files', () => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main_test.go': LEAKING_PROGRAM });
    expect(run(directory, []).status).toBe(1);
    expect(run(directory, ['--no-tests']).status).toBe(0);
  });

  test('-C audits another directory, and paths are relative to it', () => {
    expect(run(clean, ['-C', leaking]).stdout).toMatch(FINDING);
  });

  test('a build constraint that is not met leaves a file out', () => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main_plan9.go': LEAKING_PROGRAM });
    expect(run(directory, []).status).toBe(1);
    expect(run(directory, ['--goos', 'linux']).status).toBe(0);
  });
});

describe('wrong usage', () => {
  test.each<[commandLine: readonly string[], said: RegExp]>([
    [['--fromat', 'json'], /unknown option '--fromat'.*--format/],
    [['--format', 'xml'], /'xml' is invalid.*text, json, sarif/],
    [['--fail-on', 'info'], /'info' is invalid.*error, warning, note, never/],
    [['--color', 'yes'], /'yes' is invalid.*auto, always, never/],
    [['--go', 'newest'], /--go newest: want a Go version/],
    [['--output', 'pool.sarif'], /want FORMAT=FILE/],
    [['--output', 'sarif=missing/pool.sarif'], /pool\.sarif: the directory .*missing does not exist/],
    [['--output', 'sarif=.'], /is a directory/],
    [['--output', 'sarif=x', '--output', 'json=./x'], /more than once/],
    [['--format'], /argument missing/],
    [['-C', 'missing'], /missing: no such directory/],
    [['-C', 'main.go'], /main\.go: not a directory/],
    [['explain', 'body-not-close'], /body-not-close.*body-not-closed/],
    [['explain', 'a', 'b'], /too many arguments/],
  ])('%j: exit code 2, one line on stderr, nothing on stdout', (commandLine, said) => {
    const { status, stdout, stderr } = run(leaking, commandLine);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^go-pool-audit: .+\n$/);
    expect(stderr).toMatch(said);
  });
});

describe('help', () => {
  const help = run(clean, ['--help']);

  test('--help prints groups and examples to stdout', () => {
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/What to audit:[^]*What to report:[^]*Examples:/);
    expect(help.stdout).not.toContain('debug');
  });

  test('a command without its subcommand shows its help on stderr', () => {
    const { status, stdout, stderr } = run(clean, ['debug']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: go-pool-audit debug/);
    expect(stderr).not.toContain('(outputHelp)');
  });

  test('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(run(clean, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('the README names every option, and no other', () => {
    const table = readFileSync('README.md', 'utf8').match(/^\| `-[^|]*/gm) ?? [];
    const terms = help.stdout.match(/^ {2}-.*?(?= {2}|$)/gm) ?? [];
    expect(terms.length).toBeGreaterThan(10);
    expect(flags(table)).toEqual(flags(terms));
  });

  test('explain lists every rule of the README, and explains each', () => {
    const rules = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([a-z]+(?:-[a-z]+)+)` /gm)].map(
      ([, id]) => id!,
    );
    const list = run(clean, ['explain']);
    expect(list).toMatchObject({ status: 0, stderr: '' });
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) {
      expect(list.stdout).toContain(rule);
      expect(run(clean, ['explain', rule]).stdout).toContain(rule);
    }
  });
});

describe('formats and files', () => {
  test('every format can go to a file beside the console', () => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': LEAKING_PROGRAM });
    const outputs = ['text=a.txt', 'json=a.json', 'sarif=a.sarif'].flatMap((output) => ['--output', output]);
    const { status, stdout } = run(directory, [...outputs, '--color', 'always']);
    expect(status).toBe(1);
    expect(stdout).toContain('\u001B[');
    expect(readFileSync(join(directory, 'a.txt'), 'utf8')).toMatch(FINDING);
    expect(JSON.parse(readFileSync(join(directory, 'a.json'), 'utf8'))).toBeTypeOf('object');
    expect(JSON.parse(readFileSync(join(directory, 'a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  test('wrong usage writes no file', () => {
    run(leaking, ['--output', 'json=never.json', '--fail-on', 'info']);
    expect(existsSync(join(leaking, 'never.json'))).toBe(false);
  });

  test('SARIF names files relative to the root of the repository', () => {
    const repository = directoryWith({
      '.git/HEAD': '',
      'service/go.mod': GO_MOD,
      'service/main.go': LEAKING_PROGRAM,
    });
    const { stdout } = run(join(repository, 'service'), ['--format', 'sarif', '--sarif-category', 'pools']);
    const log = JSON.parse(stdout) as {
      runs: { results: { locations: unknown[] }[]; automationDetails: unknown }[];
    };
    expect(log.runs[0]!.results[0]!.locations[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'service/main.go' } },
    });
    expect(log.runs[0]!.automationDetails).toMatchObject({ id: expect.stringMatching(/^pools\//) });
  });

  test('colours come by flag and by environment', () => {
    expect(colored([], {})).toBe(false);
    expect(colored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
    expect(colored(['--color', 'always'], { NO_COLOR: '1' })).toBe(true);
  });
});

describe('pipes', () => {
  const functions = Array.from({ length: 3000 }, (_, index) =>
    LEAKING_PROGRAM.replace('main()', `leak${index}()`),
  );
  const bodies = functions.map((source) => source.slice(source.indexOf('func ')));
  const large = directoryWith({
    'go.mod': GO_MOD,
    'main.go': LEAKING_PROGRAM.slice(0, LEAKING_PROGRAM.indexOf('func ')) + bodies.join('\n'),
  });

  test('a large report arrives complete', () => {
    const { status, stdout } = run(large, ['--format', 'json']);
    expect(status).toBe(1);
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  test('a reader that goes away ends the run quietly', async () => {
    const child = spawn(process.execPath, [EXECUTABLE, '--format', 'json'], { cwd: large });
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.stdout.destroy();
    const [status] = (await once(child, 'close')) as [number];
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });
});
