import { GoFile } from './go-file.ts';
import { scanHeader } from './header.ts';
import type { Project, SourceFile, SourcePackage } from './source-file.ts';

/** A file as it would be with other bytes. */
export function changedFile(file: SourceFile, bytes: Buffer): SourceFile {
  return new GoFile(file.path, file.displayPath, { bytes, header: scanHeader(bytes) }, file.isExternal);
}

/** A project in which some files, by path, are others. What is read on demand is seen changed too. */
export function withChangedFiles(project: Project, changed: ReadonlyMap<string, SourceFile>): Project {
  const packages = new Map<SourcePackage, SourcePackage>();
  const changedPackage = (source: SourcePackage): SourcePackage => {
    let result = packages.get(source);
    if (result === undefined) {
      const files = source.files.map((file) => changed.get(file.path) ?? file);
      result = source.files.some(({ path }) => changed.has(path)) ? { ...source, files } : source;
      packages.set(source, result);
    }
    return result;
  };
  return {
    packages: project.packages.map(changedPackage),
    modules: project.modules,
    get problems() {
      return project.problems;
    },
    find: (importPath) => {
      const found = project.find(importPath);
      return found && changedPackage(found);
    },
    findDependency: (importPath) => project.findDependency(importPath),
  };
}
