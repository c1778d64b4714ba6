import type { Declaration } from '../resolve/declaration.ts';
import type { Program } from '../resolve/package.ts';
import type { TypeContext } from '../resolve/type-context.ts';
import type { FunctionType, Type } from '../resolve/type.ts';
import type { Types } from '../resolve/types.ts';
import { childByField } from '../syntax/access.ts';
import { Field } from '../syntax/kinds.ts';
import type { Node } from '../syntax/tree.ts';
import { resolveCallee, resolveValue } from './callee.ts';
import type { ResolvedCallee } from './callee.ts';
import { clientMethod } from './client-shape.ts';
import type { Graphs } from './graphs.ts';
import type { Call, Constant, FunctionGraph, Operation, Variable } from './ir.ts';

export const UNKNOWN: Type = { kind: 'unknown' };

/** The types of a graph's variables, worked out from what defines them. `unknown` where that cannot be told. */
export class Typing {
  readonly program: Program;
  readonly types: Types;
  readonly graphs: Graphs;
  private readonly variables = new WeakMap<Variable, Type>();
  private readonly globals = new Map<Declaration, Type>();
  private readonly localTypesInProgress = new Set<Node>();
  private readonly callees = new WeakMap<Call, ResolvedCallee>();

  constructor(program: Program, types: Types, graphs: Graphs) {
    this.program = program;
    this.types = types;
    this.graphs = graphs;
  }

  /** The type of a variable. */
  typeOf(variable: Variable): Type {
    const known = this.variables.get(variable);
    if (known) return known;
    // A variable that is defined through itself must not be asked for again while its type is worked out.
    this.variables.set(variable, UNKNOWN);
    const type = this.compute(variable);
    this.variables.set(variable, type);
    return type;
  }

  /** What a call calls. */
  callee(call: Call): ResolvedCallee {
    let resolved = this.callees.get(call);
    if (!resolved) {
      this.callees.set(call, { kind: 'unknown', signature: undefined });
      resolved = resolveCallee(this, call);
      this.callees.set(call, resolved);
    }
    return resolved;
  }

  /** What a call of a function value would call. */
  calleeOfValue(value: Variable): ResolvedCallee {
    return resolveValue(this, value);
  }

  /** A type expression in a function body. */
  written(graph: FunctionGraph, node: Node): Type {
    return this.types.fromSyntax(graph.tree, node, this.context(graph));
  }

  /** The type of a package-level variable, constant or function; a package's type names are not values. */
  globalType(path: string, name: string): Type {
    const declaration = this.program.package(path)?.lookup(name);
    if (!declaration || declaration.kind === 'type') return UNKNOWN;
    const known = this.globals.get(declaration);
    if (known) return known;
    this.globals.set(declaration, UNKNOWN);
    const type = this.computeGlobal(declaration);
    this.globals.set(declaration, type);
    return type;
  }

  /** The body of a package-level function; undefined when there is none at hand. */
  functionNamed(path: string, name: string): FunctionGraph | undefined {
    const declaration = this.program.package(path)?.lookup(name);
    if (declaration?.kind !== 'function' || declaration.package.isModel) return undefined;
    return this.graphs.of(declaration);
  }

  private computeGlobal(declaration: Declaration): Type {
    if (declaration.kind === 'function') return this.types.signature(declaration);
    const written = this.types.declaredType(declaration);
    if (written) return written;
    const result = this.graphs
      .of(declaration)
      ?.results.find((variable) => variable.name === declaration.name);
    return result ? this.typeOf(result) : UNKNOWN;
  }

  private context(graph: FunctionGraph): TypeContext {
    const context = this.types.contextOf(graph.declaration);
    if (graph.localTypes.size === 0) return context;
    return { ...context, localTypes: (name) => this.localType(graph, name) };
  }

  /** A type declared in the body stands for its type literal: it has no methods. */
  private localType(graph: FunctionGraph, name: string): Type | undefined {
    const spec = graph.localTypes.get(name);
    if (spec === undefined || this.localTypesInProgress.has(spec)) return undefined;
    this.localTypesInProgress.add(spec);
    const type = this.written(graph, childByField(graph.tree, spec, Field.Type));
    this.localTypesInProgress.delete(spec);
    return type;
  }

  private compute(variable: Variable): Type {
    if (variable.type >= 0) {
      const written = this.written(variable.function, variable.type);
      return variable.variadic ? { kind: 'slice', element: written } : written;
    }
    if (variable.kind === 'parameter') return UNKNOWN;
    for (const definition of variable.definitions) {
      const type = this.defined(variable, definition);
      if (type.kind !== 'unknown' && !(type.kind === 'basic' && type.name === 'untyped nil')) return type;
    }
    return UNKNOWN;
  }

