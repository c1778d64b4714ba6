import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The rooms in the order of the data: each may import from those before it. */
const ROOMS = [
  'text',
  'project',
  'syntax',
  'models',
  'resolve',
  'ir',
  'flow',
  'callgraph',
  'transports',
  'pools',
  'edits',
  'rules',
  'audit',
  'fix',
  'report',
  'cli',
] as const;

/** Rooms that may import less than all those before them. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  project: ['text'],
  syntax: ['text'],
  models: ['text', 'project'],
};

/** The rooms inside `flow`, in the same way. */
const FLOW = ['state', 'request', 'summary', 'value', 'walk', 'fate'];

interface Import {
  /** Path below src/ of the importing file. */
  readonly from: string;
  /** Path below src/ of the imported file, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly isTypeOnly: boolean;
  /** False for a call of `import()`. */
  readonly isStatement: boolean;
}

const NAMES = String.raw`(?:[\w$*]|\{[^}]*\}|[\s,])+?`;
const STATEMENT = new RegExp(
  String.raw`^(?:import|export)\b(\s+type\b)?\s+(?:${NAMES}\sfrom\s+)?'([^']+)'`,
  'gm',
);
const CALL = /\bimport\(\s*'([^']+)'/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(join('src', file), 'utf8');
  const found = [
    ...[...source.matchAll(STATEMENT)].map(([, type, specifier]) => ({
      specifier: specifier!,
      isTypeOnly: type !== undefined,
      isStatement: true,
    })),
    ...[...source.matchAll(CALL)].map(([, specifier]) => ({
      specifier: specifier!,
      isTypeOnly: false,
      isStatement: false,
    })),
  ];
  return found.map(({ specifier, ...rest }) => {
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? specifier : relative('src', join('src', dirname(file), specifier));
    return { from: file, to, isPackage, ...rest };
  });
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const imports = files.flatMap(importsOf);
const roomOf = (file: string): string => file.split('/')[0]!;
const show = ({ from, to }: Import): string => `${from} imports ${to}`;

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const allowed: readonly string[] =
    NARROWER[from] ?? ROOMS.slice(0, ROOMS.indexOf(from as (typeof ROOMS)[number]));
  return allowed.includes(to);
}

/** The cycles among files that are there when modules are evaluated: imports of types alone vanish. */
function findCycles(): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || finished.has(file)) return;
    for (const { to } of imports.filter((one) => one.from === file && !one.isPackage && !one.isTypeOnly)) {
      visit(to, [...path, file]);
    }
    finished.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}

describe('the rooms of src', () => {
  test('every folder of src is a room with a place in the order', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders.map(({ name }) => name).filter((name) => !ROOMS.includes(name as (typeof ROOMS)[number])),
    ).toEqual([]);
  });

  test('every import statement is seen', () => {
    // Rules hold examples in Go, whose imports have double quotes or brackets.
    const lines = files.flatMap(
      (file) => readFileSync(join('src', file), 'utf8').match(/^import (?!["(])/gm) ?? [],
    );
    const statements = imports.filter(({ isStatement }) => isStatement);
    expect(statements.length).toBeGreaterThanOrEqual(lines.length);
  });

  test('imports go one way', () => {
    const inRooms = imports.filter(
      (one) => one.from.includes('/') && !one.isPackage && !one.to.startsWith('..'),
    );
    expect(inRooms.length).toBeGreaterThan(0);
    expect(inRooms.filter((one) => !mayImport(roomOf(one.from), roomOf(one.to))).map(show)).toEqual([]);
  });

  test('imports inside flow go one way', () => {
    const placeOf = (file: string) => FLOW.indexOf(file.split('/')[1] ?? '');
    const inFlow = files.filter((file) => roomOf(file) === 'flow');
    expect(inFlow.filter((file) => placeOf(file) < 0)).toEqual([]);
    const inside = imports.filter(({ from, to }) => roomOf(from) === 'flow' && roomOf(to) === 'flow');
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter(({ from, to }) => placeOf(from) < placeOf(to)).map(show)).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(findCycles()).toEqual([]);
  });

  test('only syntax knows the parser and only cli the command line parser', () => {
    const homes: Readonly<Record<string, string>> = {
      'web-tree-sitter': 'syntax',
      commander: 'cli',
      diff: 'report',
    };
    const packages = imports.filter(
      ({ from, to, isPackage, isTypeOnly }) =>
        from.includes('/') && isPackage && !isTypeOnly && !to.startsWith('node:'),
    );
    expect(packages.filter((one) => homes[one.to] !== roomOf(one.from)).map(show)).toEqual([]);
  });

  test('only cli writes to the console and decides how the process ends', () => {
    const touching = files.filter((file) => {
      const source = readFileSync(join('src', file), 'utf8');
      return /\bconsole\.|\bprocess\.(?:stdout|stderr|exit|exitCode|on)\b/.test(source);
    });
    expect(touching.filter((file) => file.includes('/') && roomOf(file) !== 'cli')).toEqual([]);
  });
});
