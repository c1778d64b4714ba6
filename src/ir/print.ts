import { nodeText } from '../syntax/access.ts';
import { Kind } from '../syntax/kinds.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import { reachableBlocks } from './reachable.ts';
import type { Call, Callee, Condition, FunctionGraph, Operation, Terminator, Variable } from './ir.ts';

/**
 * A graph and its literals as text, one operation a line; unreachable blocks are left out. A variable is its name and
 * number, a temporary its number alone.
 */
export function printGraph(graph: FunctionGraph): string {
  const lines = [printHeader(graph)];
  if (graph.captures.size > 0) lines.push(`  captures ${[...graph.captures].map(name).join(', ')}`);
  const reachable = reachableBlocks(graph);
  for (const block of graph.blocks) {
    if (!reachable.has(block)) continue;
    const depth = block.loopDepth > 0 ? `  // loop depth ${block.loopDepth}` : '';
    lines.push(`b${block.id}:${depth}`);
    for (const operation of block.operations) lines.push(`  ${printOperation(operation, graph.tree)}`);
    lines.push(`  ${printTerminator(block.terminator)}`);
  }
  return [lines.join('\n'), ...graph.literals.map(printGraph)].join('\n\n');
}

function printHeader(graph: FunctionGraph): string {
  if (graph.tree.kinds[graph.node] === Kind.VarSpec) return `var ${list(graph.results)}`;
  const parameters = graph.parameters.map(
    (parameter) => `${name(parameter)}${parameter.variadic ? '...' : ''}`,
  );
  const receiver = graph.hasReceiver ? `(${parameters.shift()}) ` : '';
  return `func ${receiver}${graph.name}(${parameters.join(', ')}) -> (${list(graph.results)})`;
}

function name(variable: Variable): string {
  return variable.name === '' ? `t${variable.id}` : `${variable.name}.${variable.id}`;
}

function list(variables: readonly Variable[]): string {
  return variables.map(name).join(', ');
}

/** One operation as text. `tree` is that of the function in which it stands. */
export function printOperation(operation: Operation, tree: Tree): string {
  switch (operation.op) {
    case 'assign':
      return `${name(operation.target)} = ${name(operation.source)}`;
    case 'constant':
      return `${name(operation.target)} = ${operation.value.kind === 'nil' ? 'nil' : JSON.stringify(operation.value.value)}`;
    case 'zero':
      return `${name(operation.target)} = zero`;
    case 'field':
      return `${name(operation.target)} = ${name(operation.base)}.${operation.field}`;
    case 'set field':
      return `${name(operation.base)}.${operation.field} = ${name(operation.source)}`;
    case 'element':
      return `${found(operation.target, operation.found)} = ${name(operation.base)}[]`;
    case 'set element':
      return `${name(operation.base)}[] = ${name(operation.source)}`;
    case 'global':
      return `${name(operation.target)} = global ${operation.package}.${operation.name}`;
    case 'set global':
      return `global ${operation.package}.${operation.name} = ${name(operation.source)}`;
    case 'convert': {
      const to = operation.type < 0 ? '' : ` to ${typeText(tree, operation.type)}`;
      return `${found(operation.target, operation.found)} = ${operation.how} ${name(operation.source)}${to}`;
    }
    case 'call':
      return printCall(operation, tree);
    case 'closure':
      return `${name(operation.target)} = closure ${operation.function.name}`;
    case 'composite': {
      const elements = operation.elements.map(({ field, value }) =>
        field ? `${field}: ${name(value)}` : name(value),
      );
      const type = operation.type < 0 ? '' : `${typeText(tree, operation.type)} `;
      return `${name(operation.target)} = composite ${type}{${elements.join(', ')}}`;
    }
    case 'combine':
      return `${name(operation.target)} = ${operation.operator} (${list(operation.operands)})`;
    case 'send':
      return `send ${name(operation.channel)} <- ${name(operation.value)}`;
    case 'receive':
      return `${found(operation.target, operation.found)} = receive ${name(operation.channel)}`;
    case 'range': {
      const variables = [operation.key, operation.value].map((variable) => (variable ? name(variable) : '_'));
      return `${variables.join(', ')} = range ${name(operation.source)}`;
    }
  }
}

/** A type expression on one line. */
function typeText(tree: Tree, node: Node): string {
  return nodeText(tree, node).replaceAll(/\s+/g, ' ');
}

function found(target: Variable, second: Variable | undefined): string {
  return second ? `${name(target)}, ${name(second)}` : name(target);
}

function printCall(call: Call, tree: Tree): string {
  const targets = call.targets.length > 0 ? `${list(call.targets)} = ` : '';
  const passed = `${list(call.arguments)}${call.spread || call.forwarded ? '...' : ''}`;
  const types =
    call.typeArguments.length > 0
      ? `[${call.typeArguments.map((type) => typeText(tree, type)).join(', ')}]`
      : '';
  return `${targets}${call.mode} ${printCallee(call.callee)}${types}(${passed})`;
}

function printCallee(callee: Callee): string {
  switch (callee.kind) {
    case 'static':
      return `${callee.package}.${callee.name}`;
    case 'method':
      return `${name(callee.receiver)}.${callee.name}`;
    case 'value':
      return name(callee.function);
    case 'builtin':
      return callee.name;
  }
}

function printCondition(condition: Condition): string {
  if (condition.kind === 'nil') return `${name(condition.variable)} == nil`;
  if (condition.kind === 'true') return name(condition.variable);
  return `${name(condition.left)} ${condition.operator} ${name(condition.right)}`;
}

function printTerminator(terminator: Terminator): string {
  switch (terminator.kind) {
    case 'jump':
      return `jump b${terminator.to.id}`;
    case 'branch':
      return `branch ${printCondition(terminator.condition)} ? b${terminator.whenTrue.id} : b${terminator.whenFalse.id}`;
    case 'choose':
      return ['choose', ...terminator.ways.map((way) => `b${way.id}`)].join(' ');
    default:
      return terminator.kind;
  }
}
