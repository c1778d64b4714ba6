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
    for (let scope: Scope | undefined = this; scope; scope = scope.parent) {
      const found = scope.names.get(name);
      if (found === undefined) continue;
      if (found !== 'type') noteCapture(found, this.function);
      return found;
    }
    return undefined;
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
