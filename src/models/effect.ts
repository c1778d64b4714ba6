/**
 * What a declaration without a body does, written as a trailing comment on it:
 *
 *     func ReadAll(r Reader) ([]byte, error) // reads r to EOF
 *
 * Several effects are separated by `;`. P is a parameter or receiver name; for a method of an interface type, which
 * names none, the receiver is called `receiver`.
 *
 *     reads P to EOF | reads P partly      reading ends at EOF for certain | may stop before
 *     reads P up to an error               the same, until something else fails: the writer of io.Copy, the buffer of a scanner
 *     closes P                             closes the body (of a response: its Body)
 *     keeps P                              stores P: it is owned elsewhere from now on
 *     returns P                            result 0 is P itself
 *     wraps P | wraps P partly             result 0 reads from P (partly: its end may come before P's EOF); its Close is not P's
 *     wraps P up to an error               the same, but reading beyond the limit is an error: MaxBytesReader
 *     wraps P and closes it                result 0 reads from P, and its Close closes P (also `wraps P partly and closes it`)
 *     obtains response                     the *http.Response result is new, with an open body (when the error is nil)
 *     obtains response without body        the same, but there is no body to read (HEAD)
 *     sends request                        over a connection of the receiver; its response is read and closed
 *     makes transport                      result 0 is, or keeps out of sight, a new transport with a pool of its own
 *     makes transport in F.G               the same, in this field of it
 *     makes transport for a time           the same, with an IdleConnTimeout (also `makes transport in F.G for a time`)
 *     calls F | starts F                   calls the function parameter F before returning | in a new goroutine
 *     calls F repeatedly                   the same, once for each of any number of elements
 *     returns non-nil                      result 0 is never nil: errors.New
 *     compares P with Q                    the boolean result says whether P is the error Q: errors.Is
 *     never returns                        os.Exit, log.Fatal, testing's FailNow
 *     fails the test                       testing's Error, Fail: control comes back, but what is left open then is no matter
 *
 *     tells whether P is nil | tells whether P is not nil     the boolean result
 *
 * Each may end with a condition: `on success`, `on error` (the last error result is nil, is not nil), `when true`,
 * `when false` (the boolean result), `if P` (the boolean argument P is the constant true),
 * `if P is nil`, `if P is not nil`.
 * A model function without effects reads its arguments and keeps none of them.
 */
export interface Effect {
  readonly verb: Verb;
  /** The parameter or receiver name; '' for verbs without one. */
  readonly subject: string;
  /** For compares: the second parameter. */
  readonly object?: string;
  /** For reads: to EOF when false. For wraps: the limited form. For makes: for a time. */
  readonly partly: boolean;
  /** For makes: the fields of the result that lead to the transport. */
  readonly fields?: readonly string[];
  /** For tells: true for `is nil`, false for `is not nil`. */
  readonly isNil?: boolean;
  /** For wraps: its reads fail at a limit. For reads: until something else fails. */
  readonly failing?: boolean;
  /** For calls: any number of times. */
  readonly repeatedly?: boolean;
  /** For wraps: `and closes it`. For obtains: false for `without body`. */
  readonly closing: boolean;
  readonly condition: Condition | undefined;
}

export type Verb =
  | 'reads'
  | 'closes'
  | 'keeps'
  | 'returns'
  | 'returns non-nil'
  | 'wraps'
  | 'obtains'
  | 'sends'
  | 'makes'
  | 'calls'
  | 'starts'
  | 'compares'
  | 'tells'
  | 'never returns'
  | 'fails the test';

export type Condition =
  | { readonly kind: 'success' | 'error' | 'true' | 'false' }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'nil' | 'not nil'; readonly name: string };