  private defined(variable: Variable, operation: Operation): Type {
    const { types } = this;
    switch (operation.op) {
      case 'assign':
        return this.typeOf(operation.source);
      case 'constant':
        return constantType(operation.value);
      case 'field':
        return types.select(this.typeOf(operation.base), operation.field)?.type ?? UNKNOWN;
      case 'element':
        return operation.found === variable ? BOOL : this.elementType(this.typeOf(operation.base)).element;
      case 'global':
        return this.globalType(operation.package, operation.name);
      case 'convert':
        return operation.found === variable ? BOOL : this.converted(operation, variable.function);
      case 'call':
        return this.callResult(operation, operation.targets.indexOf(variable));
      case 'closure':
        return this.closureType(operation.function);
      case 'composite':
        return operation.type < 0 ? UNKNOWN : this.written(variable.function, operation.type);
      case 'receive':
        return operation.found === variable ? BOOL : this.elementType(this.typeOf(operation.channel)).element;
      case 'range': {
        const { key, element } = this.elementType(this.typeOf(operation.source));
        return operation.value === variable ? element : key;
      }
      default:
        return UNKNOWN;
    }
  }

  private converted(operation: Operation & { op: 'convert' }, graph: FunctionGraph): Type {
    if (operation.how === 'address') return { kind: 'pointer', element: this.typeOf(operation.source) };
    if (operation.how === 'indirection') return this.types.dereference(this.typeOf(operation.source));
    return operation.type < 0 ? UNKNOWN : this.written(graph, operation.type);
  }

  private elementType(container: Type): { key: Type; element: Type } {
    const type = this.types.underlying(this.types.dereference(container));
    if (type.kind === 'map') return { key: type.key, element: type.element };
    if (type.kind === 'channel') return { key: type.element, element: type.element };
    if (type.kind === 'slice' || type.kind === 'array') return { key: INT, element: type.element };
    return { key: UNKNOWN, element: UNKNOWN };
  }

  private callResult(call: Call, index: number): Type {
    const callee = this.callee(call);
    if (callee.kind === 'conversion') return callee.type;
    if (callee.kind === 'builtin') return this.builtinResult(call, callee.name);
    const signature = callee.kind === 'unknown' ? clientMethod(this, call) : callee.signature;
    const result = signature?.results[index]?.type;
    if (!result || !signature) return UNKNOWN;
    return this.instantiate(call, signature, result);
  }

  private instantiate(call: Call, signature: FunctionType, result: Type): Type {
    if (signature.typeParameters.length === 0) return result;
    const graph = call.targets[0]?.function ?? call.arguments[0]?.function;
    const bindings = new Map(
      this.types.inferTypeArguments(
        signature,
        call.arguments.map((argument) => this.typeOf(argument)),
      ),
    );
    signature.typeParameters.forEach((parameter, index) => {
      const node = call.typeArguments[index];
      if (node !== undefined && graph) bindings.set(parameter.name, this.written(graph, node));
    });
    return this.types.substitute(result, bindings);
  }

  private builtinResult(call: Call, name: string): Type {
    const first = call.arguments[0];
    const graph = call.targets[0]?.function;
    const node = call.typeArguments[0];
    if (name === 'new' && node !== undefined && graph)
      return { kind: 'pointer', element: this.written(graph, node) };
    if (name === 'make' && node !== undefined && graph) return this.written(graph, node);
    if (name === 'len' || name === 'cap' || name === 'copy') return INT;
    return first && (name === 'append' || name === 'min' || name === 'max') ? this.typeOf(first) : UNKNOWN;
  }

  private closureType(graph: FunctionGraph): FunctionType {
    const parameter = (variable: Variable) => ({ name: variable.name, type: this.typeOf(variable) });
    return {
      kind: 'function',
      parameters: graph.parameters.map(parameter),
      results: graph.results.map(parameter),
      variadic: graph.parameters.at(-1)?.variadic ?? false,
      typeParameters: [],
    };
  }
}

const INT: Type = { kind: 'basic', name: 'int' };
const BOOL: Type = { kind: 'basic', name: 'bool' };

function constantType(value: Constant): Type {
  switch (value.kind) {
    case 'nil':
      return { kind: 'basic', name: 'untyped nil' };
    case 'boolean':
      return BOOL;
    case 'string':
      return { kind: 'basic', name: 'string' };
    case 'number':
      return INT;
  }
}
