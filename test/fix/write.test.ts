import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileChange } from '../../src/fix/run.ts';
import { obstacleTo, writeChange } from '../../src/fix/write.ts';
import { changedFile } from '../../src/project/overlay.ts';
import type { SourceFile } from '../../src/project/source-file.ts';
import { sourceFile } from '../support/findings.ts';

const OLD = 'package p\n';
const NEW = 'package p\n\nvar é = 1';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'go-pool-audit-'));
  writeFileSync(join(directory, 'a.go'), OLD);
});
afterEach(() => rmSync(directory, { recursive: true }));

function fileAt(name: string): SourceFile {
  return sourceFile(name, OLD, { path: join(directory, name) });
}

function changeOf(name: string): FileChange {
  const original = fileAt(name);
  return {
    realPath: join(directory, 'a.go'),
    original,
    current: changedFile(original, Buffer.from(NEW)),
  };
}

test('a file is replaced as a whole and keeps its mode', () => {
  chmodSync(join(directory, 'a.go'), 0o751);
  expect(writeChange(changeOf('a.go'))).toBeUndefined();
  expect(readFileSync(join(directory, 'a.go'), 'utf8')).toBe(NEW);
  expect(statSync(join(directory, 'a.go')).mode & 0o777).toBe(0o751);
  expect(readdirSync(directory)).toEqual(['a.go']);
});

test('a link stays a link', () => {
  symlinkSync('a.go', join(directory, 'link.go'));
  expect(obstacleTo(fileAt('link.go'))).toBeUndefined();
  expect(writeChange(changeOf('link.go'))).toBeUndefined();
  expect(lstatSync(join(directory, 'link.go')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(directory, 'a.go'), 'utf8')).toBe(NEW);
});

test('a file that has changed since it was read is left alone', () => {
  writeFileSync(join(directory, 'a.go'), `${OLD}// mine\n`);
  expect(writeChange(changeOf('a.go'))).toBe('a.go has changed since it was read');
  expect(readFileSync(join(directory, 'a.go'), 'utf8')).toBe(`${OLD}// mine\n`);
});

test('a file that is gone does not come back', () => {
  rmSync(join(directory, 'a.go'));
  expect(writeChange(changeOf('a.go'))).toBe('a.go cannot be written: no such file or directory');
  expect(readdirSync(directory)).toEqual([]);
});

test('a read-only file is an obstacle, for the superuser too', () => {
  expect(obstacleTo(fileAt('a.go'))).toBeUndefined();
  chmodSync(join(directory, 'a.go'), 0o444);
  expect(obstacleTo(fileAt('a.go'))).toBe('a.go is read-only');
});
