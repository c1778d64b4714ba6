import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/errors.ts';
import { writeFileAtomically, writeStream } from '../../src/cli/output.ts';
import { directoryWith } from './run.ts';

describe('writeFileAtomically', () => {
  test('a new file and an existing one hold the text afterwards, and nothing else is left', () => {
    const directory = directoryWith({ 'old.txt': 'a longer old content' });
    for (const name of ['new.txt', 'old.txt']) writeFileAtomically(join(directory, name), 'new');
    expect(readdirSync(directory).toSorted()).toEqual(['new.txt', 'old.txt']);
    expect(['new.txt', 'old.txt'].map((name) => readFileSync(join(directory, name), 'utf8'))).toEqual([
      'new',
      'new',
    ]);
  });

  test('the mode of an existing file is kept', () => {
    const directory = directoryWith({});
    writeFileSync(join(directory, 'a'), '', { mode: 0o600 });
    writeFileAtomically(join(directory, 'a'), 'new');
    expect(statSync(join(directory, 'a')).mode & 0o777).toBe(0o600);
  });

  test('a symbolic link stays, and what it points to is written', () => {
    const directory = directoryWith({ 'target/a': 'old' });
    symlinkSync('target/a', join(directory, 'link'));
    writeFileAtomically(join(directory, 'link'), 'new');
    expect(readFileSync(join(directory, 'target/a'), 'utf8')).toBe('new');
  });

  test('a device is written, not replaced', () => {
    writeFileAtomically('/dev/null', 'new');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a missing parent and a directory in its place are refused by name', () => {
    const directory = directoryWith({ file: '' });
    mkdirSync(join(directory, 'folder'));
    const write = (name: string) => () => writeFileAtomically(join(directory, name), 'new');
    expect(write('missing/a')).toThrow(UsageError);
    expect(write('missing/a')).toThrow(/missing\/a: the directory .*missing does not exist/);
    expect(write('file/a')).toThrow(/file does not exist/);
    expect(write('folder')).toThrow(/folder: is a directory/);
  });
});

function streamFailingWith(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, callback) => callback(Object.assign(new Error(code), { code })),
  });
}

describe('writeStream', () => {
  test('a reader that has gone away is no error', async () => {
    await expect(writeStream(streamFailingWith('EPIPE'), 'text')).resolves.toBeUndefined();
  });

  test('a full disk is', async () => {
    await expect(writeStream(streamFailingWith('ENOSPC'), 'text')).rejects.toThrow('ENOSPC');
  });
});
