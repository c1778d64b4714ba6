import { type Header, isGenerated, scanImports } from './header.ts';
import type { ImportSpec, SourceFile } from './source-file.ts';
import { TextCache } from './text-cache.ts';

const texts = new TextCache();

/** The bytes of one file on disk and its scanned head: read once, however many paths lead to it. */
export interface FileContent {
  readonly bytes: Buffer;
  readonly header: Header;
}

/** A Go file of the project or of one of its dependencies. What is not needed to choose and group it is worked out at first use. */
export class GoFile implements SourceFile {
  readonly path: string;
  readonly displayPath: string;
  readonly bytes: Buffer;
  readonly isTest: boolean;
  readonly isExternal: boolean;
  readonly packageName: string;
  private readonly header: Header;
  private scannedImports: readonly ImportSpec[] | undefined;
  private generated: boolean | undefined;

  constructor(path: string, displayPath: string, content: FileContent, isExternal = false) {
    this.path = path;
    this.displayPath = displayPath;
    this.bytes = content.bytes;
    this.header = content.header;
    this.packageName = content.header.packageName;
    this.isExternal = isExternal;
    this.isTest = path.endsWith('_test.go');
  }

  get text(): string {
    return texts.get(this.bytes);
  }

  get imports(): readonly ImportSpec[] {
    return (this.scannedImports ??= scanImports(this.bytes, this.header));
  }

  get isGenerated(): boolean {
    return (this.generated ??= isGenerated(this.bytes, this.header));
  }
}
