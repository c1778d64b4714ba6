import type { SourceFile } from '../project/source-file.ts';
import type { Package, Program } from '../resolve/package.ts';

/** What a file declares that gives an http.Client: an exported function or method, or an exported field or variable. */
const GIVING = String.raw`^func (?:\([^)]*\) )?(\p{Lu}\w*)\(.*\) \(?(?:\w+ )?\*?LOCAL\.Client\b|^(?:\t|var )(\p{Lu}\w*)\s+\*?LOCAL\.Client\b`;

/**
 * Finds packages that send requests without importing net/http: over clients that functions, fields or variables of
 * another package, which is at hand or has a model, give them.
 */
export class GivenClients {
  private readonly program: Program;
  private readonly findModel: (importPath: string) => SourceFile | undefined;
  private readonly found = new Map<string, ReadonlySet<string>>();

  constructor(program: Program, findModel: (importPath: string) => SourceFile | undefined) {
    this.program = program;
    this.findModel = findModel;
  }

  /** True when a file of a package names what gives a client in one of the packages that it imports. */
  areUsedIn({ files }: Package): boolean {
    return files.some((file) =>
      file.imports.some(({ path }) =>
        [...this.givenBy(path)].some((name) => file.bytes.includes(`.${name}`)),
      ),
    );
  }

  private givenBy(path: string): ReadonlySet<string> {
    let names = this.found.get(path);
    if (!names) {
      const model = this.findModel(path);
      const files = model ? [model] : (this.program.packageAtHand(path)?.files ?? []);
      names = new Set(files.flatMap(givenIn));
      this.found.set(path, names);
    }
    return names;
  }
}

function givenIn(file: SourceFile): string[] {
  const imported = file.imports.find(({ path }) => path === 'net/http');
  const local = imported?.name ?? 'http';
  if (!imported || !file.bytes.includes(`${local}.Client`)) return [];
  const giving = new RegExp(GIVING.replaceAll('LOCAL', local), 'gmu');
  return [...file.text.matchAll(giving)].map(([, made = '', kept = '']) => made || kept);
}
