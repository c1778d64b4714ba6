import type {
  CodeFlow,
  Location as SarifLocation,
  PhysicalLocation,
  Result,
  ThreadFlowLocation,
} from 'sarif';
import type { Finding, Location, TraceStep } from '../rules/finding.ts';
import { sarifFix, type SarifFixSource } from './sarif-fix.ts';
import { artifactLocation } from './sarif-uri.ts';
import { fingerprintOf, lineIndexOf } from './source-position.ts';

/** GitHub shows no more thread flow locations of one result. */
export const STEP_LIMIT = 1000;

const END_OF_PATH_ID = 1;

/** Longer code (minified, generated) is not repeated in the log. */
const SNIPPET_LIMIT = 2000;

/** What the results of one log have in common. */
export interface ResultContext {
  /** Absolute path of the directory to which URIs are relative. */
  readonly root: string;
  /** The index of each rule in the driver's `rules`. */
  readonly ruleIndexes: ReadonlyMap<string, number>;
  readonly fixOf: (finding: Finding) => SarifFixSource | undefined;
}

/** A finding as a result (SARIF 2.1.0 section 3.27) with its path as a code flow. */
export function sarifResult(finding: Finding, context: ResultContext): Result {
  const { rule, level, confidence, location, trace } = finding;
  const ruleIndex = context.ruleIndexes.get(rule);
  const endOfPath = trace.findLast(
    ({ location: at }) => at.file !== location.file || at.start !== location.start,
  );
  const fix = context.fixOf(finding);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level,
    message: { text: messageText(finding.message, endOfPath) },
    locations: [{ physicalLocation: withCode(physicalLocation(location, context), location) }],
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(location) },
    ...(trace.length === 0 ? {} : { codeFlows: [codeFlow(trace, context)] }),
    ...(endOfPath === undefined ? {} : { relatedLocations: [relatedLocation(endOfPath, context)] }),
    // One at most: consumers take the last one for a file.
    ...(fix === undefined ? {} : { fixes: [sarifFix(fix, context.root)] }),
    properties: { confidence },
  };
}

/** GitHub shows a related location only through a link in the message, and the first sentence where space is short. */
function messageText(message: string, endOfPath: TraceStep | undefined): string {
  const sentence = withoutLinks(message);
  if (endOfPath === undefined) return sentence;
  const full = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  const linkText = endOfPath.message.replaceAll(/[\\[\]]/g, String.raw`\$&`);
  return `${full} The path ends here: [${linkText}](${END_OF_PATH_ID}).`;
}

/** Go code such as `handlers[0](1)` must not be taken for a link (SARIF 2.1.0 section 3.11.6). */
function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}

function relatedLocation({ location, message }: TraceStep, context: ResultContext): SarifLocation {
  return {
    id: END_OF_PATH_ID,
    physicalLocation: physicalLocation(location, context),
    message: { text: withoutLinks(message) },
  };
}

function codeFlow(trace: readonly TraceStep[], context: ResultContext): CodeFlow {
  return {
    threadFlows: [{ locations: limitSteps(trace).map((step, index) => flowLocation(step, index, context)) }],
  };
}

function flowLocation(step: TraceStep, index: number, context: ResultContext): ThreadFlowLocation {
  return {
    location: {
      physicalLocation: physicalLocation(step.location, context),
      message: { text: withoutLinks(step.message) },
    },
    nestingLevel: step.depth,
    executionOrder: index + 1,
  };
}

/** Where a path is too long, its middle goes: its beginning and end tell most. */
function limitSteps(trace: readonly TraceStep[]): readonly TraceStep[] {
  if (trace.length <= STEP_LIMIT) return trace;
  return [...trace.slice(0, STEP_LIMIT / 2), ...trace.slice(-STEP_LIMIT / 2)];
}

/**
 * The place of a span, cut to its first line: GitHub shows an alert in a pull request only when all lines of the region
 * are in the diff. Columns are UTF-16 units.
 */
function physicalLocation({ file, start, end }: Location, { root }: ResultContext): PhysicalLocation {
  const lines = lineIndexOf(file);
  const first = lines.position(start);
  const last = lines.position(lines.endOnLine(start, end));
  return {
    artifactLocation: artifactLocation(file.path, root),
    region: { startLine: first.line, startColumn: first.column, endLine: first.line, endColumn: last.column },
  };
}

/** Adds the code and the lines around it, for readers that do not have the sources. */
function withCode(place: PhysicalLocation, { file, start, end }: Location): PhysicalLocation {
  const lines = lineIndexOf(file);
  const line = lines.lineAt(start);
  const startLine = Math.max(1, line - 1);
  const endLine = Math.min(lines.lineCount, line + 1);
  const context = lines.text.slice(lines.lineStart(startLine), lines.lineEnd(endLine));
  if (start >= lines.endOnLine(start, end) || context.length > SNIPPET_LIMIT) return place;
  return {
    ...place,
    region: { ...place.region, snippet: { text: lines.text.slice(start, lines.endOnLine(start, end)) } },
    contextRegion: {
      startLine,
      startColumn: 1,
      endLine,
      endColumn: lines.lineEnd(endLine) - lines.lineStart(endLine) + 1,
      snippet: { text: context },
    },
  };
}
