import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import { withLiterals } from '../ir/literals.ts';
import type { Typing } from '../ir/typing.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { isExported } from '../resolve/declaration.ts';
import { decisiveVariables } from './decisive.ts';
import { argumentFact, passedTo } from './entry.ts';
import type { Fact } from './fact.ts';
import { agreedFact } from './fact.ts';

const NOTHING: ReadonlyMap<Variable, Fact> = new Map();
/** Further calls are not asked for the functions that they pass. */
const MANY_CALLS = 8;

/**
 * What all callers of a function agree on about its parameters, e.g. that one is never nil. Only for names that
 * their package alone can use (Go spec, Exported identifiers), and only when every mention is a call.
 */
export class Callers {
  private readonly typing: Typing;

  constructor(typing: Typing) {
    this.typing = typing;
  }

  /** The facts with which a function is always entered; none when a caller may be unknown. */
  agreedFacts(graph: FunctionGraph): ReadonlyMap<Variable, Fact> {
    const { declaration } = graph;
    if (!isPrivate(graph)) return NOTHING;
    if (decisiveVariables(this.typing, graph).size === 0) return NOTHING;
    const calls = this.calls(declaration);
    if (!calls || calls.length === 0) return NOTHING;
    const agreed = new Map<Variable, Fact>();
    graph.parameters.forEach((parameter, index) => {
      const facts = calls.map((call) => {
        const argument = passedTo(call, graph)[index];
        return argument && argumentFact(this.typing, argument, parameter);
      });
      const fact = agreedFact(facts);
      if (fact) agreed.set(parameter, fact);
    });
    return agreed;
  }

  /**
   * The functions that callers pass for a function's parameters, by call; none when no parameter is a function, or when a
   * caller is not seen. No more than a few calls are looked at.
   */
  functionsGiven(graph: FunctionGraph): readonly ReadonlyMap<Variable, Fact>[] {
    const { types } = this.typing;
    const isFunction = (each: Variable) => types.underlying(this.typing.typeOf(each)).kind === 'function';
    const parameters = isPrivate(graph) ? graph.parameters.filter(isFunction) : [];
    if (parameters.length === 0) return [];
    const calls = this.calls(graph.declaration)?.slice(0, MANY_CALLS) ?? [];
    return calls.flatMap((call) => {
      const passed = passedTo(call, graph);
      const facts = new Map<Variable, Fact>();
      for (const parameter of parameters) {
        const argument = passed[graph.parameters.indexOf(parameter)];
        const fact = argument && argumentFact(this.typing, argument, parameter);
        if (fact?.kind === 'function') facts.set(parameter, fact);
      }
      return facts.size > 0 ? [facts] : [];
    });
  }

  /** All calls of a declaration in its package; undefined when it is mentioned in another way. */
  private calls(declaration: Declaration): Call[] | undefined {
    const calls: Call[] = [];
    for (const file of declaration.package.files) {
      if (file.isTest && !declaration.file.isTest) continue;
      for (const graph of this.mentioning(file, declaration)) {
        if (graph === undefined) return undefined;
        const found = callsIn(this.typing, graph, declaration);
        if (!found) return undefined;
        calls.push(...found);
      }
    }
    return calls;
  }

  /** The functions of a file whose text has the name; undefined for mentions outside of functions. */
  private mentioning(file: SourceFile, declaration: Declaration): (FunctionGraph | undefined)[] {
    const { name } = declaration;
    if (!file.bytes.includes(name)) return [];
    const word = new RegExp(`(?<![\\p{L}\\p{Nd}_])${name}(?![\\p{L}\\p{Nd}_])`, 'u');
    return declaration.package.declarationsOf(file).flatMap((each) => {
      if (each === declaration || each.kind === 'type' || !word.test(file.text.slice(each.start, each.end)))
        return [];
      const graph = this.typing.graphs.of(each);
      return graph ? withLiterals(graph) : [undefined];
    });
  }
}

/** A function that only its own package can call, by its name. */
export function isPrivate({ outer, declaration }: FunctionGraph): boolean {
  return outer === undefined && !isExported(declaration.name);
}

function callsIn(typing: Typing, graph: FunctionGraph, declaration: Declaration): Call[] | undefined {
  const calls: Call[] = [];
  for (const block of graph.blocks) {
    for (const operation of block.operations) {
      if (operation.op === 'field' && operation.field === declaration.name && declaration.kind === 'method')
        return undefined;
      if (operation.op === 'global' && operation.name === declaration.name && declaration.kind === 'function')
        return undefined;
      if (operation.op !== 'call' || operation.callee.kind === 'builtin' || operation.callee.kind === 'value')
        continue;
      if (operation.callee.name !== declaration.name) continue;
      const callee = typing.callee(operation);
      if (callee.kind === 'declared' && callee.declaration === declaration) calls.push(operation);
      else if (callee.kind !== 'declared') return undefined;
    }
  }
  return calls;
}
