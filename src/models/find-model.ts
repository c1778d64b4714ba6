import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportSpec, SourceFile } from '../project/source-file.ts';

const found = new Map<string, SourceFile | undefined>();
let directory: string | undefined;
let listed: ReadonlySet<string> | undefined;

/**
 * The model of a package: one Go file of declarations without bodies, with their effects. Read at the first ask.
 * @param importPath as written in an import, e.g. `net/http`
 * @returns undefined when there is no model of that package
 */
export function findModel(importPath: string): SourceFile | undefined {
  if (!modelled().has(importPath)) return undefined;
  if (found.has(importPath)) return found.get(importPath);
  const model = readModel(importPath);
  found.set(importPath, model);
  return model;
}

/** The directory that holds the models: src/models/go in a checkout, dist/models beside the bundled command line. */
export function modelsDirectory(): string {
  directory ??= locate();
  return directory;
}

/** The import paths with a model, listed once: most imports have none, and asking the disk for each is slow. */
function modelled(): ReadonlySet<string> {
  listed ??= new Set(
    readdirSync(modelsDirectory(), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.go'))
      .map((path) => path.slice(0, -'.go'.length).replaceAll('\\', '/')),
  );
  return listed;
}

function locate(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [join(here, 'go'), join(here, '..', 'models'), join(here, 'models')];
  return candidates.find((candidate) => existsSync(join(candidate, 'net', 'http.go'))) ?? join(here, 'go');
}

function readModel(importPath: string): SourceFile | undefined {
  const path = join(modelsDirectory(), `${importPath}.go`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  // Models are ASCII (a test says so), so that UTF-16 offsets are byte offsets.
  const text = bytes.toString('latin1');
  return {
    path,
    displayPath: `models/${importPath}.go`,
    bytes,
    text,
    isTest: false,
    isGenerated: false,
    isExternal: true,
    packageName: /^package (\w+)/mu.exec(text)?.[1] ?? '',
    imports: importsOf(text),
  };
}

/** The imports of a gofmt-formatted model file: one import a line, before the first declaration. */
function importsOf(text: string): ImportSpec[] {
  const block = /^import (?:\(\n([^)]*)\)|(.*))$/mu.exec(text);
  const lines = (block?.[1] ?? block?.[2] ?? '').split('\n');
  return lines.flatMap((line) => {
    const match = /^\s*(?:([\w.]+) )?"([^"]+)"$/u.exec(line);
    return match?.[2] === undefined ? [] : [{ path: match[2], name: match[1] }];
  });
}
