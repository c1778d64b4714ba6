import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { withLiterals } from '../../ir/literals.ts';
import type { Typing } from '../../ir/typing.ts';
import type { SourceFile } from '../../project/source-file.ts';
import type { Declaration } from '../../resolve/declaration.ts';
import { isExported } from '../../resolve/declaration.ts';
import { hasWord } from '../../text/word.ts';
import { decisiveVariables } from '../summary/decisive.ts';
import { argumentFact, passedTo, valueFact } from '../summary/entry.ts';
import type { Fact } from '../state/fact.ts';
import { agreedFact } from '../state/fact.ts';
import type { Handler } from './handlers.ts';
import { unborn } from '../state/state.ts';

/** More functions than these, given for one parameter, are too many to be followed. */
const MANY_FUNCTIONS = 16;

const NOTHING: ReadonlyMap<Variable, Fact> = new Map();
const NONE = unborn(NOTHING);

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
    return calls.map((call) => this.factsGiven(call, graph)).reduce(shared);
  }

  /** What is known of what a call gives for the parameters of a function. */
  private factsGiven(call: Call, graph: FunctionGraph): ReadonlyMap<Variable, Fact> {
    const passed = passedTo(call, graph);
    return new Map(
      graph.parameters.flatMap((parameter, index) => {
        const argument = passed[index];
        const fact = argument && argumentFact(this.typing, argument, parameter);
        return fact ? [[parameter, fact] as const] : [];
      }),
    );
  }

  /** The different functions that callers of the same package give for a parameter. */
  handlers(parameter: Variable): readonly Handler[] {
    const graph = parameter.function;
    const index = graph.parameters.indexOf(parameter);
    if (graph.outer || index < 0) return [];
    const found = new Map<FunctionGraph, Handler>();
    for (const file of graph.package.files) {
      if (file.isTest && !graph.file.isTest) continue;
      for (const caller of this.mentioning(file, graph.declaration)) {
        for (const call of caller ? callsOf(this.typing, caller, graph.declaration) : []) {
          const argument = passedTo(call, graph)[index];
          const given = argument && functionOf(this.typing, argument);
          if (!given || !caller) continue;
          const facts = new Map(this.factsGiven(call, graph)).set(parameter, {
            kind: 'function',
            graph: given,
          });
          const before = found.get(given);
          found.set(given, {
            function: given,
            call,
            caller,
            facts: before ? shared(before.facts, facts) : facts,
          });
        }
      }
    }
    return found.size > MANY_FUNCTIONS ? [] : [...found.values()];
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
    return declaration.package.declarationsOf(file).flatMap((each) => {
      if (each === declaration || each.kind === 'type') return [];
      if (!hasWord(file.text.slice(each.start, each.end), name)) return [];
      const graph = this.typing.graphs.of(each);
      return graph ? withLiterals(graph) : [undefined];
    });
  }
}

/** What two calls agree on. */
function shared(
  one: ReadonlyMap<Variable, Fact>,
  other: ReadonlyMap<Variable, Fact>,
): ReadonlyMap<Variable, Fact> {
  return new Map([...one].filter(([variable, fact]) => agreedFact([fact, other.get(variable)])));
}

/** A function that only its own package can call, by its name. */
export function isPrivate({ outer, declaration }: FunctionGraph): boolean {
  return outer === undefined && !isExported(declaration.name);
}

/** The function that a value is for certain: a literal, a named function, or one that a function at hand makes. */
function functionOf(typing: Typing, value: Variable): FunctionGraph | undefined {
  const fact = valueFact(typing, value, NONE);
  if (fact) return fact.kind === 'function' ? fact.graph : undefined;
  const callee = typing.calleeOfValue(value);
  return callee.kind === 'literal' ? callee.graph : undefined;
}

/** The calls of a declaration in a function. */
function callsOf(typing: Typing, { blocks }: FunctionGraph, declaration: Declaration): Call[] {
  return blocks.flatMap(({ operations }) =>
    operations.filter((operation): operation is Call => {
      if (operation.op !== 'call' || !('name' in operation.callee)) return false;
      if (operation.callee.name !== declaration.name) return false;
      const callee = typing.callee(operation);
      return callee.kind === 'declared' && callee.declaration === declaration;
    }),
  );
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
