import type { Typing } from '../ir/typing.ts';
import type { NamedType, Type } from '../resolve/type.ts';

/** The types of net/http that can lead to a transport. */
const HOLDERS: ReadonlySet<string> = new Set([
  'Client',
  'Handler',
  'HandlerFunc',
  'RoundTripper',
  'ServeMux',
  'Server',
  'Transport',
]);

/** Packages none of whose types lead to a transport. */
const HARMLESS: ReadonlySet<string> = new Set([
  'bufio',
  'bytes',
  'crypto/tls',
  'crypto/x509',
  'io',
  'net',
  'net/url',
  'os',
  'strings',
  'time',
]);

const known = new WeakMap<Typing, Map<string, boolean>>();

/** Whether a value of this type can lead to a transport; true when nothing is known of it. */
export function mayHold(typing: Typing, type: Type): boolean {
  const bare = type.kind === 'pointer' ? type.element : type;
  if (bare.kind !== 'named' || bare.arguments.length > 0) return holds(typing, bare, new Set());
  let answers = known.get(typing);
  if (!answers) known.set(typing, (answers = new Map()));
  const key = keyOf(bare);
  let answer = answers.get(key);
  if (answer === undefined) answers.set(key, (answer = holds(typing, bare, new Set())));
  return answer;
}

/** `seen`: the types that are being looked into; what a type has of itself adds nothing. */
function holds(typing: Typing, type: Type, seen: Set<string>): boolean {
  switch (type.kind) {
    case 'pointer':
    case 'slice':
    case 'array':
    case 'map':
      return holds(typing, type.element, seen);
    case 'basic':
      return type.name === 'any';
    case 'channel':
      return false;
    case 'struct':
      return type.fields.some((field) => holds(typing, field.type, seen));
    case 'named':
      return namedHolds(typing, type, seen);
    default:
      return true;
  }
}

function namedHolds(typing: Typing, type: NamedType, seen: Set<string>): boolean {
  if (type.package === 'net/http') return HOLDERS.has(type.name);
  if (HARMLESS.has(type.package)) return false;
  const key = keyOf(type);
  if (seen.has(key) && type.arguments.length === 0) return false;
  seen.add(key);
  const underlying = typing.types.underlying(type);
  if (underlying.kind === 'basic') return false;
  // What a model leaves out of a type is not known.
  if (type.declaration?.package.isModel !== false || type.arguments.length > 0) return true;
  return holds(typing, underlying, seen);
}

function keyOf({ package: path, name }: NamedType): string {
  return `${path}.${name}`;
}
