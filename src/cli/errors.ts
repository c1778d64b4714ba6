/** A mistake in how the tool was called. Its message is complete: it names what was given and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the operating system's error codes mean to a user (errno(3)). */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space left on device',
  ENOTDIR: 'not a directory',
  EPERM: 'operation not permitted',
  EROFS: 'read-only file system',
};

/** The cause of a failed system call in words; undefined for any other error. */
export function systemErrorCause(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return SYSTEM_ERRORS[String(error.code)] ?? String(error.code);
}

/**
 * One line for stderr, without the program's name and the final line break. With `debug` an unknown error shows its
 * stack; otherwise it shows its cause and how to report it.
 */
export function describeError(error: unknown, debug: boolean): string {
  if (debug && error instanceof Error && error.stack !== undefined) return error.stack;
  if (error instanceof UsageError) return oneLine(error.message);
  const cause = systemErrorCause(error);
  if (cause !== undefined) {
    const path = (error as NodeJS.ErrnoException).path;
    return oneLine(path === undefined ? cause : `${path}: ${cause}`);
  }
  const message = error instanceof Error ? error.message || error.name : String(error);
  return `internal error: ${oneLine(message)} (please report it with the output of GO_POOL_AUDIT_DEBUG=1)`;
}

/** The text with every run of line breaks replaced by a space. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
}
