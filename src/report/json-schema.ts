import { LEVELS } from '../rules/finding.ts';
import { JSON_REPORT_VERSION } from './json.ts';

const POSITIVE = { type: 'integer', minimum: 1 } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;
const TEXT = { type: 'string', minLength: 1 } as const;

/** An object of exactly these properties; those in `optional` may be missing. */
function object(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const LOCATION = { file: TEXT, line: POSITIVE, column: POSITIVE, endLine: POSITIVE, endColumn: POSITIVE };

const TRACE_STEP = object({ ...LOCATION, message: TEXT, depth: COUNT });

const EDIT = object({ ...LOCATION, startByte: COUNT, endByte: COUNT, text: { type: 'string' } });

const FIX = object({
  title: TEXT,
  safety: { enum: ['safe', 'unsafe'] },
  edits: { type: 'array', items: EDIT, minItems: 1 },
});

const FINDING = object(
  {
    rule: TEXT,
    level: { enum: LEVELS },
    confidence: { enum: ['high', 'medium', 'low'] },
    message: TEXT,
    ...LOCATION,
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{1,16}:[1-9][0-9]*$' },
    trace: { type: 'array', items: TRACE_STEP },
    fix: FIX,
    fixRefused: TEXT,
  },
  ['fix', 'fixRefused'],
);

/** JSON Schema (draft 2020-12) of what `--format json` prints. */
export const JSON_REPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Report of go-pool-audit',
  ...object({
    version: { const: JSON_REPORT_VERSION },
    tool: object({ name: TEXT, version: TEXT }),
    findings: { type: 'array', items: FINDING },
    summary: object(
      {
        findings: COUNT,
        files: COUNT,
        packages: COUNT,
        filesWithSyntaxErrors: COUNT,
        fixed: COUNT,
        durationMs: { type: 'number', minimum: 0 },
      },
      ['fixed', 'durationMs'],
    ),
  }),
};
