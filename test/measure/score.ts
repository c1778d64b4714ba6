import { inScope, type LabelledModule, type SiteLabel, type TransportLabel } from './labels.ts';

/** What the scoring needs of a finding. */
export interface Prediction {
  readonly rule: string;
  /** Relative to the module's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  /** What the label says: why the tool should have spoken, or been silent. */
  readonly why: string;
  /** What the tool said there, rule by rule; empty for a miss. */
  readonly said: readonly string[];
}

/** Counts of one module, or of several added up. */
export interface Score {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  /** Right answers whose rule names the labelled class (R1 or R2). Equal to truePositives where there are no classes. */
  readonly sameClass: number;
  readonly misses: readonly Place[];
  readonly falseAlarms: readonly Place[];
}

export const NO_SCORE: Score = {
  truePositives: 0,
  falsePositives: 0,
  falseNegatives: 0,
  sameClass: 0,
  misses: [],
  falseAlarms: [],
};

const CLASS_OF_RULE: Readonly<Record<string, 'R1' | 'R2'>> = {
  'body-not-drained': 'R1',
  'body-partly-read': 'R1',
  'body-cancelled': 'R1',
  'deferred-close-in-loop': 'R1',
  'body-not-closed': 'R2',
  'connections-exhausted': 'R2',
};

/** Scores the rules about bodies against the labelled calls. */
export function scoreBodies(module: LabelledModule, predictions: readonly Prediction[]): Score {
  return score(module, module.labels, predictions, {
    isRelevant: (rule) => rule in CLASS_OF_RULE,
    isPositive: (label: SiteLabel) => label.verdict !== 'ok',
    isSameClass: (label, rules) => rules.some((rule) => CLASS_OF_RULE[rule] === label.verdict),
    describe: (label) => `${label.verdict} ${label.sub}: ${label.why}`,
  });
}

/** Scores the rule about transports against the labelled places that make one; nothing where none are labelled. */
export function scoreTransports(module: LabelledModule, predictions: readonly Prediction[]): Score {
  if (module.transports === undefined) return NO_SCORE;
  return score(module, module.transports, predictions, {
    isRelevant: (rule) => rule === 'transport-per-call',
    isPositive: (label: TransportLabel) => label.verdict === 'per-call',
    isSameClass: () => true,
    describe: (label) => `${label.verdict}: ${label.why}`,
  });
}

interface Question<L> {
  isRelevant(rule: string): boolean;
  isPositive(label: L): boolean;
  isSameClass(label: L, rules: readonly string[]): boolean;
  describe(label: L): string;
}

function score<L extends { file: string; line: number; moot?: string }>(
  module: LabelledModule,
  labels: readonly L[],
  predictions: readonly Prediction[],
  question: Question<L>,
): Score {
  const said = groupByPlace(
    predictions.filter(({ rule, file }) => question.isRelevant(rule) && inScope(module, file)),
  );
  let result = NO_SCORE;
  for (const label of labels) {
    const here = said.get(keyOf(label)) ?? [];
    said.delete(keyOf(label));
    if (label.moot !== undefined) continue;
    const place = { ...placeOf(label, here), why: question.describe(label) };
    const sameClass = question.isSameClass(
      label,
      here.map(({ rule }) => rule),
    );
    result = add(result, judge(place, question.isPositive(label), sameClass));
  }
  for (const here of said.values()) {
    result = add(result, judge({ ...placeOf(here[0]!, here), why: 'no labelled site here' }, false, false));
  }
  return result;
}

function groupByPlace(predictions: readonly Prediction[]): Map<string, Prediction[]> {
  const groups = new Map<string, Prediction[]>();
  for (const prediction of predictions) {
    const group = groups.get(keyOf(prediction));
    if (group === undefined) groups.set(keyOf(prediction), [prediction]);
    else group.push(prediction);
  }
  return groups;
}

const keyOf = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`;

function placeOf(
  { file, line }: { file: string; line: number },
  here: readonly Prediction[],
): Omit<Place, 'why'> {
  return { file, line, said: here.map(({ rule, message }) => `${rule}: ${message}`) };
}

function judge(place: Place, positive: boolean, sameClass: boolean): Score {
  const predicted = place.said.length > 0;
  if (predicted && positive) return { ...NO_SCORE, truePositives: 1, sameClass: sameClass ? 1 : 0 };
  if (predicted) return { ...NO_SCORE, falsePositives: 1, falseAlarms: [place] };
  if (positive) return { ...NO_SCORE, falseNegatives: 1, misses: [place] };
  return NO_SCORE;
}

/** The counts of both, and the lists one after the other. */
export function add(one: Score, other: Score): Score {
  return {
    truePositives: one.truePositives + other.truePositives,
    falsePositives: one.falsePositives + other.falsePositives,
    falseNegatives: one.falseNegatives + other.falseNegatives,
    sameClass: one.sameClass + other.sameClass,
    misses: [...one.misses, ...other.misses],
    falseAlarms: [...one.falseAlarms, ...other.falseAlarms],
  };
}

/** Of what the tool says, the part that is true; undefined when it says nothing. */
export function precision({ truePositives, falsePositives }: Score): number | undefined {
  return ratio(truePositives, truePositives + falsePositives);
}

/** Of what is there, the part that the tool says; undefined when nothing is there. */
export function recall({ truePositives, falseNegatives }: Score): number | undefined {
  return ratio(truePositives, truePositives + falseNegatives);
}

/** Of the right answers, the part that names the labelled class; undefined without right answers. */
export function classAgreement({ sameClass, truePositives }: Score): number | undefined {
  return ratio(sameClass, truePositives);
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
