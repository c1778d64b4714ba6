import { execFile, spawnSync } from 'node:child_process';

/** What a run of a Go command gave. */
export interface GoResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** True when the go command can be run. */
export const goInstalled: boolean = spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;

/**
 * Runs `go` with its network switched off, so that a test never waits for a download.
 * @param cwd the directory in which it runs
 * @param environment variables beside the present ones
 * @param limit milliseconds after which it is ended; 0 for none
 */
export function runGo(
  args: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
  limit = 0,
): Promise<GoResult> {
  return run('go', args, cwd, environment, limit);
}

/** Runs `gofmt`. */
export function runGofmt(args: readonly string[], cwd: string): Promise<GoResult> {
  return run('gofmt', args, cwd, {}, 0);
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: NodeJS.ProcessEnv,
  timeout: number,
): Promise<GoResult> {
  const env = {
    ...process.env,
    GOPROXY: 'off',
    GOFLAGS: '-mod=mod -buildvcs=false',
    GOTOOLCHAIN: 'local',
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env, timeout, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      let status = 0;
      if (error !== null) status = typeof error.code === 'number' ? error.code : 1;
      resolve({ status, stdout, stderr: stderr === '' && error !== null ? error.message : stderr });
    });
  });
}
