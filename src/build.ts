/**
 * Builds what is shipped: one bundled file for the command line, the models beside it, and the licences of the
 * bundled packages. Run by `npm run build`, from the root of the checkout.
 */
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** The packages whose code is in the bundle or in grammars/. */
const BUNDLED_PACKAGES = ['commander', 'diff', 'tree-sitter-go', 'web-tree-sitter'];

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli/main.js',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  // Packages in CommonJS form ask for Node's modules by `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as createNodeRequire } from 'node:module'; const require = createNodeRequire(import.meta.url);",
  },
}).catch(() => {
  // esbuild has said what is wrong.
  process.exit(1);
});
rmSync('dist/models', { recursive: true, force: true });
cpSync('src/models/go', 'dist/models', { recursive: true });
writeFileSync('dist/LICENSES.txt', BUNDLED_PACKAGES.map(licenceOf).join('\n\n'));
chmodSync('bin/go-pool-audit.js', 0o755);

function licenceOf(name: string): string {
  return `${name}\n${'='.repeat(name.length)}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim()}\n`;
}
