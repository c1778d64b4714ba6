/**
 * What the caller of a function must have chosen for control to come somewhere: answers to questions about its
 * parameters. Of several ways each is a list of answers, and one of them is enough.
 */
export type Choices = readonly (readonly Answer[])[];

/** An answer to a question about what the caller gave. */
export interface Answer {
  /** The same text for the same question only. */
  readonly question: string;
  readonly holds: boolean;
}

/** Control comes here whatever the caller chose. */
export const ANY_CHOICE: Choices = [[]];

/** With more ways than this only what all of them need is kept. */
const WAYS = 3;

/** True when it is for the caller to choose whether control comes here. */
export function isChosen(choices: Choices): boolean {
  return choices.every((way) => way.length > 0);
}

/** What must have been chosen when one more question was answered on all ways. */
export function withAnswer(choices: Choices, answer: Answer): Choices {
  const ways = choices.filter((way) => !way.some((each) => isOpposite(each, answer)));
  // That a question was answered both ways is no contradiction when it was asked at different times.
  if (ways.length === 0) return choices;
  return ways.map((way) => (includes(way, answer) ? way : [...way, answer]));
}

/** What must have been chosen to come on one way or the other; `known` itself when `more` adds nothing to it. */
export function eitherChoice(known: Choices, more: Choices): Choices {
  const added = more.filter((way) => !known.some((other) => contains(way, other)));
  if (added.length === 0) return known;
  const merged = added.reduce<Choices>(addWay, known);
  if (isAlwaysMet(merged)) return ANY_CHOICE;
  return merged.length > WAYS ? [inAll(merged)] : merged;
}

/** Adds a way; of two that differ in one answer alone, that question is left out. */
function addWay(ways: Choices, way: readonly Answer[]): Choices {
  if (ways.some((other) => contains(way, other))) return ways;
  for (const other of ways) {
    const rest = withoutOpposite(way, other);
    if (rest)
      return addWay(
        ways.filter((each) => each !== other),
        rest,
      );
  }
  return [...ways.filter((other) => !contains(other, way)), way];
}

/** What two ways share when they give opposite answers to one question and are the same otherwise. */
function withoutOpposite(one: readonly Answer[], other: readonly Answer[]): readonly Answer[] | undefined {
  if (one.length !== other.length) return undefined;
  const rest = one.filter((answer) => includes(other, answer));
  const [differing] = one.filter((answer) => !includes(other, answer));
  const isOne = rest.length === one.length - 1 && differing !== undefined;
  return isOne && other.some((each) => isOpposite(each, differing)) ? rest : undefined;
}

/** True when one of the ways is taken whatever was chosen: each question is tried with both answers. */
function isAlwaysMet(ways: Choices): boolean {
  if (ways.some((way) => way.length === 0)) return true;
  const question = ways[0]?.[0]?.question;
  if (question === undefined) return false;
  return [true, false].every((holds) => {
    const possible = ways.filter((way) => !way.some((each) => isOpposite(each, { question, holds })));
    return isAlwaysMet(possible.map((way) => way.filter((each) => each.question !== question)));
  });
}

function inAll([first = [], ...others]: Choices): readonly Answer[] {
  return first.filter((answer) => others.every((way) => includes(way, answer)));
}

function contains(way: readonly Answer[], part: readonly Answer[]): boolean {
  return part.every((answer) => includes(way, answer));
}

function includes(way: readonly Answer[], { question, holds }: Answer): boolean {
  return way.some((each) => each.question === question && each.holds === holds);
}

function isOpposite(one: Answer, other: Answer): boolean {
  return one.question === other.question && one.holds !== other.holds;
}
