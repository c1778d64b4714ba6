import type { FunctionGraph, Variable } from './ir.ts';

/** A block's local names (Go spec, Declarations and scope). */
export class Scope {
  private readonly names = new Map<string, Variable | 'type'>();
  readonly parent: Scope | undefined;
  readonly function: FunctionGraph;

  constructor(parent: Scope | undefined, graph: FunctionGraph) {
    this.parent = parent;
    this.function = graph;
  }

  declare(name: string, what: Variable | 'type'): void {
    if (name !== '_' && name !== '') this.names.set(name, what);
  }

  /** The variable of this very block, for redeclaration by `:=`. */
  own(name: string): Variable | undefined {
    const found = this.names.get(name);
    return found === 'type' ? undefined : found;
  }

  /** What a local name stands for; undefined when it is not local. Notes captures on the way. */
  find(name: string): Variable | 'type' | undefined {
    const found = this.lookup(name);
    if (typeof found === 'object') noteCapture(found, this.function);
    return found;
  }

  private lookup(name: string): Variable | 'type' | undefined {
    return this.names.get(name) ?? this.parent?.lookup(name);
  }
}

function noteCapture(variable: Variable, user: FunctionGraph): void {
  for (
    let graph: FunctionGraph | undefined = user;
    graph && graph !== variable.function;
    graph = graph.outer
  ) {
    graph.captures.add(variable);
  }
}
