import { spawnSync } from 'node:child_process';

/** What gofmt, the compiler, go vet and failing tests say. */
export type Complaints = Readonly<Record<string, readonly string[]>>;

/** What is to be asked of the go command. */
export interface Question {
  readonly directory: string;
  readonly packages: readonly string[];
  readonly files: readonly string[];
  readonly tests: boolean;
}

/** What gofmt, the compiler, go vet and failing tests say of packages, without positions and times. */
export function complaints({ directory, packages, files, tests }: Question): Complaints {
  if (files.length === 0) return {};
  const run = (command: string, ...args: readonly string[]): readonly string[] => {
    const { stdout, stderr } = spawnSync(command, args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=mod' },
      maxBuffer: 256 << 20,
    });
    return `${stdout}\n${stderr}`
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^(?:#|go: (?:downloading|finding))/.test(line))
      .map((line) => line.replaceAll(/:\d+(?::\d+)?/g, ''));
  };
  return {
    gofmt: run('gofmt', '-l', ...files),
    build: run('go', 'build', ...packages),
    vet: run('go', 'vet', ...packages),
    test: tests ? failures(run('go', 'test', '-json', '-timeout', '20m', ...packages)) : [],
  };
}

/** The tests that fail, by what `go test -json` prints. */
function failures(lines: readonly string[]): readonly string[] {
  const results = lines.flatMap((line) => {
    const [, action, test] = /"Action":"(pass|fail)".*?("Package".*?)(?:,"Elapsed".*)?\}?$/.exec(line) ?? [];
    return action === undefined ? [] : [{ action, test }];
  });
  const failed = results.filter(({ action }) => action === 'fail').map(({ test }) => `${test} fails`);
  console.log(`tests: ${results.length - failed.length} pass, ${failed.length} fail`);
  return failed;
}

/** The lines of the second list that are not in the first, as often as they are more. */
export function added(first: readonly string[], second: readonly string[]): readonly string[] {
  const left = [...first];
  return second.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
