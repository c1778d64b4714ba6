import type { Composite, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { usesOf } from '../../ir/ir.ts';
import { outermost, withLiterals } from '../../ir/literals.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Declaration } from '../../resolve/declaration.ts';
import type { Type } from '../../resolve/type.ts';
import { constantOf } from '../state/constant.ts';
import { typedFact } from './entry.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NIL, NOT_NIL, agreedFact } from '../state/fact.ts';

/** What is given to functions by functions that are given it is followed this far. */
const DEPTH = 3;

const known = new WeakMap<Variable, Map<string, Fact | undefined>>();

/**
 * Whether a field of a struct is true, or nil, whenever it is looked at, when the struct comes from one literal of this
 * function and nothing that gets hold of it sets the field otherwise; undefined when that cannot be told.
 */
export function choiceOfLiteral(typing: Typing, argument: Variable, field: string): Fact | undefined {
  const holder = holderOf(argument);
  if (!holder) return undefined;
  let fields = known.get(holder);
  if (!fields) known.set(holder, (fields = new Map()));
  if (!fields.has(field)) fields.set(field, new LiteralField(typing, holder, field).value());
  return fields.get(field);
}

/** True for a struct that the function around a variable makes, and for a pointer to one. */
export function isMadeHere(variable: Variable): boolean {
  return holderOf(variable) !== undefined;
}

/** The literal that made the struct that a variable is or points to. */
export function literalBehind(argument: Variable): Composite | undefined {
  const definition = holderOf(argument)?.definitions[0];
  return definition?.op === 'composite' ? definition : undefined;
}

/** The variable that was made by a literal, or declared without a value, and that this one is or points to. */
function holderOf(variable: Variable): Variable | undefined {
  let holder = variable;
  for (;;) {
    if (holder.kind !== 'local' && holder.kind !== 'temporary') return undefined;
    const definition = holder.definitions.length === 1 ? holder.definitions[0] : undefined;
    if (definition?.op === 'composite' || definition?.op === 'zero') return holder;
    const isPointer = definition?.op === 'convert' && definition.how === 'address';
    if (definition?.op !== 'assign' && !isPointer) return undefined;
    holder = definition.source;
  }
}

class LiteralField {
  private readonly typing: Typing;
  private readonly holder: Variable;
  private readonly field: string;

  constructor(typing: Typing, holder: Variable, field: string) {
    this.typing = typing;
    this.holder = holder;
    this.field = field;
  }

  value(): Fact | undefined {
    const { typing, holder, field } = this;
    const struct = typing.types.underlying(typing.types.dereference(typing.typeOf(holder)));
    const declared = struct.kind === 'struct' ? struct.fields.find((each) => each.name === field) : undefined;
    if (!declared) return undefined;
    const values: (Fact | undefined)[] = [this.initial(declared.type)];
    for (const graph of withLiterals(outermost(holder.function))) {
      for (const { operations } of graph.blocks) {
        for (const operation of operations) {
          const assigned = this.assignedBy(operation);
          if (assigned === 'unknown') return undefined;
          if (assigned) values.push(this.given(assigned, declared.type));
        }
      }
    }
    return agreedFact(values);
  }

  /** What the literal says; a field that it leaves out is zero (Go spec, Composite literals). */
  private initial(type: Type): Fact | undefined {
    const [definition] = this.holder.definitions;
    const zero = this.typing.types.underlying(type).kind === 'basic' ? FALSE : NIL;
    if (definition?.op !== 'composite') return zero;
    if (definition.elements.some((element) => element.field === undefined)) return undefined;
    const element = definition.elements.find((each) => each.field === this.field);
    return element ? this.given(element.value, type) : zero;
  }

  private given(value: Variable, type: Type): Fact | undefined {
    const constant = constantOf(this.typing, value);
    if (constant) return constant.kind === 'boolean' || constant.kind === 'nil' ? constant : NOT_NIL;
    return typedFact(this.typing, value, type);
  }

  /** What an operation sets the flag to; `unknown` when it gives the struct to who knows whom. */
  private assignedBy(operation: Operation): Variable | 'unknown' | undefined {
    const used = usesOf(operation).filter((variable) => this.isHeld(variable));
    if (used.length === 0) return undefined;
    switch (operation.op) {
      case 'set field':
        if (this.isHeld(operation.source)) return 'unknown';
        return operation.field === this.field ? operation.source : undefined;
      case 'field':
        return operation.field === this.field && isAddressed(operation.target) ? 'unknown' : undefined;
      case 'assign':
      case 'convert':
        return this.isHeld(operation.target) ? undefined : 'unknown';
      case 'closure':
        return undefined;
      case 'call': {
        // What is given a copy cannot set the field of the original.
        if (used.every((variable) => !this.isPointer(variable))) return undefined;
        const callee = this.typing.callee(operation);
        if (callee.kind !== 'declared') return 'unknown';
        return assigns(this.typing, callee.declaration, this.field) ? 'unknown' : undefined;
      }
      default:
        return 'unknown';
    }
  }

  private isPointer(variable: Variable): boolean {
    const { types } = this.typing;
    return types.underlying(this.typing.typeOf(variable)).kind !== 'struct';
  }

  private isHeld(variable: Variable): boolean {
    return holderOf(variable) === this.holder;
  }
}

/** `&value.field`: a temporary of which the address is taken. */
function isAddressed(temporary: Variable): boolean {
  return temporary.function.blocks.some(({ operations }) =>
    operations.some((each) => each.op === 'convert' && each.how === 'address' && each.source === temporary),
  );
}

/** True when a function, or one that it calls, assigns a field of this name. */
function assigns(typing: Typing, declaration: Declaration, field: string, depth = 0): boolean {
  if (declaration.package.isModel) return false;
  const graph = depth < DEPTH ? typing.graphs.of(declaration) : undefined;
  if (!graph) return true;
  return withLiterals(graph).some(({ blocks }) =>
    blocks.some(({ operations }) =>
      operations.some((operation) => {
        if (operation.op === 'set field') return operation.field === field;
        if (operation.op !== 'call' || !mayLead(typing, graph, operation)) return false;
        const callee = typing.callee(operation);
        return callee.kind === 'declared' && assigns(typing, callee.declaration, field, depth + 1);
      }),
    ),
  );
}

/** True when a call is given a parameter of the function around it. */
function mayLead(typing: Typing, graph: FunctionGraph, operation: Operation): boolean {
  return usesOf(operation).some(
    (variable) =>
      graph.parameters.includes(variable) &&
      typing.types.underlying(typing.types.dereference(typing.typeOf(variable))).kind === 'struct',
  );
}
