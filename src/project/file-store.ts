import { type Dirent, realpathSync } from 'node:fs';
import type { BuildSelection } from './build-selection.ts';
import { undecodable } from './decode.ts';
import { displayPath } from './display-path.ts';
import { FileReader, systemErrorMessage } from './file-reader.ts';
import { statOf } from './file-system.ts';
import { type FileContent, GoFile } from './go-file.ts';
import { scanHeader } from './header.ts';
import type { ProblemList } from './problems.ts';
import { childPath } from './walk.ts';

/** A Go file to load: where it is, and whether the build must want it. */
export interface FileRequest {
  readonly path: string;
  readonly realPath: string;
  /** True for files named one by one: they count whatever their build constraint says. */
  readonly isExplicit: boolean;
}

/** Loads Go files, each at most once by its real path, and says why it leaves one out. */
export class FileStore {
  private readonly workingDirectory: string;
  private readonly build: BuildSelection;
  private readonly problems: ProblemList;
  private readonly isExternal: boolean;
  private readonly reader = new FileReader();
  private readonly contents = new Map<string, FileContent | undefined>();
  private readonly files = new Map<string, GoFile>();

  /** `isExternal` marks the files as those of dependencies. */
  constructor(workingDirectory: string, build: BuildSelection, problems: ProblemList, isExternal = false) {
    this.isExternal = isExternal;
    this.workingDirectory = workingDirectory;
    this.build = build;
    this.problems = problems;
  }

  /** Undefined when the file is not wanted or cannot be read. */
  load({ path, realPath, isExplicit }: FileRequest): GoFile | undefined {
    const content = this.content(path, realPath);
    if (content === undefined || content.header.packageName === 'documentation') return undefined;
    if (!isExplicit && !this.build.wantsConstraint(content.header.constraint)) return undefined;
    let file = this.files.get(path);
    if (file === undefined) {
      file = new GoFile(path, displayPath(this.workingDirectory, path), content, this.isExternal);
      this.files.set(path, file);
    }
    return file;
  }

  /** The Go files of a listed directory that the build wants by name; `_x.go` and `.x.go` never count. */
  requests(path: string, realPath: string, entries: readonly Dirent[], tests: boolean): FileRequest[] {
    const requests: FileRequest[] = [];
    for (const entry of entries) {
      const { name } = entry;
      if (!name.endsWith('.go') || name.startsWith('_') || name.startsWith('.') || entry.isDirectory())
        continue;
      if ((!tests && name.endsWith('_test.go')) || !this.build.wantsName(name)) continue;
      const filePath = childPath(path, name);
      if (entry.isFile()) {
        requests.push({ path: filePath, realPath: childPath(realPath, name), isExplicit: false });
      } else if (entry.isSymbolicLink()) {
        const target = this.linkedFile(filePath);
        if (target !== undefined) requests.push({ path: filePath, realPath: target, isExplicit: false });
      } else {
        this.problems.addFile('warning', filePath, 'is not a regular file');
      }
    }
    return requests;
  }

  private linkedFile(path: string): string | undefined {
    try {
      const target = realpathSync.native(path);
      const status = statOf(target);
      if (status?.isFile()) return target;
      // A directory named x.go is a directory to the go command too; wildcards do not follow links to directories.
      if (!status?.isDirectory()) this.problems.addFile('warning', path, 'is not a regular file');
      return undefined;
    } catch (error) {
      this.problems.addFile('warning', path, `symbolic link: ${systemErrorMessage(error)}`);
      return undefined;
    }
  }

  private content(path: string, realPath: string): FileContent | undefined {
    if (this.contents.has(realPath)) return this.contents.get(realPath);
    let content: FileContent | undefined;
    try {
      const bytes = this.reader.read(path);
      const cause = undecodable(bytes);
      if (cause === undefined) content = { bytes, header: scanHeader(bytes) };
      else this.problems.addFile('warning', path, cause);
    } catch (error) {
      // A file that should have been audited was not: that must not pass for a clean run.
      this.problems.addFile('error', path, systemErrorMessage(error));
    }
    this.contents.set(realPath, content);
    return content;
  }
}
