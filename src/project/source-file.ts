/** One Go source file, read once. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Path relative to the working directory of the run, with `/`: what is printed. */
  readonly displayPath: string;
  /** The bytes as read from disk. */
  readonly bytes: Buffer;
  /**
   * The decoded text, made at first use. A byte order mark is kept. Latin-1 decoding is used when every byte is
   * ASCII (then UTF-16 offsets are byte offsets), UTF-8 otherwise.
   */
  readonly text: string;
  /** True for `_test.go` files. */
  readonly isTest: boolean;
  /** True when the file is marked "Code generated … DO NOT EDIT." before its package clause. */
  readonly isGenerated: boolean;
  /** True for files that stand for code outside the modules at hand: models, dependencies. */
  readonly isExternal: boolean;
  /** Name in the package clause; '' when it cannot be read. */
  readonly packageName: string;
  /** The imports in source order. */
  readonly imports: readonly ImportSpec[];
}

/** One import of a file. */
export interface ImportSpec {
  readonly path: string;
  /** The explicit local name (`.` and `_` included); undefined when the imported package's own name counts. */
  readonly name: string | undefined;
}

/** A Go module at hand. */
export interface Module {
  /** The module path; '' for files outside any module. */
  readonly path: string;
  /** Absolute directory of go.mod. */
  readonly directory: string;
  /** From the higher of the `go` and `toolchain` lines, e.g. [1, 26]; undefined when neither is there. */
  readonly goVersion: readonly [major: number, minor: number] | undefined;
}

/** The files of one package: same directory, same package clause. */
export interface SourcePackage {
  /** Import path; external test packages end in `_test`. */
  readonly path: string;
  readonly directory: string;
  readonly name: string;
  readonly module: Module;
  readonly files: readonly SourceFile[];
}

/** A file, directory or pattern about which the user must be told. */
export interface Problem {
  /** 'error' leads to exit code 2; 'warning' only to a line on stderr. */
  readonly severity: 'error' | 'warning';
  /** Names the file and the cause, one line. */
  readonly message: string;
}

/** What a run audits and what it can look up. */
export interface Project {
  /** The packages that the patterns select. */
  readonly packages: readonly SourcePackage[];
  readonly modules: readonly Module[];
  readonly problems: readonly Problem[];
  /** Any package of the modules at hand by import path, selected or not; read on demand. */
  find(importPath: string): SourcePackage | undefined;
  /** A package of a dependency whose source is present, vendored or downloaded; read on demand, without tests. */
  findDependency(importPath: string): SourcePackage | undefined;
}
