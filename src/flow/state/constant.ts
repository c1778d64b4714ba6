import type { Constant, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Fact } from './fact.ts';
import { isAddressed } from './shared-variables.ts';

/** How many definitions are followed to a constant. */
const DEPTH = 8;

/**
 * The constant that a variable holds, by what is known on the path or else by its only definition: literals,
 * named constants, and arithmetic on them.
 */
export function constantOf(typing: Typing, variable: Variable, fact?: Fact, depth = 0): Constant | undefined {
  if (fact && isConstant(fact)) return fact;
  const definition = variable.definitions[0];
  if (!definition || variable.definitions.length > 1 || variable.kind === 'parameter' || depth > DEPTH)
    return undefined;
  if (variable.kind === 'local' && isAddressed(variable)) return undefined;
  switch (definition.op) {
    case 'constant':
      return definition.value;
    case 'assign':
    case 'convert':
      return constantOf(typing, definition.source, undefined, depth + 1);
    case 'global':
      return globalConstant(typing, definition.package, definition.name, depth);
    case 'call': {
      // A conversion to a named type, such as time.Duration(5).
      const [argument] = definition.arguments;
      const isConversion = argument && typing.callee(definition).kind === 'conversion';
      return isConversion ? constantOf(typing, argument, undefined, depth + 1) : undefined;
    }
    case 'combine':
      return combined(typing, definition.operator, definition.operands, depth);
    default:
      return undefined;
  }
}

function isConstant(fact: Fact): fact is Constant {
  return fact.kind === 'nil' || fact.kind === 'boolean' || fact.kind === 'number' || fact.kind === 'string';
}

function globalConstant(typing: Typing, path: string, name: string, depth: number): Constant | undefined {
  const declaration = typing.program.package(path)?.lookup(name);
  if (declaration?.kind !== 'constant') return undefined;
  const result = typing.graphs.of(declaration)?.results.find((variable) => variable.name === name);
  return result ? constantOf(typing, result, undefined, depth + 1) : undefined;
}

function combined(
  typing: Typing,
  operator: string,
  operands: readonly Variable[],
  depth: number,
): Constant | undefined {
  const values = operands.map((operand) => constantOf(typing, operand, undefined, depth + 1));
  const [left, right] = values;
  if (left?.kind !== 'number') return undefined;
  if (!right)
    return operator === '-' && values.length === 1 ? { kind: 'number', value: -left.value } : undefined;
  if (right.kind !== 'number') return undefined;
  const value = arithmetic(operator, left.value, right.value);
  return value === undefined ? undefined : { kind: 'number', value };
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : Math.trunc(left / right);
    case '<<':
      return left * 2 ** right;
    default:
      return undefined;
  }
}
