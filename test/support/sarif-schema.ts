import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';

/**
 * A small package that carries the text of the SARIF 2.1.0 schema. The text itself may not be committed here, and the
 * package's dependencies are not needed, so only its archive is taken, pinned by hash.
 */
const PACKAGE = '@microsoft/jest-sarif@1.0.0-beta.0';
const INTEGRITY =
  'sha512-A1fOhPd6Ic5iDk4F9YPw1qNB4XF+7+IviR7xl8r2F6QzQkx5cpY9LsGk2rExiFIEcBbjpVnSmwWGBukASkiQ9A==';
const SCHEMA_IN_PACKAGE = 'package/lib/schemas/sarif-2.1.0-rtm.5.json';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/sarif-schema/', import.meta.url));
const SCHEMA_FILE = join(CACHE, 'sarif-2.1.0.json');

/** A function that lists how a value differs from the SARIF 2.1.0 schema. The schema is downloaded once. */
export function createSchemaCheck(): (log: unknown) => readonly string[] {
  if (!existsSync(SCHEMA_FILE)) downloadSchema();
  const schema = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as Record<string, unknown>;
  // Written for draft 4, of which it uses nothing that later drafts changed but these two keywords.
  delete schema['$schema'];
  delete schema['id'];
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default.default(ajv);
  const validate = ajv.compile(schema);
  return (log) => {
    validate(log);
    return (validate.errors ?? []).map((error) => `schema: ${error.instancePath} ${error.message}`);
  };
}

function downloadSchema(): void {
  mkdirSync(dirname(SCHEMA_FILE), { recursive: true });
  const directory = mkdtempSync(join(CACHE, 'download-'));
  try {
    execFileSync('npm', ['pack', PACKAGE, '--ignore-scripts'], { cwd: directory, stdio: 'pipe' });
    const archive = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '';
    const path = join(directory, archive);
    const hash = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
    if (hash !== INTEGRITY) throw new Error(`${PACKAGE} has the hash ${hash} instead of ${INTEGRITY}`);
    execFileSync('tar', ['-xzf', path, SCHEMA_IN_PACKAGE], { cwd: directory });
    renameSync(join(directory, SCHEMA_IN_PACKAGE), SCHEMA_FILE);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
