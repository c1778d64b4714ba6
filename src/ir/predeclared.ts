/** Go spec, Predeclared identifiers: the functions. */
export const BUILTIN_FUNCTIONS: ReadonlySet<string> = new Set(
  'append cap clear close complex copy delete imag len make max min new panic print println real recover'.split(
    ' ',
  ),
);

/** Go spec, Predeclared identifiers: the types that a conversion may name. */
export const PREDECLARED_TYPES: ReadonlySet<string> = new Set(
  (
    'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string ' +
    'uint uint8 uint16 uint32 uint64 uintptr'
  ).split(' '),
);
