import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

const ERASE = '\r\u001B[2K';

test('a stream that is no terminal gets nothing', () => {
  const file = terminal(false);
  let time = 0;
  const progress = createProgress(file, () => time);
  time = 5000;
  progress.update('reading');
  progress.clear();
  expect(file.written).toEqual([]);
});

test('the line comes after a second, is rewritten at most ten times a second, and goes', () => {
  const screen = terminal(true);
  let time = 0;
  const progress = createProgress(screen, () => time);
  for (time = 0; time <= 1200; time += 10) progress.update(`at ${time}`);
  progress.clear();
  expect(screen.written).toEqual([`${ERASE}at 1000`, `${ERASE}at 1100`, `${ERASE}at 1200`, ERASE]);
});

test('a short run leaves the terminal alone', () => {
  const screen = terminal(true);
  const progress = createProgress(screen, () => 0);
  progress.update('reading');
  progress.clear();
  expect(screen.written).toEqual([]);
});

test('a line never wraps', () => {
  const screen = terminal(true, 10);
  let time = 0;
  const progress = createProgress(screen, () => time);
  time = 2000;
  progress.update('a message that is too long');
  expect(screen.written).toEqual([`${ERASE}a message`]);
});
