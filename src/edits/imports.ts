import { type ImportDeclaration, scanHeader, scanImportDeclarations } from '../project/header.ts';
import type { ImportSpec, SourceFile } from '../project/source-file.ts';
import { likelyPackageNames } from '../resolve/import-name.ts';
import type { Fix, NeededImport, SourceEdit } from './fix.ts';
import { addToGroup } from './import-group.ts';
import {
  byPath,
  groupText,
  isStandard,
  lineEndBehind,
  type NewImport,
  restIsComment,
} from './import-layout.ts';

/** What imports are added to: a file with its import declarations in UTF-16 offsets. */
interface Head {
  readonly file: SourceFile;
  /** Behind the package clause. */
  readonly end: number;
  readonly declarations: readonly ImportDeclaration[];
}

/** All edits of a fix, those that add its imports included. Undefined when a file's imports cannot be read. */
export function editsWithImports(fix: Pick<Fix, 'edits' | 'imports'>): readonly SourceEdit[] | undefined {
  const all: SourceEdit[] = [];
  for (const file of new Set(fix.imports.map((needed) => needed.file))) {
    const edits = importEdits(
      file,
      fix.imports.filter((needed) => needed.file === file),
    );
    if (edits === undefined) return undefined;
    all.push(...edits);
  }
  // An import is inserted before what else is inserted at its place.
  return [...all, ...fix.edits];
}

/**
 * The edits that add those of the imports that a file lacks, where goimports and gofmt would have them: in an import
 * group, beside what belongs to the same group of paths, sorted by path. Other imports stay as they are: `import "C"`
 * keeps its comment, several declarations are not merged. Undefined when the file's own imports cannot be read.
 */
export function importEdits(
  file: SourceFile,
  needed: readonly NeededImport[],
): readonly SourceEdit[] | undefined {
  const missing = missingImports(file, needed);
  if (missing.length === 0) return [];
  const head = headOf(file);
  if (head === undefined) return undefined;
  const { declarations } = head;
  const open = declarations.filter(({ imports }) => !imports.some(({ path }) => path === 'C'));
  const groups = open.filter(({ group }) => group !== undefined);
  if (groups.length > 0) return addToGroup(file, groups, missing);
  const [single] = open;
  const edits = open.length === 1 && single ? groupSingle(file, single, missing) : undefined;
  return edits ?? [addDeclaration(head, open, missing)];
}

/** True when an import gives a package this name. */
export function isNamed(spec: ImportSpec, path: string, name: string): boolean {
  if (spec.path !== path) return false;
  if (spec.name !== undefined) return spec.name === name;
  // Where the path alone tells nothing of the name, whoever uses it has looked into the package.
  return true;
}

function missingImports(file: SourceFile, needed: readonly NeededImport[]): NewImport[] {
  const missing = new Map<string, NewImport>();
  for (const { path, name } of needed) {
    if (file.imports.some((spec) => isNamed(spec, path, name))) continue;
    const isOwnName = likelyPackageNames(path)[0] === name;
    missing.set(`${name} ${path}`, { path, spec: isOwnName ? `"${path}"` : `${name} "${path}"` });
  }
  return [...missing.values()].toSorted(byPath);
}

function headOf(file: SourceFile): Head | undefined {
  const { bytes, text } = file;
  const header = scanHeader(bytes);
  const scanned = scanImportDeclarations(bytes, header);
  if (scanned === undefined || header.packageName === '') return undefined;
  const isAscii = text.length === bytes.length;
  const offset = (at: number): number => (isAscii ? at : bytes.toString('utf8', 0, at).length);
  const declarations = scanned.map(({ start, end, group, imports }) => ({
    start: offset(start),
    end: offset(end),
    group: group && { open: offset(group.open), close: offset(group.close) },
    imports: imports.map((one) => ({ ...one, start: offset(one.start), end: offset(one.end) })),
  }));
  return { file, end: offset(header.end), declarations };
}

/** Turns `import "x"` into a group. Undefined when it is not written on one line of its own. */
function groupSingle(
  file: SourceFile,
  declaration: ImportDeclaration,
  added: readonly NewImport[],
): SourceEdit[] | undefined {
  const { text } = file;
  const spec = declaration.imports[0];
  const afterKeyword = declaration.start + 'import'.length;
  if (spec === undefined || !/^[ \t]*$/.test(text.slice(afterKeyword, spec.start))) return undefined;
  if (!restIsComment(text, spec.end)) return undefined;
  const own = { path: spec.path, spec: '\0' };
  const [before = '', behind = ''] = groupText([...added, own].toSorted(byPath)).split('\0');
  const end = lineEndBehind(text, spec.end);
  return [
    { file, start: afterKeyword, end: spec.start, text: ` ${before}` },
    { file, start: end, end, text: behind },
  ];
}

/** A declaration of its own, behind the single import that it resembles most, or else behind all imports. */
function addDeclaration(
  { file, end, declarations }: Head,
  singles: readonly ImportDeclaration[],
  added: readonly NewImport[],
): SourceEdit {
  const { text } = file;
  const [first] = added;
  const [only] = added.length === 1 ? added : [];
  const neighbour = first && singles.findLast(({ imports: [spec] }) => spec && comesBefore(spec, first));
  const previous = neighbour ?? singles.at(-1) ?? declarations.at(-1);
  const at = previous?.end ?? end;
  const place = restIsComment(text, at) ? lineEndBehind(text, at) : at;
  const declaration = only ? `import ${only.spec}` : `import ${groupText(added)}`;
  const isBeside = only !== undefined && singles.length > 0;
  const isFollowed = previous === undefined && /^\r?\n[^\r\n]/.test(text.slice(place));
  const newText = `${isBeside ? '\n' : '\n\n'}${declaration}${isFollowed ? '\n' : ''}`;
  return { file, start: place, end: place, text: newText };
}

function comesBefore(spec: ImportSpec, added: NewImport): boolean {
  return isStandard(spec.path) === isStandard(added.path) && spec.path < added.path;
}
