import type { Variable } from '../../ir/ir.ts';

/** Definitions are followed this far. */
const DEPTH = 4;

/** True when a variable is such a one, a copy of one, or loaded from fields of one. */
export function leadsFrom(variable: Variable, isSource: (variable: Variable) => boolean, depth = 0): boolean {
  if (isSource(variable)) return true;
  const [definition, ...others] = variable.definitions;
  if (!definition || others.length > 0 || depth > DEPTH) return false;
  if (definition.op === 'field') return leadsFrom(definition.base, isSource, depth + 1);
  const isCopy = definition.op === 'assign' || definition.op === 'convert';
  return isCopy && leadsFrom(definition.source, isSource, depth + 1);
}
