import type { Declaration } from '../resolve/declaration.ts';
import type { FunctionGraph } from './ir.ts';
import { lowerDeclaration } from './lower.ts';

/** The graphs of declarations, each lowered once, when first asked for. */
export class Graphs {
  private readonly graphs = new Map<Declaration, FunctionGraph | undefined>();

  /** The graph of a function, method or variable initialiser; undefined when there is no body. */
  of(declaration: Declaration): FunctionGraph | undefined {
    if (!this.graphs.has(declaration)) this.graphs.set(declaration, lowerDeclaration(declaration));
    return this.graphs.get(declaration);
  }

  /** Forgets a graph and its tree; they are made anew when asked for again. */
  release(declaration: Declaration): void {
    this.graphs.delete(declaration);
    declaration.release();
  }
}
