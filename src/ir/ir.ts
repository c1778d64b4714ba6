import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import type { Node, Tree } from '../syntax/tree.ts';

/**
 * A function body as a control-flow graph over variables. All of Go's statement and expression forms are
 * reduced to the operations below by lowering; whatever reasons about programs reads only these.
 */
export interface FunctionGraph {
  /** `F`, `T.F` for methods, `F.func1` for literals. */
  readonly name: string;
  /** The top-level declaration in which the body stands. */
  readonly declaration: Declaration;
  readonly package: Package;
  readonly file: SourceFile;
  /** The function in which a literal stands. */
  readonly outer: FunctionGraph | undefined;
  /** The receiver, when there is one, then the parameters; unnamed ones included. */
  readonly parameters: Variable[];
  readonly hasReceiver: boolean;
  /** One variable for each result, named or not; a return assigns them first. */
  readonly results: Variable[];
  readonly blocks: Block[];
  readonly literals: FunctionGraph[];
  /** Variables of enclosing functions that the body uses, its own literals' uses included. */
  readonly captures: Set<Variable>;
  /** Types declared in the body, by name: their type_spec nodes. */
  readonly localTypes: Map<string, Node>;
  readonly span: Span;
  readonly tree: Tree;
  /** The function_declaration, method_declaration or func_literal node; for variable initialisers the var_spec. */
  readonly node: Node;
}

/** UTF-16 offsets in the file of the function; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A storage location: a Go variable, or a temporary that holds an expression's value. */
export interface Variable {
  /** Unique in its top-level declaration, from 0. */
  readonly id: number;
  /** Unique among all variables of a run. */
  readonly key: number;
  /** The Go name; '' for temporaries and unnamed parameters. */
  readonly name: string;
  readonly kind: 'parameter' | 'result' | 'local' | 'temporary';
  readonly function: FunctionGraph;
  /** The type expression written for it; -1 for none. */
  readonly type: Node;
  readonly variadic: boolean;
  /** Every operation that assigns it, in source order. */
  readonly definitions: Operation[];
  readonly span: Span;
}

export interface Block {
  readonly id: number;
  readonly operations: Operation[];
  terminator: Terminator;
  /** How many loops of the function enclose the block. */
  loopDepth: number;
}

export type Constant =
  | { readonly kind: 'nil' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string };

export type Operation =
  /** target = source */
  | { readonly op: 'assign'; readonly target: Variable; readonly source: Variable; readonly span: Span }
  | { readonly op: 'constant'; readonly target: Variable; readonly value: Constant; readonly span: Span }
  /** The zero value of a declared variable. */
  | { readonly op: 'zero'; readonly target: Variable; readonly span: Span }
  /** target = base.field: a field's value or a method value. */
  | {
      readonly op: 'field';
      readonly target: Variable;
      readonly base: Variable;
      readonly field: string;
      readonly span: Span;
    }
  | {
      readonly op: 'set field';
      readonly base: Variable;
      readonly field: string;
      readonly source: Variable;
      readonly span: Span;
    }
  /** target = base[…] */
  | {
      readonly op: 'element';
      readonly target: Variable;
      readonly base: Variable;
      readonly found: Variable | undefined;
      readonly span: Span;
    }
  | { readonly op: 'set element'; readonly base: Variable; readonly source: Variable; readonly span: Span }
  /** target = a package-level variable, constant or function. */
  | {
      readonly op: 'global';
      readonly target: Variable;
      readonly package: string;
      readonly name: string;
      readonly span: Span;
    }
  | {
      readonly op: 'set global';
      readonly package: string;
      readonly name: string;
      readonly source: Variable;
      readonly span: Span;
    }
  | Convert
  | Call
  | {
      readonly op: 'closure';
      readonly target: Variable;
      readonly function: FunctionGraph;
      readonly span: Span;
    }
  | Composite
  /** Any other expression: arithmetic, comparison, slicing. */
  | {
      readonly op: 'combine';
      readonly target: Variable;
      readonly operator: string;
      readonly operands: readonly Variable[];
      readonly span: Span;
    }
  | { readonly op: 'send'; readonly channel: Variable; readonly value: Variable; readonly span: Span }
  /** target, found = <-channel */
  | {
      readonly op: 'receive';
      readonly target: Variable;
      readonly found: Variable | undefined;
      readonly channel: Variable;
      readonly span: Span;
    }
  /** The variables of one iteration over `source`. */
  | {
      readonly op: 'range';
      readonly key: Variable | undefined;
      readonly value: Variable | undefined;
      readonly source: Variable;
      readonly span: Span;
    };

/** target = T(source), source.(T), &source or *source: the same thing seen as another type. */
export interface Convert {
  readonly op: 'convert';
  readonly how: 'conversion' | 'assertion' | 'address' | 'indirection';
  readonly target: Variable;
  /** The boolean of `v, ok := x.(T)`. */
  readonly found: Variable | undefined;
  readonly source: Variable;
  /** The type expression for conversions and assertions; -1 otherwise. */
  readonly type: Node;
  readonly span: Span;
}

