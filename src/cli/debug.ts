import { UsageError } from './errors.ts';
import { writeStream } from './output.ts';

/** Prints the lowered form of every function in a Go file to stdout. Gives the exit code. */
export async function runDebugIr(file: string): Promise<number> {
  const { printFile, UnprintableFile } = await import('../ir/print-file.ts');
  try {
    await writeStream(process.stdout, await printFile(file));
  } catch (error) {
    if (error instanceof UnprintableFile) throw new UsageError(error.message);
    throw error;
  }
  return 0;
}
