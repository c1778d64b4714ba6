import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { isTransport } from '../flow/request/http.ts';
import { isClosingHeader } from '../flow/request/reuse.ts';
import { sourceOf } from '../ir/source.ts';
import type { Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { guardsOf } from './guard.ts';
import type { Use } from './life.ts';
import type { Settings, TransportBirth } from './transport.ts';
import { DEFAULT_SETTINGS, isDefaultTransport, settingOf } from './transport.ts';

/** What a transport is made with. */
export function initialSettings(typing: Typing, birth: TransportBirth): Settings {
  const { how, original, operation, isTimed } = birth;
  const settings = new Map(
    how === 'cloned' && original && isDefaultTransport(original) ? DEFAULT_SETTINGS : [],
  );
  if (isTimed || (how === 'cloned' && settings.size === 0)) settings.set('IdleConnTimeout', 'unknown');
  if (operation.op !== 'composite') return settings;
  for (const { field, value } of operation.elements) {
    if (field !== undefined && !isInherited(typing, field, value))
      settings.set(field, settingOf(typing, value));
  }
  return settings;
}

/** A literal that copies another transport field by field says no more of DisableKeepAlives than Clone does. */
function isInherited(typing: Typing, field: string, value: Variable): boolean {
  if (field !== 'DisableKeepAlives') return false;
  return sourceOf(value).definitions.some(
    (each) => each.op === 'field' && each.field === field && isTransport(typing.typeOf(each.base)),
  );
}

/** The fields of a transport that are functions which give it its connections. */
const DIALS: ReadonlySet<string> = new Set(['Dial', 'DialContext', 'DialTLS', 'DialTLSContext']);

/** True when a transport does not open its connections but is given them: whoever made those may close them. */
export function isGivenConnections({ operation }: TransportBirth): boolean {
  if (operation.op !== 'composite') return false;
  return operation.elements.some(({ field, value }) => {
    const [dial] = field !== undefined && DIALS.has(field) ? sourceOf(value).definitions : [];
    if (dial?.op !== 'closure') return false;
    const connection = dial.function.results[0];
    return connection?.definitions.some((each) => {
      if (each.op !== 'assign' && each.op !== 'convert') return false;
      const source = sourceOf(each.source);
      return source.function !== dial.function || source.definitions.some(({ op }) => op === 'receive');
    });
  });
}

/** True when no idle connection stays in the pool (truth.md R18, R19). */
export function keepsNothing(settings: Settings): boolean {
  const disabled = settings.get('DisableKeepAlives');
  if (disabled !== undefined && (disabled === 'unknown' || isTrue(disabled))) return true;
  const perHost = settings.get('MaxIdleConnsPerHost');
  return perHost !== undefined && perHost !== 'unknown' && perHost.kind === 'number' && perHost.value < 0;
}

function isTrue(value: ReturnType<typeof settingOf>): boolean {
  return value !== 'unknown' && value.kind === 'boolean' && value.value;
}

export function hasTimeout(settings: Settings): boolean {
  const timeout = settings.get('IdleConnTimeout');
  if (timeout === undefined) return false;
  return timeout === 'unknown' || (timeout.kind === 'number' && timeout.value !== 0);
}

/** True when all requests ask for their connection to be closed: `req.Close = true`, or the header that says so. */
export function askToClose(typing: Typing, uses: readonly Use[]): boolean {
  if (uses.length === 0) return false;
  return uses.every(({ graph }) =>
    operationsOf(outermost(graph)).some(({ operation }) => {
      if (operation.op === 'set field') {
        return operation.field === 'Close' && isTrue(settingOf(typing, operation.source));
      }
      if (isClosingHeader(typing, operation)) return true;
      if (operation.op !== 'call' || operation.callee.kind !== 'method') return false;
      const { name } = operation.callee;
      if (name !== 'Set' && name !== 'Add') return false;
      const [key, value] = operation.arguments.map((argument) => settingOf(typing, argument));
      return isText(key, 'connection') && isText(value, 'close');
    }),
  );
}

function isText(value: ReturnType<typeof settingOf> | undefined, text: string): boolean {
  return (
    value !== undefined &&
    value !== 'unknown' &&
    value.kind === 'string' &&
    value.value.toLowerCase() === text
  );
}

/** The fields of a transport that keep its idle connections few, or not for long. */
const KEEPING_LESS: ReadonlySet<string> = new Set([
  'DisableKeepAlives',
  'IdleConnTimeout',
  'MaxIdleConnsPerHost',
]);

/** True where a transport is told to keep fewer connections only if a flag of the program says so. */
export function isOptional({ graph, block }: Placed, field: string): boolean {
  if (!KEEPING_LESS.has(field)) return false;
  return guardsOf(graph, block).some(
    ({ variable, value }) =>
      (value === 'true' || value === 'false') &&
      (variable.kind === 'parameter' ||
        variable.definitions.some(({ op }) => op === 'field' || op === 'global')),
  );
}
