import type { Span } from '../../ir/ir.ts';
import type { Variable } from '../../ir/ir.ts';
import type { Fact } from '../state/fact.ts';
import type { Handle } from '../state/handle.ts';
import type { FieldFacts } from './made-fields.ts';
import type { Step } from '../state/path.ts';
import type { Reading, State } from '../state/state.ts';

/** What a function does with a resource that it is given, for one state of it on entry. */
export interface Summary {
  /** True when some way closes the resource or reads it to EOF. */
  readonly consumes: boolean;
  /** True when on some way code that is not followed gets hold of the resource. */
  readonly escapes: boolean;
  readonly outcomes: readonly Outcome[];
  readonly endings: readonly { readonly read: Reading; readonly steps: readonly Step[] }[];
}

/** What is known of one result. */
export interface Result {
  readonly handle: Handle | undefined;
  readonly fact: Fact | undefined;
  /** What is known of the fields of a struct that leads to the resource. */
  readonly fields?: FieldFacts;
}

/** One way in which a function returns with the resource still open. */
export interface Outcome extends Pick<
  State,
  'read' | 'reusable' | 'contexts' | 'cancelled' | 'choices' | 'uncertain' | 'beside' | 'body' | 'status'
> {
  /** By result number. */
  readonly results: readonly Result[];
  /** Variables of enclosing functions that lead to the resource, or of which something is known. */
  readonly handles: ReadonlyMap<Variable, Handle>;
  readonly facts: ReadonlyMap<Variable, Fact>;
  readonly steps: readonly Step[];
  /** The return statement. */
  readonly span: Span;
}
