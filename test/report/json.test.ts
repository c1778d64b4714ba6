import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { JSON_REPORT_SCHEMA } from '../../src/report/json-schema.ts';
import { formatJson, type JsonReport } from '../../src/report/json.ts';
import { finding, locate, report, sourceFile, step } from '../support/findings.ts';
import { referenceLineHashes } from '../support/line-hash.ts';
import { fixOf, repairsOf } from '../support/repairs.ts';

const validate = new Ajv2020({ strict: true }).compile(JSON_REPORT_SCHEMA);

function schemaErrors(text: string): unknown {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

const FILE = sourceFile('a b.go', '\uFEFFpackage p\n\nvar s, r = "é😀", f(\r\n\t1)\n');
const CALL = locate(FILE, 'f(\r\n\t1)');
const FINDING = finding(CALL, {
  trace: [step(CALL, 'obtained here'), step(locate(FILE, 'package'), 'ends here', 2)],
});

describe('formatJson', () => {
  test('fits its schema', () => {
    expect(schemaErrors(formatJson(report([FINDING])))).toEqual([]);
    expect(schemaErrors(formatJson(report([])))).toEqual([]);
    const timed = report([], {
      summary: { filesAudited: 0, packages: 0, filesWithSyntaxErrors: 2, durationMs: 1.5 },
    });
    expect(schemaErrors(formatJson(timed))).toEqual([]);
  });

  test('the schema refuses what is missing, unknown or out of range', () => {
    const change = (edit: (content: any) => void): unknown => {
      const content = JSON.parse(formatJson(report([FINDING])));
      edit(content);
      return schemaErrors(JSON.stringify(content));
    };
    expect(change((content) => delete content.findings[0].trace[0].depth)).not.toEqual([]);
    expect(change((content) => (content.findings[0].colour = 'red'))).not.toEqual([]);
    expect(change((content) => (content.findings[0].column = 0))).not.toEqual([]);
    expect(change((content) => (content.version = 2))).not.toEqual([]);
  });

  test('gives places in bytes as go vet does, whole spans, and the fingerprint of the line', () => {
    const content = JSON.parse(formatJson(report([FINDING]))) as JsonReport;
    expect(content.findings).toEqual([
      {
        rule: 'body-not-closed',
        level: 'error',
        confidence: 'high',
        message: 'resp.Body is left open when the status is not 200',
        file: 'a b.go',
        line: 3,
        column: 22,
        endLine: 4,
        endColumn: 4,
        fingerprint: referenceLineHashes(FILE.text)[2],
        trace: [
          {
            file: 'a b.go',
            line: 3,
            column: 22,
            endLine: 4,
            endColumn: 4,
            message: 'obtained here',
            depth: 0,
          },
          { file: 'a b.go', line: 1, column: 4, endLine: 1, endColumn: 11, message: 'ends here', depth: 2 },
        ],
      },
    ]);
    expect(content.summary).toEqual({ findings: 1, files: 12, packages: 3, filesWithSyntaxErrors: 0 });
    expect(content.tool).toEqual({ name: 'go-pool-audit', version: '1.2.3' });
  });
});

describe('fixes', () => {
  const repaired = finding(CALL, {
    repair: fixOf({
      safety: 'unsafe',
      edits: [{ ...CALL, text: 'g()' }],
      imports: [{ file: FILE, path: 'io', name: 'io' }],
    }),
  });
  const refused = finding(CALL, { repair: () => ({ kind: 'refused', reason: 'it is read elsewhere' }) });
  const text = formatJson(
    report([repaired, refused, FINDING], {
      repairOf: repairsOf(FILE),
      summary: { filesAudited: 1, packages: 1, filesWithSyntaxErrors: 0, fixed: 2 },
    }),
  );
  const content = JSON.parse(text) as JsonReport;

  test('fit the schema', () => {
    expect(schemaErrors(text)).toEqual([]);
    expect(content.summary.fixed).toBe(2);
  });

  test('lead byte for byte to the repaired file', () => {
    const { fix } = content.findings[0]!;
    expect(fix).toMatchObject({ title: 'Repair it', safety: 'unsafe' });
    expect(fix?.edits[1]).toMatchObject({ file: 'a b.go', line: 3, column: 22, endLine: 4, endColumn: 4 });
    let bytes = FILE.bytes;
    for (const { startByte, endByte, text: inserted } of fix!.edits.toReversed()) {
      bytes = Buffer.concat([bytes.subarray(0, startByte), Buffer.from(inserted), bytes.subarray(endByte)]);
    }
    expect(bytes.toString()).toBe('\uFEFFpackage p\n\nimport "io"\n\nvar s, r = "é😀", g()\n');
  });

  test('say why there is none', () => {
    expect(content.findings[1]).toMatchObject({ fixRefused: 'it is read elsewhere' });
    expect(content.findings[1]).not.toHaveProperty('fix');
    expect(content.findings[2]).not.toHaveProperty('fixRefused');
  });
});
