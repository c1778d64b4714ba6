import type { Variable } from './ir.ts';

/** Copies are followed this far. */
const STEPS = 16;

/** The variable that a value was copied from, through assertions, pointers and single assignments. */
export function sourceOf(variable: Variable): Variable {
  let source = variable;
  for (let steps = 0; steps < STEPS && source.kind !== 'parameter'; steps++) {
    const definition = source.definitions.length === 1 ? source.definitions[0] : undefined;
    if (definition?.op !== 'assign' && definition?.op !== 'convert') return source;
    source = definition.source;
  }
  return source;
}

/** True when the only definition of a variable is this package variable. */
export function isGlobal(variable: Variable, path: string, name: string): boolean {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  return definition?.op === 'global' && definition.package === path && definition.name === name;
}
