import type { Project, SourceFile, SourcePackage } from '../project/source-file.ts';
import type { Parser } from '../syntax/parser.ts';
import { type PackageDescription, PackageIndex } from './package-index.ts';
import type { Package, Program } from './package.ts';

const NO_MODULE = { path: '', directory: '', goVersion: undefined };
const OF_MODEL = { module: NO_MODULE, isModel: true, isDependency: false };
const OF_DEPENDENCY = { isModel: false, isDependency: true };

/**
 * All packages that can be looked up: those that the project selects, then others of its modules, then models, which
 * know effects that source does not show, then the source of dependencies where it is present. Each is made once, when
 * first asked for. `findModel` gives the model file of an import path, if there is one.
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
      if (this.#byPath.has(source.path) || this.#isModelled(source)) continue;
      this.#byPath.set(source.path, this.#packageOf(source));
    }
  }

  package(path: string): Package | undefined {
    return this.find(path);
  }

  packageAtHand(path: string): Package | undefined {
    if (!this.#byPath.has(path) && this.#project.find(path) === undefined) return undefined;
    const found = this.find(path);
    return found?.isModel || found?.isDependency ? undefined : found;
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
    if (source !== undefined && !this.#isModelled(source)) return this.#packageOf(source);
    const model = this.#findModel(path);
    if (model !== undefined)
      return this.#made({ ...OF_MODEL, path, name: model.packageName, files: [model] });
    const dependency = this.#project.findDependency(path);
    return dependency && this.#made({ ...OF_DEPENDENCY, ...dependency, path });
  }

  /** The standard library does what its models say, also for those who audit its source. */
  #isModelled({ module, path }: SourcePackage): boolean {
    return module.path === 'std' && this.#findModel(path) !== undefined;
  }

  #made(description: PackageDescription): PackageIndex {
    return new PackageIndex(description, this);
  }

  #packageOf(source: SourcePackage): PackageIndex {
    const complete = this.#complete(source);
    let found = this.#bySource.get(complete);
    if (found === undefined) {
      const { path, name, module, files } = complete;
      found = this.#made({ path, name, module, files, isModel: false, isDependency: false });
      this.#bySource.set(complete, found);
    }
    return found;
  }

  /** Single files may be selected; what they do depends on the rest of their package. */
  #complete(source: SourcePackage): SourcePackage {
    const complete = this.#project.find(source.path);
    return complete?.name === source.name ? complete : source;
  }
}
