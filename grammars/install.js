/**
 * Copies the two WebAssembly files that reading Go needs from the pinned npm packages into this folder, after
 * comparing each with its known SHA-256. Run by `npm run build`.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Each file with the npm package it comes from. Sums are those of the versions pinned in package.json. */
const FILES = [
  {
    name: 'tree-sitter-go.wasm',
    package: 'tree-sitter-go',
    sha256: '9504573f352b20be7f2f1911754d710622aedc15afff16d5ed8fb5645681aee7',
  },
  {
    name: 'web-tree-sitter.wasm',
    package: 'web-tree-sitter',
    sha256: '488beeff7adb7fd7e21e97cc29a43dc6d031977755eda892d6d96c7f456cfdec',
  },
];

/** The SHA-256 of a file in hexadecimal digits; undefined when there is no such file. */
function sumOf(path) {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function install(file) {
  const target = fileURLToPath(new URL(file.name, import.meta.url));
  if (sumOf(target) === file.sha256) return;
  const source = fileURLToPath(new URL(`../node_modules/${file.package}/${file.name}`, import.meta.url));
  const sum = sumOf(source);
  if (sum === undefined) throw new Error(`${source}: missing; run npm ci first`);
  if (sum !== file.sha256) throw new Error(`${source}: SHA-256 is ${sum}, expected ${file.sha256}`);
  copyFileSync(source, target);
}

try {
  for (const file of FILES) install(file);
} catch (error) {
  process.stderr.write(`grammars/install.js: ${error.message}\n`);
  process.exitCode = 1;
}
