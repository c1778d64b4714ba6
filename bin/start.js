/**
 * Starts the bundled program with what V8 has compiled of it before: the build keeps that beside it, because to compile
 * it anew takes a tenth of a second and more in each run.
 */
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** In CommonJS form: what is compiled of an ES module cannot be kept. */
const PROGRAM = fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url));
const require = module.createRequire(PROGRAM);

/** Holds what was compiled. Only the version of V8 that made it takes it, and only with the same flags. */
export const COMPILED = `${PROGRAM}.compiled`;

// Most of what an audit allocates is dropped at once: a nursery that grows saves little time, and takes 30 MiB and more.
holdNursery();

/** Keeps the nursery from growing, until the program lets it. */
export function holdNursery() {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Runs the program with the command line of this process. */
export function start() {
  const script = compile(readIfPresent(COMPILED));
  if (script.cachedDataRejected === false) return run(script);
  // This is not the Node of the build. From 22.8 on it can keep what it compiles itself.
  module.enableCompileCache?.();
  require(PROGRAM);
}

/** The program as a script, compiled as far as `cachedData` goes. */
export function compile(cachedData) {
  // Its strings are ASCII, and so read faster than as UTF-8.
  const source = readFileSync(PROGRAM, 'latin1');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  return new Script(wrapped, { filename: PROGRAM, cachedData });
}

export function run(script) {
  const program = { exports: {} };
  script.runInThisContext()(program.exports, require, program, PROGRAM, dirname(PROGRAM));
}

function readIfPresent(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
