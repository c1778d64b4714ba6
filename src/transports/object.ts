import { operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import type { Call, Operation, Variable } from '../ir/ir.ts';
import { givenTo } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';

/** What the function around an object does with it. */
export interface ObjectUses {
  /** The variables that are the object, a pointer to it, or an interface that holds it. */
  readonly aliases: ReadonlySet<Variable>;
  /** The values that its fields get, in its literal and afterwards. */
  readonly fields: ReadonlyMap<string, readonly Variable[]>;
  /** The calls that get it, as an argument or a receiver. */
  readonly calls: readonly Placed<Call>[];
}

const known = new WeakMap<Variable, ObjectUses>();

/** What is done with an object in the top-level function in which a variable holds it, in whatever order. */
export function usesOfObject(object: Variable): ObjectUses {
  let uses = known.get(object);
  if (!uses) {
    const operations = operationsOf(outermost(object.function));
    const aliases = aliasesOf(object, operations);
    const fields = fieldsOf(object, aliases, operations);
    const calls = operations.filter(
      (placed): placed is Placed<Call> =>
        placed.operation.op === 'call' && givenTo(placed.operation).some((each) => aliases.has(each)),
    );
    uses = { aliases, fields, calls };
    known.set(object, uses);
  }
  return uses;
}

/** A field of another object in which it is stored is the object again wherever the function loads it. */
function aliasesOf(object: Variable, operations: readonly Placed[]): ReadonlySet<Variable> {
  const aliases = new Set([object, ...loadedLike(object, operations)]);
  const storedIn = new Set<string>();
  for (let size = -1; size !== aliases.size + storedIn.size;) {
    size = aliases.size + storedIn.size;
    for (const { operation } of operations) follow(operation, aliases, storedIn);
  }
  return aliases;
}

/** The variables that are loaded from the same package variable, or from the same field of the same object. */
function loadedLike(object: Variable, operations: readonly Placed[]): Variable[] {
  const [load, ...others] = object.definitions;
  if (!load || others.length > 0 || (load.op !== 'global' && load.op !== 'field')) return [];
  return operations.flatMap(({ operation }) => {
    const isSame =
      load.op === 'global'
        ? operation.op === 'global' && operation.package === load.package && operation.name === load.name
        : operation.op === 'field' &&
          operation.field === load.field &&
          sourceOf(operation.base) === sourceOf(load.base);
    return isSame && 'target' in operation ? [operation.target] : [];
  });
}

function follow(operation: Operation, aliases: Set<Variable>, storedIn: Set<string>): void {
  switch (operation.op) {
    case 'assign':
    case 'convert':
      if (aliases.has(operation.source)) aliases.add(operation.target);
      return;
    case 'set field':
      if (aliases.has(operation.source)) storedIn.add(operation.field);
      return;
    case 'composite':
      for (const { field, value } of operation.elements)
        if (field !== undefined && aliases.has(value)) storedIn.add(field);
      return;
    case 'field':
      if (storedIn.has(operation.field)) aliases.add(operation.target);
  }
}

function fieldsOf(
  object: Variable,
  aliases: ReadonlySet<Variable>,
  operations: readonly Placed[],
): ReadonlyMap<string, readonly Variable[]> {
  const fields = new Map<string, Variable[]>();
  const add = (field: string | undefined, value: Variable): void => {
    if (field === undefined) return;
    const values = fields.get(field);
    if (values) values.push(value);
    else fields.set(field, [value]);
  };
  for (const definition of object.definitions) {
    if (definition.op !== 'composite') continue;
    for (const { field, value } of definition.elements) add(field, value);
  }
  for (const { operation } of operations) {
    if (operation.op === 'set field' && aliases.has(operation.base)) add(operation.field, operation.source);
  }
  return fields;
}
