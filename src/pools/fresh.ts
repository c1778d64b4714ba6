import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';

/** Functions that call functions are followed this far. */
const DEPTH = 4;

/** Whether a call gives a new object that nobody else has yet: a model's constructor, new, or a function that makes one. */
export function isFreshCall(typing: Typing, call: Call, target: Variable, depth = 0): boolean {
  if (depth > DEPTH) return false;
  const index = call.targets.indexOf(target);
  const callee = typing.callee(call);
  switch (callee.kind) {
    case 'builtin':
      return callee.name === 'new' || callee.name === 'make' || callee.name === 'append';
    case 'literal':
      return makesResult(typing, callee.graph, index, depth);
    case 'declared': {
      const { declaration } = callee;
      if (declaration.package.isModel) return declaration.kind === 'function';
      const graph = typing.graphs.of(declaration);
      return graph !== undefined && makesResult(typing, graph, index, depth);
    }
    case 'value': {
      const functions = callee.function && functionsIn(typing, callee.function);
      return functions?.every((each) => makesResult(typing, each, index, depth)) ?? false;
    }
    default:
      return false;
  }
}

function makesResult(typing: Typing, graph: FunctionGraph, index: number, depth: number): boolean {
  const result = graph.results[index];
  return (
    result !== undefined &&
    result.definitions.every((definition) => isMaking(typing, result, definition, depth))
  );
}

function isMaking(typing: Typing, target: Variable, definition: Operation, depth: number): boolean {
  switch (definition.op) {
    case 'composite':
    case 'zero':
    case 'constant':
      return true;
    case 'call':
      return isFreshCall(typing, definition, target, depth + 1);
    case 'assign':
    case 'convert': {
      const source = sourceOf(definition.source);
      return (
        source.kind !== 'parameter' &&
        source.definitions.length > 0 &&
        source.definitions.every(
          (each) => each.op !== 'assign' && each.op !== 'convert' && isMaking(typing, source, each, depth),
        )
      );
    }
    default:
      return false;
  }
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
  const all = functions.filter((each) => each !== undefined);
  return all.length === functions.length ? all : undefined;
}
