import type { Declaration } from '../../src/resolve/declaration.ts';
import type { Program } from '../../src/resolve/package.ts';
import { createProgram } from '../../src/resolve/program.ts';
import type { Selection, Type } from '../../src/resolve/type.ts';
import { Types } from '../../src/resolve/types.ts';
import { loadParser, type Parser } from '../../src/syntax/parser.ts';
import { goFile, projectFrom, type ProjectOptions } from './project.ts';

/** A program in memory with the questions that tests ask of it. */
export interface Workbench {
  readonly program: Program;
  readonly types: Types;
  /** A declaration by `importPath.Name` or `importPath.Type.Method`; the path is relative to the module, `.` its root. */
  declaration(packagePath: string, name: string): Declaration;
  /** The declared type of a package variable, or the type that a type name denotes. */
  type(packagePath: string, name: string): Type;
  /** `type`, printed. */
  printed(packagePath: string, name: string): string;
  select(packagePath: string, name: string, member: string): Selection | undefined;
}

export interface WorkbenchOptions extends ProjectOptions {
  /** Go source of models by import path. */
  readonly models?: Readonly<Record<string, string>>;
}

let parser: Promise<Parser> | undefined;

/** The parser that tests share. */
export function sharedParser(): Promise<Parser> {
  return (parser ??= loadParser());
}

/** Sets up a program from Go source by path, as `projectFrom` takes it. */
export async function workbench(
  files: Readonly<Record<string, string>>,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  const module = options.module ?? 'example.com/x';
  const models = new Map(
    Object.entries(options.models ?? {}).map(([path, source]) => [path, goFile(`models/${path}.go`, source)]),
  );
  const program = createProgram(projectFrom(files, options), await sharedParser(), (path) =>
    models.get(path),
  );
  const types = new Types(program);
  const declaration = (packagePath: string, name: string): Declaration => {
    const path = packagePath === '.' ? module : `${module}/${packagePath}`;
    const found = program.package(path) ?? program.package(packagePath);
    const [first = '', method] = name.split('.');
    const result =
      method === undefined
        ? found?.lookup(first)
        : found?.methods(first).find((candidate) => candidate.name === method);
    if (result === undefined) throw new Error(`${packagePath} declares no ${name}`);
    return result;
  };
  const type = (packagePath: string, name: string): Type => {
    const found = declaration(packagePath, name);
    return found.kind === 'type' ? types.defined(found) : (types.declaredType(found) ?? { kind: 'unknown' });
  };
  return {
    program,
    types,
    declaration,
    type,
    printed: (packagePath, name) => types.format(type(packagePath, name)),
    select: (packagePath, name, member) => types.select(type(packagePath, name), member),
  };
}
