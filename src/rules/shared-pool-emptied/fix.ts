import type { Placed } from '../../callgraph/graph-walk.ts';
import type { Repair } from '../../edits/fix.ts';
import type { Call, FunctionGraph } from '../../ir/ir.ts';

/** A statement on a line of its own; the first name of its receiver is the group. */
const STATEMENT = /^(?:defer )?(\w+)(?:\.\w+)*\.CloseIdleConnections\(\)$/;

/** Removes the statement, when it stands on a line of its own and nothing that it names is left unused. */
export function removal({ graph, operation: { span } }: Placed<Call>): Repair {
  const { file } = graph;
  const { text } = file;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const name = STATEMENT.exec(text.slice(start, end).trim())?.[1];
  if (name === undefined) return { kind: 'refused', reason: 'the call does not stand on a line of its own' };
  if (!isUsedBeside(graph, name, start, end)) {
    return { kind: 'refused', reason: `${name} may be used for nothing else` };
  }
  return {
    kind: 'fix',
    fix: {
      title: 'Leave the idle connections of the shared pool open',
      safety: 'unsafe',
      edits: [{ file, start, end: Math.min(end + 1, text.length), text: '' }],
      imports: [],
    },
  };
}

/** Parameters may be unused (Go spec, Variable declarations); what else is named must be used in another place. */
function isUsedBeside(graph: FunctionGraph, name: string, start: number, end: number): boolean {
  for (let around: FunctionGraph | undefined = graph; around; around = around.outer) {
    if (around.parameters.some((parameter) => parameter.name === name)) return true;
  }
  const { declaration, file } = graph;
  const others = file.text.slice(declaration.start, start) + file.text.slice(end, declaration.end);
  return new RegExp(`\\b${name}\\.`).test(others);
}
