import { readFileSync } from 'node:fs';

/** The WebAssembly files that `grammars/install.js` puts in place. */
export interface GrammarFiles {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/**
 * Reads the files from the nearest folder `grammars` above this module, which stands in src/syntax or, bundled, in
 * dist/cli. Throws an error that names the cause when there is none.
 */
export function readGrammarFiles(): GrammarFiles {
  let directory = new URL('./', import.meta.url);
  for (;;) {
    const grammar = readIfPresent(new URL('grammars/tree-sitter-go.wasm', directory));
    const runtime = readIfPresent(new URL('grammars/web-tree-sitter.wasm', directory));
    if (grammar !== undefined && runtime !== undefined) return { runtime, grammar };
    const above = new URL('../', directory);
    if (above.href === directory.href) {
      throw new Error('the Go grammar is missing: no grammars/*.wasm beside the program; install it again');
    }
    directory = above;
  }
}

function readIfPresent(location: URL): Uint8Array | undefined {
  try {
    return readFileSync(location);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
