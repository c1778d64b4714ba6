import { namedType } from '../flow/request/http.ts';
import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isExported } from '../resolve/declaration.ts';
import type { CallSite } from './call-site.ts';
import { siteOf } from './call-site.ts';
import type { Placed } from './graph-walk.ts';
import { operationsOf } from './graph-walk.ts';
import type { Mentions } from './mentions.ts';

/** More declarations than these with a name in them are not looked into. */
const MAXIMUM_CANDIDATES = 30;

/** Lists in lists, or in maps, are looked into this far. */
const HOLDERS = 2;

/** Where a function is kept: a field of a type, or a package variable. */
interface Place {
  readonly package: string;
  /** The type, for a field. */
  readonly type: string | undefined;
  readonly name: string;
}

/** The calls of a function by the field or package variable in which an operation stores it, or a list or map of it. */
export function callsOfStored(
  typing: Typing,
  mentions: Mentions,
  { operation, graph }: Placed,
  value: Variable,
): CallSite[] {
  const list = operation.op === 'composite' ? operation.target : undefined;
  const initial = list && isInitial(graph, list) ? [variableOf(graph)] : [];
  return callsOf(typing, mentions, [...placeIn(typing, operation, value), ...initial]);
}

/** The calls of the function, or of the list or map of functions, that a package variable is initialised with. */
export function callsOfVariable(typing: Typing, mentions: Mentions, value: Variable): CallSite[] {
  const { function: graph } = value;
  return isInitial(graph, value) ? callsOf(typing, mentions, [variableOf(graph)]) : [];
}

function callsOf(typing: Typing, mentions: Mentions, places: readonly Place[]): CallSite[] {
  return places.flatMap((place) => {
    const owner = typing.program.packageAtHand(place.package);
    if (!owner) return [];
    const packages = isExported(place.name) ? [owner, ...mentions.importers(owner.path)] : [owner];
    const candidates = packages.flatMap((each) => mentions.of(each, place.name));
    if (candidates.length > MAXIMUM_CANDIDATES) return [];
    return candidates.flatMap((candidate) => {
      const inside = candidate.kind === 'type' ? undefined : typing.graphs.of(candidate);
      return (inside ? operationsOf(inside) : []).flatMap((placed) =>
        isCallOf(typing, placed.operation, place) ? [siteOf(placed as Placed<Call>)] : [],
      );
    });
  });
}

function isInitial({ declaration, results }: FunctionGraph, value: Variable): boolean {
  return declaration.kind === 'variable' && results.some((result) => sourceOf(result) === value);
}

function variableOf({ declaration: { name, package: owner } }: FunctionGraph): Place {
  return { package: owner.path, type: undefined, name };
}

function placeIn(typing: Typing, operation: Operation, value: Variable): Place[] {
  switch (operation.op) {
    case 'composite':
      return operation.elements.flatMap((element) =>
        element.field !== undefined && sourceOf(element.value) === value
          ? fieldOf(typing, operation.target, element.field)
          : [],
      );
    case 'set field':
      return fieldOf(typing, operation.base, operation.field);
    case 'set global':
      return [{ package: operation.package, type: undefined, name: operation.name }];
    case 'set element':
      return placeOf(typing, operation.base);
    case 'send':
      return placeOf(typing, operation.channel);
    default:
      return [];
  }
}

/** The field or package variable whose list, map or channel a variable is. */
function placeOf(typing: Typing, holder: Variable): Place[] {
  const [load, ...others] = sourceOf(holder).definitions;
  if (others.length > 0) return [];
  if (load?.op === 'global') return [{ package: load.package, type: undefined, name: load.name }];
  return load?.op === 'field' ? fieldOf(typing, load.base, load.field) : [];
}

function fieldOf(typing: Typing, object: Variable, name: string): Place[] {
  const type = namedType(typing.typeOf(object));
  return type ? [{ package: type.package, type: type.name, name }] : [];
}

function isCallOf(typing: Typing, operation: Operation, place: Place): boolean {
  if (operation.op !== 'call') return false;
  const { callee } = operation;
  if (callee.kind === 'static')
    return place.type === undefined && callee.package === place.package && callee.name === place.name;
  if (callee.kind === 'method') return callee.name === place.name && isField(typing, callee.receiver, place);
  if (callee.kind !== 'value') return false;
  const [called, ...others] = sourceOf(callee.function).definitions;
  if (!called || others.length > 0) return false;
  const load = holderOf(called);
  if (load?.op === 'global')
    return place.type === undefined && load.package === place.package && load.name === place.name;
  return load?.op === 'field' && load.field === place.name && isField(typing, load.base, place);
}

/** What the list, map or channel was loaded by from which an operation takes something, perhaps out of another one. */
function holderOf(operation: Operation): Operation | undefined {
  let load: Operation | undefined = operation;
  for (let depth = 0; depth < HOLDERS && load; depth++) {
    const holder = takenFrom(load);
    if (!holder) return load;
    [load] = sourceOf(holder).definitions;
  }
  return load;
}

function takenFrom(operation: Operation): Variable | undefined {
  switch (operation.op) {
    case 'range':
      return operation.source;
    case 'element':
      return operation.base;
    case 'receive':
      return operation.channel;
    default:
      return undefined;
  }
}

function isField(typing: Typing, base: Variable, place: Place): boolean {
  const type = namedType(typing.typeOf(base));
  return type?.package === place.package && type.name === place.type;
}
