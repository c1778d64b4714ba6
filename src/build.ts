/**
 * Builds what is shipped: one bundled file for the command line, the models beside it, and the licences of the
 * bundled packages. Run by `npm run build`, from the root of the checkout.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** The packages whose code is in the bundle or in grammars/. */
const BUNDLED_PACKAGES = ['commander', 'diff', 'tree-sitter-go', 'web-tree-sitter'];

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli/main.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  // A script whose compiled form was kept cannot call `import()`.
  supported: { 'dynamic-import': false },
  alias: {
    'node:child_process': './src/cli/no-child-process.ts',
    'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs',
  },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl' },
}).catch(() => {
  // esbuild has said what is wrong.
  process.exit(1);
});
rmSync('dist/models', { recursive: true, force: true });
cpSync('src/models/go', 'dist/models', { recursive: true });
writeFileSync('dist/LICENSES.txt', BUNDLED_PACKAGES.map(licenceOf).join('\n\n'));
chmodSync('bin/go-pool-audit.js', 0o755);
keepCompiled();

/** What is compiled in an audit of all samples is kept: functions that none of them needs are compiled when called. */
function keepCompiled(): void {
  rmSync('dist/cli/main.cjs.compiled', { force: true });
  const audit = ['bin/keep-compiled.js', '-C', 'testdata/rules', '--fail-on', 'never'];
  execFileSync(process.execPath, audit, { stdio: ['ignore', 'ignore', 'inherit'] });
}

function licenceOf(name: string): string {
  return `${name}\n${'='.repeat(name.length)}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim()}\n`;
}
