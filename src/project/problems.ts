import { displayPath } from './display-path.ts';
import type { Problem } from './source-file.ts';

/** Collects what the user must be told; each message once. */
export class ProblemList {
  private readonly workingDirectory: string;
  private readonly byMessage = new Map<string, Problem>();

  constructor(workingDirectory: string) {
    this.workingDirectory = workingDirectory;
  }

  add(severity: Problem['severity'], message: string): void {
    // Paths may hold line breaks, and a message is one line.
    const line = message.replaceAll(/[\r\n]+/g, ' ');
    if (!this.byMessage.has(line)) this.byMessage.set(line, { severity, message: line });
  }

  /** Adds `<path>: <cause>`. */
  addFile(severity: Problem['severity'], path: string, cause: string): void {
    this.add(severity, `${displayPath(this.workingDirectory, path)}: ${cause}`);
  }

  list(): Problem[] {
    return [...this.byMessage.values()];
  }
}
