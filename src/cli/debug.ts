import { UsageError } from './errors.ts';
import { writeStream } from './output.ts';

/** What the room for graphs offers when it can print whole files. */
interface FilePrinter {
  printFile(path: string): string | Promise<string>;
}

/** Prints the lowered form of every function in a Go file to stdout. Gives the exit code. */
export async function runDebugIr(file: string): Promise<number> {
  const printer: object = await import('../ir/print.ts');
  if (!canPrintFiles(printer)) throw new UsageError('debug ir cannot print files in this version');
  await writeStream(process.stdout, await printer.printFile(file));
  return 0;
}

function canPrintFiles(printer: object): printer is FilePrinter {
  return 'printFile' in printer;
}
