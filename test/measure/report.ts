import { classAgreement, precision, recall, type Score } from './score.ts';

/** The scores of one module, or of all together. */
export interface Measured {
  readonly name: string;
  readonly bodies: Score;
  readonly transports: Score;
}

const COLUMNS = ['right', 'false', 'missed', 'precision', 'recall', 'class'];

/** A table of the figures, then every miss and every false alarm with what the label says. */
export function formatMeasured(modules: readonly Measured[], total: Measured): string {
  return [
    ...table('Bodies', [...modules, total], ({ bodies }) => bodies),
    '',
    ...table('Transports', [...modules, total], ({ transports }) => transports),
    '',
    ...modules.flatMap(({ name, bodies }) => places(name, 'bodies', bodies)),
    ...modules.flatMap(({ name, transports }) => places(name, 'transports', transports)),
  ].join('\n');
}

/** The figures of one score, for machines. Ratios are null when there is nothing to divide by. */
export function figures(score: Score): Record<string, unknown> {
  return {
    ...score,
    precision: precision(score) ?? null,
    recall: recall(score) ?? null,
    classAgreement: classAgreement(score) ?? null,
  };
}

function table(title: string, rows: readonly Measured[], scoreOf: (row: Measured) => Score): string[] {
  const width = Math.max(title.length, ...rows.map(({ name }) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join('');
  return [
    line(title, COLUMNS),
    ...rows.map((row) => {
      const score = scoreOf(row);
      const counts = [score.truePositives, score.falsePositives, score.falseNegatives].map(String);
      const ratios = [precision(score), recall(score), classAgreement(score)];
      return line(row.name, [...counts, ...ratios.map((value) => value?.toFixed(3) ?? '-')]);
    }),
  ];
}

function places(name: string, kind: string, score: Score): string[] {
  return [
    ...score.misses.map(
      ({ file, line, why }) => `missed (${kind}) ${name} ${file}:${line}\n    label: ${why}`,
    ),
    ...score.falseAlarms.map(
      ({ file, line, why, said }) =>
        `false alarm (${kind}) ${name} ${file}:${line}\n    label: ${why}\n    said:  ${said.join('; ')}`,
    ),
  ];
}
