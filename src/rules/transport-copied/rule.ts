import { repetitionOf } from '../../callgraph/repetition.ts';
import type { TransportCopy } from '../../transports/copy.ts';
import { copiersOfTransports } from '../../transports/copiers.ts';
import { copiesIn } from '../../transports/copy.ts';
import type { Finding } from '../finding.ts';
import { placeIn } from '../place.ts';
import type { Rule, Subject } from '../rule.ts';
import { cloneInstead } from './fix.ts';
import { metadata } from './metadata.ts';

export const transportCopied: Rule = {
  metadata,
  *check(subject) {
    const { typing } = subject.flow;
    const { mentions } = repetitionOf(subject.flow).calls;
    for (const copier of copiersOfTransports(typing)) {
      for (const copy of copiesIn(typing, mentions, copier)) yield findingOf(subject, copy);
    }
  },
};

/** Longer expressions are not repeated in a message. */
const LONGEST = 40;

function findingOf({ goVersion }: Subject, copy: TransportCopy): Finding {
  const { graph } = copy;
  const location = placeIn(graph, copy.span);
  const isEarly = isAtStart(copy);
  return {
    rule: metadata.id,
    level: isEarly ? 'note' : metadata.level,
    confidence: copy.isDefault && !isEarly ? 'high' : 'medium',
    location,
    message: `${nameOf(copy)} is copied by value: once it has been used, both share the idle connections but not the lock, so that CloseIdleConnections of one empties the pool of the other and concurrent requests end in "concurrent map writes"; use Clone()`,
    trace: [{ location, message: 'copied here', depth: 0 }],
    repair: () => cloneInstead(copy, goVersion(graph.package.module)),
  };
}

/** While packages are initialised the default transport has hardly been used yet. */
function isAtStart({ graph, isDefault }: TransportCopy): boolean {
  const { kind, name } = graph.declaration;
  return isDefault && !graph.outer && (kind === 'variable' || (kind === 'function' && name === 'init'));
}

function nameOf({ original, graph, isDefault, isInStruct }: TransportCopy): string {
  if (isDefault) return 'http.DefaultTransport';
  const name =
    'op' in original
      ? readFrom(graph.file.text.slice(original.span.start, original.span.end))
      : original.name;
  const isShort = name.length <= LONGEST && !name.includes('\n');
  if ('op' in original && original.op === 'range')
    return isShort ? `Each http.Transport of ${name}` : 'Each http.Transport of a list';
  if (isInStruct) return isShort ? `The http.Transport in ${name}` : 'The http.Transport in a struct';
  return isShort ? `The http.Transport ${name}` : 'An http.Transport';
}

/** The expression of what a pointer leads to, without the star, or of what is ranged over. */
function readFrom(text: string): string {
  return text.replace(/^(?:\*\s*|.*\brange\s+)/, '');
}
