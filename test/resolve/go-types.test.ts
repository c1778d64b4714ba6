import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { GoFile } from '../../src/project/go-file.ts';
import { scanHeader } from '../../src/project/header.ts';
import type { Project, SourceFile, SourcePackage } from '../../src/project/source-file.ts';
import type { Program } from '../../src/resolve/package.ts';
import { createProgram } from '../../src/resolve/program.ts';
import type { InterfaceType, Type } from '../../src/resolve/type.ts';
import { Types } from '../../src/resolve/types.ts';
import { goInstalled, runGo } from '../support/go.ts';
import { sharedParser } from '../support/workbench.ts';

const PACKAGES =
  'net/http net/http/httputil encoding/xml database/sql sync/atomic slices maps go/types text/template iter'.split(
    ' ',
  );

/** What test/resolve/go-types/main.go prints. */
interface GoPackage {
  readonly path: string;
  readonly names: readonly string[];
  readonly functions: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, GoType>>;
}

interface GoType {
  readonly underlying: string;
  readonly members: Readonly<Record<string, { kind: string; path: string[]; type: string }>>;
  readonly implements: readonly string[] | null;
  readonly isPlain: boolean;
}

/** One package of `go list -json`. */
interface ListedPackage {
  readonly ImportPath: string;
  readonly Dir: string;
  readonly Name: string;
  readonly GoFiles?: readonly string[];
}

// Without cgo the same files are chosen everywhere.
const ENVIRONMENT = { CGO_ENABLED: '0' };

async function run(args: readonly string[]): Promise<string> {
  const result = await runGo(args, tmpdir(), ENVIRONMENT);
  if (result.status !== 0) throw new Error(result.stderr);
  return result.stdout;
}

/** The standard library's packages that these need, as the go command chooses their files. */
async function standardLibrary(): Promise<Project> {
  const fields = '-json=ImportPath,Dir,Name,GoFiles';
  const listing = await run(['list', '-deps', fields, ...PACKAGES]);
  const listed = JSON.parse(`[${listing.replaceAll('\n}\n{', '\n},\n{')}]`) as ListedPackage[];
  const module = { path: 'std', directory: '', goVersion: undefined };
  const packages = new Map<string, SourcePackage>(
    listed.map(({ ImportPath: path, Dir: directory, Name: name, GoFiles: names }) => {
      const files = (names ?? []).map((fileName) => sourceFile(join(directory, fileName)));
      return [path, { path, directory, name, module, files }];
    }),
  );
  return {
    packages: PACKAGES.map((path) => packages.get(path)!),
    modules: [module],
    problems: [],
    find: (importPath) => packages.get(importPath) ?? packages.get(`vendor/${importPath}`),
    findDependency: () => undefined,
  };
}

function sourceFile(path: string): SourceFile {
  const bytes = readFileSync(path);
  return new GoFile(path, path, { bytes, header: scanHeader(bytes) });
}

/** go/types orders methods by name and prints `any` for each interface without methods. */
function normalized(types: Types, type: Type): string {
  const text = type.kind === 'interface' ? writtenInterface(types, type) : types.format(type);
  return text.replaceAll('interface{}', 'any');
}

function writtenInterface(types: Types, type: InterfaceType): string {
  const methods = type.methods.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return types.format({ ...type, methods });
}

describe.skipIf(!goInstalled)('go/types agrees', () => {
  let program: Program;
  let types: Types;
  let expected: readonly GoPackage[];

  beforeAll(async () => {
    const main = resolve('test/resolve/go-types/main.go');
    const [project, output] = await Promise.all([standardLibrary(), run(['run', main, ...PACKAGES])]);
    program = createProgram(project, await sharedParser(), () => undefined);
    types = new Types(program);
    expected = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GoPackage);
  });

  /** All types of the packages with what go/types says of them. */
  function* allTypes(): Generator<{ owner: GoPackage; name: string; type: Type; go: GoType }> {
    for (const owner of expected) {
      for (const [name, go] of Object.entries(owner.types)) {
        yield { owner, name, go, type: types.defined(program.package(owner.path)!.lookup(name)!) };
      }
    }
  }

  test('on the signatures of functions', () => {
    const differences: string[] = [];
    for (const { path, functions } of expected) {
      for (const [name, signature] of Object.entries(functions)) {
        const declaration = program.package(path)?.lookup(name);
        const found = declaration === undefined ? 'nothing' : normalized(types, types.signature(declaration));
        if (found !== signature) differences.push(`${path}.${name}: ${found}, not ${signature}`);
      }
    }
    expect(differences).toEqual([]);
  });

  test('on underlying types', () => {
    const differences: string[] = [];
    for (const { owner, name, type, go } of allTypes()) {
      const found = normalized(types, types.underlying(type));
      // Long ones are cut short in print.
      if (found !== go.underlying && !found.includes('…')) {
        differences.push(`${owner.path}.${name}: ${found}, not ${go.underlying}`);
      }
    }
    expect(differences).toEqual([]);
  });

  test('on the fields and methods of types, and how they are reached', () => {
    const differences: string[] = [];
    let agreed = 0;
    for (const { owner, name, type, go } of allTypes()) {
      for (const member of owner.names) {
        const selection = types.select(type, member, owner.path);
        const found =
          selection === undefined
            ? undefined
            : {
                kind: selection.kind,
                path: selection.path.map((field) => field.name),
                type: normalized(types, selection.type),
              };
        const wanted = Object.hasOwn(go.members, member) ? go.members[member] : undefined;
        if (JSON.stringify(found) === JSON.stringify(wanted)) agreed += Number(found !== undefined);
        else
          differences.push(
            `${owner.path}.${name}.${member}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`,
          );
      }
    }
    expect(differences).toEqual([]);
    expect(agreed).toBeGreaterThan(3000);
  });

  test('on which types implement which interfaces', () => {
    const differences: string[] = [];
    for (const { owner, name, type, go } of allTypes()) {
      if (!go.isPlain) continue;
      for (const [otherName, other] of Object.entries(owner.types)) {
        if (!other.isPlain || !other.underlying.startsWith('interface')) continue;
        const contract = types.defined(program.package(owner.path)!.lookup(otherName)!);
        const found = types.implements(type, contract);
        if (found !== (go.implements ?? []).includes(otherName)) {
          differences.push(`${owner.path}: ${name} as ${otherName}: ${found}`);
        }
      }
    }
    expect(differences).toEqual([]);
  });
});
