/** A build constraint: tags joined by `!`, `&&` and `||`. */
export type Constraint =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly operand: Constraint }
  | { readonly kind: 'and' | 'or'; readonly left: Constraint; readonly right: Constraint };

/** More operators than this make a constraint too large, as in the go command; it also bounds the recursion here. */
const LIMIT = 1000;

/**
 * Reads the expression of a `//go:build` line, without that prefix (Go source, go/build/constraint). Undefined when
 * it is malformed.
 */
export function parseConstraint(text: string): Constraint | undefined {
  const tokens = text.match(/[()!]|&&|\|\||[\p{L}\p{Nd}_.]+|\S/gu) ?? [];
  if (tokens.length > LIMIT) return undefined;
  let position = 0;

  function either(): Constraint | undefined {
    return chain('or', '||', both);
  }
  function both(): Constraint | undefined {
    return chain('and', '&&', not);
  }
  function chain(
    kind: 'and' | 'or',
    operator: string,
    part: () => Constraint | undefined,
  ): Constraint | undefined {
    let left = part();
    while (left !== undefined && tokens[position] === operator) {
      position++;
      const right: Constraint | undefined = part();
      left = right && { kind, left, right };
    }
    return left;
  }
  function not(): Constraint | undefined {
    if (tokens[position] !== '!') return atom();
    position++;
    const operand = tokens[position] === '!' ? undefined : atom();
    return operand && { kind: 'not', operand };
  }
  function atom(): Constraint | undefined {
    const token = tokens[position++];
    if (token === undefined) return undefined;
    if (token === '(') {
      const inner = either();
      return tokens[position++] === ')' ? inner : undefined;
    }
    return /^[\p{L}\p{Nd}_.]+$/u.test(token) ? { kind: 'tag', tag: token } : undefined;
  }

  const constraint = either();
  return position === tokens.length ? constraint : undefined;
}

/** The conventional tag of files that no build takes. */
const IGNORE = 'ignore';

/**
 * Reads the old `// +build` lines, each without that prefix: lines and commas join by "and", spaces by "or"
 * (`go help buildconstraint` of Go 1.16). What is malformed stands for the tag `ignore`. Undefined when there is
 * nothing to satisfy.
 */
export function parsePlusBuild(lines: readonly string[]): Constraint | undefined {
  const terms = lines.map((line) =>
    line
      .split(/\s+/)
      .filter((option) => option !== '')
      .map((option) => option.split(',').map(plusBuildTag)),
  );
  if (terms.flat(2).length > LIMIT) return undefined;
  return join(
    'and',
    terms.map((options) =>
      join(
        'or',
        options.map((parts) => join('and', parts)),
      ),
    ),
  );
}

function join(kind: 'and' | 'or', parts: readonly (Constraint | undefined)[]): Constraint | undefined {
  const never: Constraint = { kind: 'tag', tag: IGNORE };
  let joined: Constraint | undefined;
  for (const part of parts)
    joined = joined === undefined ? (part ?? never) : { kind, left: joined, right: part ?? never };
  return joined;
}

function plusBuildTag(text: string): Constraint {
  const match = /^(!?)([\p{L}\p{Nd}_.]+)$/u.exec(text);
  const tag: Constraint = { kind: 'tag', tag: match?.[2] ?? IGNORE };
  return match?.[1] === '!' ? { kind: 'not', operand: tag } : tag;
}

/** Whether a constraint holds for a set of tags. */
export function satisfies(constraint: Constraint, hasTag: (tag: string) => boolean): boolean {
  switch (constraint.kind) {
    case 'tag':
      return hasTag(constraint.tag);
    case 'not':
      return !satisfies(constraint.operand, hasTag);
    case 'and':
      return satisfies(constraint.left, hasTag) && satisfies(constraint.right, hasTag);
    case 'or':
      return satisfies(constraint.left, hasTag) || satisfies(constraint.right, hasTag);
  }
}

/** Whether some build satisfies a constraint, when any tag may be set or not, but nobody sets `ignore`. */
export function satisfiable(constraint: Constraint): boolean {
  return canBe(constraint, true);
}

function canBe(constraint: Constraint, value: boolean): boolean {
  switch (constraint.kind) {
    case 'tag':
      return constraint.tag !== IGNORE || !value;
    case 'not':
      return canBe(constraint.operand, !value);
    default: {
      const needsBoth = (constraint.kind === 'and') === value;
      const left = canBe(constraint.left, value);
      return needsBoth ? left && canBe(constraint.right, value) : left || canBe(constraint.right, value);
    }
  }
}
