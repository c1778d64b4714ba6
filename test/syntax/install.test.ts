import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const FILES = { 'tree-sitter-go': 'tree-sitter-go.wasm', 'web-tree-sitter': 'web-tree-sitter.wasm' } as const;

let root: string;

/** A checkout with the script and the two packages. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'grammars-'));
  mkdirSync(join(root, 'grammars'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  copyFileSync('grammars/install.js', join(root, 'grammars/install.js'));
  for (const [name, file] of Object.entries(FILES)) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true });
    copyFileSync(join('node_modules', name, file), join(root, 'node_modules', name, file));
  }
});

afterEach(() => rmSync(root, { recursive: true }));

function install(): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [join(root, 'grammars/install.js')], { encoding: 'utf8' });
}

function expectFailure(pattern: RegExp): void {
  const { status, stderr } = install();
  expect(status).toBe(1);
  expect(stderr).toMatch(pattern);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
}

test('copies both files, and leaves them alone when they are right', () => {
  expect(install()).toMatchObject({ status: 0, stderr: '' });
  for (const [name, file] of Object.entries(FILES)) {
    const installed = join(root, 'grammars', file);
    expect(readFileSync(installed).equals(readFileSync(join('node_modules', name, file)))).toBe(true);
    utimesSync(installed, 1, 1);
  }
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(install()).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(join(root, 'grammars/tree-sitter-go.wasm')).mtimeMs).toBe(1000);
});

test('replaces a file that is not right', () => {
  writeFileSync(join(root, 'grammars/tree-sitter-go.wasm'), 'half a fi');
  expect(install().status).toBe(0);
  expect(statSync(join(root, 'grammars/tree-sitter-go.wasm')).size).toBeGreaterThan(100_000);
});

test('refuses a file with another sum and names it', () => {
  writeFileSync(join(root, 'node_modules/tree-sitter-go/tree-sitter-go.wasm'), 'other');
  expectFailure(/tree-sitter-go\.wasm: SHA-256 is [0-9a-f]{64}, expected [0-9a-f]{64}/);
});

test('names a file that is missing', () => {
  rmSync(join(root, 'node_modules/web-tree-sitter'), { recursive: true });
  expectFailure(/web-tree-sitter\.wasm: missing; run npm ci first/);
});
