import { writeStream } from './output.ts';

/** Prints the lowered form of every function in a Go file to stdout. Gives the exit code. */
export async function runDebugIr(file: string): Promise<number> {
  const { printFile } = await import('../ir/print.ts');
  await writeStream(process.stdout, await printFile(file));
  return 0;
}
