import type { Node } from '../syntax/tree.ts';
import type { Block, FunctionGraph, Operation, Span, Terminator, Variable } from './ir.ts';
import { targetsOf } from './ir.ts';
import type { Scope } from './scope.ts';

/** Where break and continue lead inside a statement. */
interface Enclosing {
  readonly label: string | undefined;
  readonly breakTo: Block;
  /** Undefined for switch and select. */
  readonly continueTo: Block | undefined;
}

/** Numbers variables across one top-level declaration. */
export interface Counter {
  next: number;
}

let nextKey = 0;

/** Grows one function graph: knows the block that is being filled and where jumps lead. */
export class Builder {
  readonly graph: FunctionGraph;
  readonly counter: Counter;
  scope: Scope;
  private block: Block;
  private loopDepth = 0;
  private readonly enclosing: Enclosing[] = [];
  private readonly labels = new Map<string, Block>();
  /** The label that the next loop, switch or select bears. */
  pendingLabel: string | undefined;
  /** Where fallthrough leads in the clause that is being lowered. */
  fallthroughTo: Block | undefined;

  constructor(graph: FunctionGraph, counter: Counter, scope: Scope) {
    this.graph = graph;
    this.counter = counter;
    this.scope = scope;
    this.block = this.newBlock();
  }

  newBlock(): Block {
    const end = this.graph.span.end;
    const block: Block = {
      id: this.graph.blocks.length,
      operations: [],
      terminator: { kind: 'return', span: { start: end - 1, end } },
      loopDepth: this.loopDepth,
    };
    this.graph.blocks.push(block);
    return block;
  }

  newVariable(name: string, kind: Variable['kind'], span: Span, type: Node = -1, variadic = false): Variable {
    return {
      id: this.counter.next++,
      key: nextKey++,
      name,
      kind,
      function: this.graph,
      type,
      variadic,
      definitions: [],
      span,
    };
  }

  temporary(span: Span): Variable {
    return this.newVariable('', 'temporary', span);
  }

  emit(operation: Operation): void {
    this.block.operations.push(operation);
    for (const target of targetsOf(operation)) target.definitions.push(operation);
  }

  /** Ends the current block and goes on in `next`. */
  finish(terminator: Terminator, next: Block): void {
    this.block.terminator = terminator;
    this.block = next;
  }

  /** Goes on in a block without ending the current one, which must be empty or finished. */
  resume(block: Block): void {
    this.block = block;
  }

  /** Ends the current block; what follows it is unreachable unless a label stands there. */
  finishUnreachable(terminator: Terminator): void {
    this.finish(terminator, this.newBlock());
  }

  jump(to: Block, span?: Span): void {
    this.finish(span ? { kind: 'jump', to, span } : { kind: 'jump', to }, to);
  }

  enterLoop(): void {
    this.loopDepth++;
  }

  leaveLoop(): void {
    this.loopDepth--;
  }

  pushEnclosing(breakTo: Block, continueTo: Block | undefined): void {
    this.enclosing.push({ label: this.pendingLabel, breakTo, continueTo });
    this.pendingLabel = undefined;
  }

  popEnclosing(): void {
    this.enclosing.pop();
  }

  breakTarget(label: string | undefined): Block | undefined {
    return this.enclosing.findLast((entry) => label === undefined || entry.label === label)?.breakTo;
  }

  continueTarget(label: string | undefined): Block | undefined {
    return this.enclosing.findLast(
      (entry) => entry.continueTo !== undefined && (label === undefined || entry.label === label),
    )?.continueTo;
  }

  /** The block at which a label stands, here. */
  placeLabel(label: string): Block {
    const block = this.labelBlock(label);
    block.loopDepth = this.loopDepth;
    return block;
  }

  /** The block to which a label leads, whether it has been met or not. */
  labelBlock(label: string): Block {
    let block = this.labels.get(label);
    if (!block) {
      block = this.newBlock();
      this.labels.set(label, block);
    }
    return block;
  }
}