export interface Call {
  readonly op: 'call';
  readonly mode: 'call' | 'go' | 'defer';
  /** One for each result that is used; empty when none is. */
  readonly targets: readonly Variable[];
  readonly callee: Callee;
  /** For `f(g())` the first results of g, more than it may have: see `forwarded`. */
  readonly arguments: readonly Variable[];
  /** The arguments are the results of one call, however many those are. */
  readonly forwarded: boolean;
  /** The last argument is passed with `...`. */
  readonly spread: boolean;
  /** Explicit type arguments, and the type argument of `new` and `make`. */
  readonly typeArguments: readonly Node[];
  readonly span: Span;
}

export type Callee =
  /** A package-level function, or a conversion to a package-level type: which one is known to `resolve`. */
  | { readonly kind: 'static'; readonly package: string; readonly name: string }
  | { readonly kind: 'method'; readonly receiver: Variable; readonly name: string }
  | { readonly kind: 'value'; readonly function: Variable }
  | { readonly kind: 'builtin'; readonly name: string };

export interface Composite {
  readonly op: 'composite';
  readonly target: Variable;
  /** The type expression; -1 when elided (then `target` has the element type of its parent literal). */
  readonly type: Node;
  readonly elements: readonly { readonly field: string | undefined; readonly value: Variable }[];
  readonly span: Span;
}

export type Terminator =
  /** The span of a break, continue or goto, or of the brace that ends the body of a loop; none where blocks just meet. */
  | { readonly kind: 'jump'; readonly to: Block; readonly span?: Span }
  | {
      readonly kind: 'branch';
      readonly condition: Condition;
      readonly whenTrue: Block;
      readonly whenFalse: Block;
      readonly span: Span;
      /** What a switch compares with the values of its cases, at `span`. */
      readonly tag?: Span;
    }
  /** Any of several ways, for reasons outside the function: range, select, type switch. */
  | {
      readonly kind: 'choose';
      readonly ways: readonly Block[];
      readonly span: Span;
      /** What a type switch asks, and the types of each of the ways in their order: none for the default. */
      readonly asked?: { readonly source: Variable; readonly types: readonly (readonly Node[])[] };
    }
  | { readonly kind: 'return'; readonly span: Span }
  /** Control does not go on: panic. Deferred calls still run. */
  | { readonly kind: 'stop'; readonly span: Span };

/** Conditions in normal form: negation and `!=` are expressed by exchanging the branches. */
export type Condition =
  | { readonly kind: 'nil'; readonly variable: Variable }
  | { readonly kind: 'true'; readonly variable: Variable }
  | {
      readonly kind: 'compare';
      readonly operator: '==' | '<' | '<=' | '>' | '>=';
      readonly left: Variable;
      readonly right: Variable;
    };

/** The variables that an operation assigns. */
export function targetsOf(operation: Operation): readonly Variable[] {
  switch (operation.op) {
    case 'call':
      return operation.targets;
    case 'range':
      return [operation.key, operation.value].filter((variable) => variable !== undefined);
    case 'convert':
    case 'element':
    case 'receive':
      return operation.found ? [operation.target, operation.found] : [operation.target];
    case 'set field':
    case 'set element':
    case 'set global':
    case 'send':
      return [];
    default:
      return [operation.target];
  }
}

/** What a call gives to what it calls: the receiver of a method, then the arguments. */
export function givenTo({ callee, arguments: given }: Call): readonly Variable[] {
  return callee.kind === 'method' ? [callee.receiver, ...given] : given;
}

/** The variables whose values an operation uses. */
export function usesOf(operation: Operation): readonly Variable[] {
  switch (operation.op) {
    case 'assign':
    case 'convert':
    case 'set global':
    case 'range':
      return [operation.source];
    case 'field':
    case 'element':
      return [operation.base];
    case 'set field':
    case 'set element':
      return [operation.base, operation.source];
    case 'call':
      return operation.callee.kind === 'value'
        ? [operation.callee.function, ...operation.arguments]
        : givenTo(operation);
    case 'composite':
      return operation.elements.map((element) => element.value);
    case 'combine':
      return operation.operands;
    case 'send':
      return [operation.channel, operation.value];
    case 'receive':
      return [operation.channel];
    case 'closure':
      return [...operation.function.captures];
    case 'constant':
    case 'zero':
    case 'global':
      return [];
  }
}

/** The variables that a terminator's condition, or a type switch, looks at. */
export function conditionVariables(terminator: Terminator): readonly Variable[] {
  if (terminator.kind === 'choose' && terminator.asked) return [terminator.asked.source];
  if (terminator.kind !== 'branch') return [];
  const condition = terminator.condition;
  return condition.kind === 'compare' ? [condition.left, condition.right] : [condition.variable];
}

/** The blocks that may follow. */
export function successorsOf(terminator: Terminator): readonly Block[] {
  switch (terminator.kind) {
    case 'jump':
      return [terminator.to];
    case 'branch':
      return [terminator.whenTrue, terminator.whenFalse];
    case 'choose':
      return terminator.ways;
    default:
      return [];
  }
}
