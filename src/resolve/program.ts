import type { Project, SourceFile, SourcePackage } from '../project/source-file.ts';
import type { Parser } from '../syntax/parser.ts';
import { type PackageDescription, PackageIndex } from './package-index.ts';
import type { Package, Program } from './package.ts';

const NO_MODULE = { path: '', directory: '', goVersion: undefined };
const NO_OTHERS = (): readonly SourceFile[] => [];
const OF_MODEL = { module: NO_MODULE, isModel: true, isDependency: false, others: NO_OTHERS };
const OF_DEPENDENCY = { isModel: false, isDependency: true, others: NO_OTHERS };

/**
 * All packages that can be looked up: those that the project selects, then others of its modules, then models, which
 * know effects that source does not show, then the source of dependencies where it is present. Each is made once, when first asked for. `findModel` gives the model file of an import path, if there is one.
 */
export function createProgram(
  project: Project,
  parser: Parser,
  findModel: (importPath: string) => SourceFile | undefined,
): Program {
  return new IndexedProgram(project, parser, findModel);
}

class IndexedProgram implements Program {
  readonly packages: readonly Package[];
  readonly parser: Parser;
  readonly brokenFiles = new Set<SourceFile>();
  readonly #project: Project;
  readonly #findModel: (importPath: string) => SourceFile | undefined;
  readonly #byPath = new Map<string, PackageIndex | undefined>();
  readonly #bySource = new Map<SourcePackage, PackageIndex>();

  constructor(project: Project, parser: Parser, findModel: (importPath: string) => SourceFile | undefined) {
    this.#project = project;
    this.parser = parser;
    this.#findModel = findModel;
    this.packages = project.packages.map((source) => this.#packageOf(source));
    // A directory may hold a command beside the package that its import path denotes.
    const importable = project.packages.filter((source) => source.name !== 'main');
    for (const source of [...importable, ...project.packages]) {
      if (!this.#byPath.has(source.path)) this.#byPath.set(source.path, this.#packageOf(source));
    }
  }

  package(path: string): Package | undefined {
    return this.find(path);
  }

  find(path: string): PackageIndex | undefined {
    if (!this.#byPath.has(path)) this.#byPath.set(path, this.#load(path));
    return this.#byPath.get(path);
  }

  model(path: string): SourceFile | undefined {
    return this.#findModel(path);
  }

  loaded(): readonly Package[] {
    const others = [...this.#byPath.values()].filter((found) => found !== undefined);
    return [...new Set<Package>([...this.packages, ...others])].filter((found) => !found.isDependency);
  }

  #load(path: string): PackageIndex | undefined {
    const source = this.#project.find(path);
    if (source !== undefined) return this.#packageOf(source);
    const model = this.#findModel(path);
    if (model !== undefined)
      return this.#made({ ...OF_MODEL, path, name: model.packageName, files: [model] });
    const dependency = this.#project.findDependency(path);
    return dependency && this.#made({ ...OF_DEPENDENCY, ...dependency, path });
  }

  #made(description: PackageDescription): PackageIndex {
    return new PackageIndex(description, this);
  }

  #packageOf(source: SourcePackage): PackageIndex {
    let found = this.#bySource.get(source);
    if (found === undefined) {
      const { path, name, module, files } = source;
      const others = (): readonly SourceFile[] => this.#filesLeftOut(source);
      found = this.#made({ path, name, module, files, isModel: false, isDependency: false, others });
      this.#bySource.set(source, found);
    }
    return found;
  }

  /** Single files may be selected; the rest of their package is read when something in it may be meant. */
  #filesLeftOut(source: SourcePackage): readonly SourceFile[] {
    const complete = this.#project.find(source.path);
    if (complete === undefined || complete === source || complete.name !== source.name) return [];
    const present = new Set(source.files.map((file) => file.path));
    return complete.files.filter((file) => !present.has(file.path));
  }
}
