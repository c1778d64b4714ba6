const FIRST_AFTER_MILLISECONDS = 1000;
const AT_MOST_EVERY_MILLISECONDS = 100;
const RETURN_AND_ERASE_LINE = '\r\u001B[2K';

/** What progress needs of a terminal: `process.stderr` in use, a record in tests. */
export interface ProgressTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line that says what a long run is doing, rewritten in place. Silent unless the stream is a terminal. */
export interface Progress {
  /** Shows a message, cut to the width of the terminal. Messages that come too early or too fast are dropped. */
  update(message: string): void;
  /** Removes the line if it is shown. Must be called before anything else is printed. */
  clear(): void;
}

/** `now` gives milliseconds on a clock that never goes back. */
export function createProgress(
  terminal: ProgressTerminal,
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    update(message) {
      if (terminal.isTTY !== true) return;
      const time = now();
      if (time - start < FIRST_AFTER_MILLISECONDS || time - last < AT_MOST_EVERY_MILLISECONDS) return;
      last = time;
      shown = true;
      terminal.write(RETURN_AND_ERASE_LINE + message.slice(0, Math.max(0, (terminal.columns ?? 80) - 1)));
    },
    clear() {
      if (shown) terminal.write(RETURN_AND_ERASE_LINE);
      shown = false;
    },
  };
}
