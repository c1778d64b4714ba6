import { goInstalled, runGo } from '../support/go.ts';

/** A version of Go that builds programs. */
export interface Toolchain {
  /** As `runtime.Version` gives it, such as `go1.26.8`. */
  readonly version: string;
  /** Since Go 1.27, closing a body reads what is left of it, up to 256 KiB (`maybeDrainBody` in net/http). */
  readonly drainsOnClose: boolean;
  /** What makes the go command this version. */
  readonly environment: NodeJS.ProcessEnv;
}

/** One version from either side of Go 1.27; the one that is on the other side of the installed Go is wanted. */
const OLDER = 'go1.26.8';
const NEWER = 'go1.27.3';

/** Milliseconds that a toolchain may take to be downloaded. */
const DOWNLOAD_LIMIT = 30_000;

/**
 * The toolchains to test with: the installed one, and one from the other side of Go 1.27 when it is at hand. In CI it may
 * be downloaded; where that fails, or takes too long, it is left out. None without Go.
 */
export async function findToolchains(): Promise<readonly Toolchain[]> {
  if (!goInstalled) return [];
  const installed = await toolchain({});
  if (installed === undefined) throw new Error('go version does not tell the version of Go');
  const GOTOOLCHAIN = installed.drainsOnClose ? OLDER : NEWER;
  const mayDownload = process.env['CI'] === 'true';
  if (mayDownload)
    await runGo(['version'], '.', { GOTOOLCHAIN, GOPROXY: process.env['GOPROXY'] }, DOWNLOAD_LIMIT);
  const other = await toolchain({ GOTOOLCHAIN });
  return other?.version === GOTOOLCHAIN ? [installed, other] : [installed];
}

async function toolchain(environment: NodeJS.ProcessEnv): Promise<Toolchain | undefined> {
  const { status, stdout } = await runGo(['version'], '.', environment);
  const [, version, minor] = /\b(go1\.(\d+)\S*)/u.exec(stdout) ?? [];
  if (status !== 0 || version === undefined) return undefined;
  return { version, drainsOnClose: Number(minor) >= 27, environment };
}
