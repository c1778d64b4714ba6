import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { namedType } from '../flow/request/http.ts';
import { usesOfObject } from './object.ts';
import type { NamedType, Type } from '../resolve/type.ts';

/** Functions that call functions are followed this far. */
const DEPTH = 4;

/** Whether a call gives a new object that nobody else has yet: a model's constructor, new, or a function that makes one. */
export function isFreshCall(typing: Typing, call: Call, target: Variable): boolean {
  return madeByCall(typing, call, target, 0) !== undefined;
}

/** Whether an object may be of a type, as it was made in sight: by a literal, or a function that makes it. */
export function mayBeMadeAs(typing: Typing, object: Variable, type: NamedType): boolean {
  const made = sourceOf(object).definitions.flatMap(
    (each) => madeBy(typing, sourceOf(object), each, 0) ?? [],
  );
  return made.some((each) => {
    const other = namedType(each);
    return other?.name === type.name && other.package === type.package;
  });
}

/** The types of what a call may give; undefined when it may be something that is there already. */
function madeByCall(typing: Typing, call: Call, target: Variable, depth: number): Made {
  if (depth > DEPTH) return undefined;
  const index = call.targets.indexOf(target);
  const callee = typing.callee(call);
  switch (callee.kind) {
    case 'builtin': {
      const isMaking = callee.name === 'new' || callee.name === 'make' || callee.name === 'append';
      return isMaking ? [typing.typeOf(target)] : undefined;
    }
    case 'literal':
      return madeAsResult(typing, callee.graph, index, depth);
    case 'declared': {
      const { declaration } = callee;
      if (declaration.package.isModel)
        return declaration.kind === 'function' ? [typing.typeOf(target)] : undefined;
      const graph = typing.graphs.of(declaration);
      return graph && madeAsResult(typing, graph, index, depth);
    }
    case 'value': {
      const functions = callee.function && functionsIn(typing, callee.function);
      return functions && all(functions.map((each) => madeAsResult(typing, each, index, depth)));
    }
    default:
      return undefined;
  }
}

function madeAsResult(typing: Typing, graph: FunctionGraph, index: number, depth: number): Made {
  const result = graph.results[index];
  return result && all(result.definitions.map((each) => madeBy(typing, result, each, depth)));
}

function madeBy(typing: Typing, target: Variable, definition: Operation, depth: number): Made {
  switch (definition.op) {
    case 'composite':
      return isRegistered(target) ? undefined : [typing.typeOf(target)];
    case 'zero':
    case 'constant':
      return [];
    case 'call':
      return madeByCall(typing, definition, target, depth + 1);
    case 'assign':
    case 'convert': {
      const source = sourceOf(definition.source);
      if (source.kind === 'parameter' || source.definitions.length === 0) return undefined;
      if (source === target || depth > DEPTH) return undefined;
      return all(source.definitions.map((each) => madeBy(typing, source, each, depth + 1)));
    }
    default:
      return undefined;
  }
}

/** How methods are called that keep what they are given. */
const KEEPING = /^(?:Add|Register|Put|Store|Insert|Push|Track)(?![a-z])/;

/** True for an object that its maker hands to what a package variable holds, to be found there later. */
export function isRegistered(object: Variable): boolean {
  const { aliases, calls } = usesOfObject(object);
  return calls.some(({ operation: { callee, arguments: given } }) => {
    if (callee.kind !== 'method' || !KEEPING.test(callee.name)) return false;
    const isGlobal = sourceOf(callee.receiver).definitions.some(({ op }) => op === 'global');
    return isGlobal && given.some((each) => aliases.has(each));
  });
}

/** Types of new objects; undefined when some may not be new. */
type Made = readonly Type[] | undefined;

function all(each: readonly Made[]): Made {
  const known = each.filter((made) => made !== undefined);
  return known.length === each.length ? known.flat() : undefined;
}

/** The function literals of the package variable, a map or list of them, whose element a variable is. */
function functionsIn(typing: Typing, variable: Variable): readonly FunctionGraph[] | undefined {
  const [element] = sourceOf(variable).definitions;
  if (element?.op !== 'element') return undefined;
  const [global] = sourceOf(element.base).definitions;
  if (global?.op !== 'global') return undefined;
  const declaration = typing.program.package(global.package)?.lookup(global.name);
  if (declaration?.kind !== 'variable') return undefined;
  const value = typing.graphs.of(declaration)?.results.find(({ name }) => name === global.name);
  const [made] = value ? sourceOf(value).definitions : [];
  if (made?.op !== 'composite' || made.elements.length === 0) return undefined;
  const functions = made.elements.map((each) => {
    const [definition] = sourceOf(each.value).definitions;
    return definition?.op === 'closure' ? definition.function : undefined;
  });
  const known = functions.filter((each) => each !== undefined);
  return known.length === functions.length ? known : undefined;
}
