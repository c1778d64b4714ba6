import type { Block, Callee, Condition, FunctionGraph, Operation, Terminator, Variable } from './ir.ts';

/** A graph and its literals as text, one operation a line; unreachable blocks are left out. */
export function printGraph(graph: FunctionGraph): string {
  const parameters = graph.parameters.map(name).join(', ');
  const lines = [`func ${graph.name}(${parameters}) -> (${graph.results.map(name).join(', ')})`];
  if (graph.captures.size > 0) lines.push(`  captures ${[...graph.captures].map(name).join(', ')}`);
  for (const block of reachableBlocks(graph)) {
    const depth = block.loopDepth > 0 ? `  // loop depth ${block.loopDepth}` : '';
    lines.push(`b${block.id}:${depth}`);
    for (const operation of block.operations) lines.push(`  ${printOperation(operation)}`);
    lines.push(`  ${printTerminator(block.terminator)}`);
  }
  return [lines.join('\n'), ...graph.literals.map(printGraph)].join('\n\n');
}

function reachableBlocks(graph: FunctionGraph): Block[] {
  const seen = new Set<Block>();
  const work = graph.blocks.slice(0, 1);
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    const terminator = block.terminator;
    if (terminator.kind === 'jump') work.push(terminator.to);
    if (terminator.kind === 'branch') work.push(terminator.whenTrue, terminator.whenFalse);
    if (terminator.kind === 'choose') work.push(...terminator.ways);
  }
  return graph.blocks.filter((block) => seen.has(block));
}

function name(variable: Variable): string {
  return variable.name === '' ? `t${variable.id}` : `${variable.name}.${variable.id}`;
}

function list(variables: readonly Variable[]): string {
  return variables.map(name).join(', ');
}

/** One operation as text. */
export function printOperation(operation: Operation): string {
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
    case 'convert':
      return `${found(operation.target, operation.found)} = ${operation.how} ${name(operation.source)}`;
    case 'call':
      return printCall(operation);
    case 'closure':
      return `${name(operation.target)} = closure ${operation.function.name}`;
    case 'composite': {
      const elements = operation.elements.map(({ field, value }) =>
        field ? `${field}: ${name(value)}` : name(value),
      );
      return `${name(operation.target)} = composite {${elements.join(', ')}}`;
    }
    case 'combine':
      return `${name(operation.target)} = ${operation.operator} (${list(operation.operands)})`;
    case 'send':
      return `send ${name(operation.channel)} <- ${name(operation.value)}`;
    case 'receive':
      return `${found(operation.target, operation.found)} = receive ${name(operation.channel)}`;
    case 'range':
      return `${list([operation.key, operation.value].filter((v) => v !== undefined))} = range ${name(operation.source)}`;
  }
}

function found(target: Variable, second: Variable | undefined): string {
  return second ? `${name(target)}, ${name(second)}` : name(target);
}

function printCall(call: Operation & { op: 'call' }): string {
  const targets = call.targets.length > 0 ? `${list(call.targets)} = ` : '';
  const passed = `${list(call.arguments)}${call.spread || call.forwarded ? '...' : ''}`;
  return `${targets}${call.mode} ${printCallee(call.callee)}(${passed})`;
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
      return `choose ${terminator.ways.map((way) => `b${way.id}`).join(' ')}`;
    default:
      return terminator.kind;
  }
}
