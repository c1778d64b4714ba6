import { declarationsMatching } from '../callgraph/mentions.ts';
import type { FunctionGraph } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { SourceFile } from '../project/source-file.ts';
import { filesImporting } from '../resolve/importing-files.ts';
import type { Package } from '../resolve/package.ts';

/** A pointer that is followed where a value stands: behind `=`, `:`, a comma, a bracket or `return`. */
const FOLLOWED = /(?:[=:,]|\breturn|(?<!\.)\()\s*\*[\w(]/;

/** A method whose receiver is no pointer: each call copies it. */
const ON_VALUE = /\bfunc \(\w+ \w+\) \w+\(/;

/** A function in which a transport may be copied. */
export interface Copier {
  readonly graph: FunctionGraph;
  /** True when a struct of its package has a transport in it. */
  readonly inStruct: boolean;
}

/** The functions in which a transport may be copied, tests included. */
export function* copiersOfTransports(typing: Typing): Iterable<Copier> {
  const byOwner = new Map<Package, SourceFile[]>();
  for (const { owner, file } of filesImporting(typing.program, 'net/http')) {
    if (!file.bytes.includes('.Transport')) continue;
    const files = byOwner.get(owner);
    if (files) files.push(file);
    else byOwner.set(owner, [file]);
  }
  for (const [owner, importing] of byOwner) {
    const spellings = importing.map((file) => spellingIn(file));
    const inStruct = spellings.some(({ asField }, index) => asField.test(importing[index]?.text ?? ''));
    const names = new Set(spellings.flatMap(({ holders }) => holders));
    const byName = names.size > 0 ? nameAsValue(names) : undefined;
    const pointers = new Set(spellings.flatMap((each) => each.pointers));
    const byPointer = pointers.size > 0 ? nameFollowed(pointers) : undefined;
    // Who copies a field or package variable need not spell the type.
    for (const file of byName ? owner.files : importing) {
      const { asValue } = spellings[importing.indexOf(file)] ?? spellingIn(file);
      const patterns = [asValue, FOLLOWED, ...(byName ? [byName] : []), ...(inStruct ? [ON_VALUE] : [])];
      const pattern = new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
      for (const declaration of declarationsMatching(owner, file, pattern)) {
        if (declaration.kind === 'type') continue;
        const text = file.text.slice(declaration.start, declaration.end);
        const isNear =
          inStruct ||
          asValue.test(text) ||
          /[tT]ransport/.test(text) ||
          byName?.test(text) ||
          byPointer?.test(text);
        const graph = isNear ? typing.graphs.of(declaration) : undefined;
        if (graph) yield { graph, inStruct };
      }
    }
  }
}

interface Spelling {
  /** The type where it is no pointer. */
  readonly asValue: RegExp;
  /** The type as that of a field, at the end of a line or of a list of fields. */
  readonly asField: RegExp;
  /** Fields and package variables that are transports, not pointers to them. */
  readonly holders: readonly string[];
  /** Fields and package variables that are pointers to transports. */
  readonly pointers: readonly string[];
}

function spellingIn({ imports, text }: SourceFile): Spelling {
  const name = imports.find(({ path }) => path === 'net/http')?.name ?? 'http';
  const type = String.raw`${name}\.Transport\b`;
  const asField = new RegExp(
    String.raw`(?:^|[{;])[ \t]*(?:\w+(?:,\s*\w+)*[ \t]+)?${type}[ \t]*(?:$|\x60|//|[;}])`,
    'm',
  );
  const held = new RegExp(String.raw`(?:^|[{;]|\bvar)[ \t]*(\w+)[ \t]+(?:=[ \t]*)?(?:\[\w*\])?${type}`, 'gm');
  const pointing = new RegExp(
    String.raw`(?:^|[{;]|\bvar)[ \t]*(\w+)[ \t]+(?:\*${type}|=[ \t]*(?:&${type}|new\(${type}))`,
    'gm',
  );
  const pointers = [...text.matchAll(pointing)].map((match) => match[1] as string);
  const holders = [...text.matchAll(held)].map((match) => match[1] as string);
  return { asValue: new RegExp(String.raw`(?<!\bnew\()(?<![&*\w.])${type}`), asField, holders, pointers };
}

/** One of these names, perhaps selected, where its value may be taken: not its address, a field or a method of it. */
function nameAsValue(names: ReadonlySet<string>): RegExp {
  return new RegExp(String.raw`(?<![&\w.])(?:\w+\.)*(?:${[...names].join('|')})\b(?!\s*(?:[.:(]|=(?!=)))`);
}

/** One of these names, perhaps selected, where the pointer is followed. */
function nameFollowed(names: ReadonlySet<string>): RegExp {
  return new RegExp(String.raw`\*(?:\w+\.)*(?:${[...names].join('|')})\b(?!\s*[.(])`);
}
