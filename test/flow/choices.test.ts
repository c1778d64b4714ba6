import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Choices } from '../../src/flow/state/choices.ts';
import { ANY_CHOICE, eitherChoice, isChosen, withAnswer } from '../../src/flow/state/choices.ts';

const QUESTIONS = ['a', 'b', 'c', 'd'];
const answer = fc.record({ question: fc.constantFrom(...QUESTIONS), holds: fc.boolean() });
/** Reached by asking on some ways and meeting others, as a walk does. */
const choices: fc.Arbitrary<Choices> = fc
  .array(fc.uniqueArray(answer, { selector: ({ question }) => question, maxLength: 4 }), { maxLength: 5 })
  .map(([first = [], ...others]) => {
    const asked = (answers: readonly Answer[]) => answers.reduce(withAnswer, ANY_CHOICE);
    return others.map(asked).reduce(eitherChoice, asked(first));
  });
const chosen = fc.record(Object.fromEntries(QUESTIONS.map((each) => [each, fc.boolean()])));

function isMet(all: Choices, given: Readonly<Record<string, boolean>>): boolean {
  return all.some((way) => way.every(({ question, holds }) => given[question] === holds));
}

test('either of two choices is met when one of them is, and only then while the ways are few', () => {
  fc.assert(
    fc.property(choices, choices, chosen, (one, other, given) => {
      const either = eitherChoice(one, other);
      if (isMet(one, given) || isMet(other, given)) expect(isMet(either, given)).toBe(true);
      else if (one.length + other.length <= 3) expect(isMet(either, given)).toBe(false);
    }),
  );
});

test('what is met whatever the caller chose is not chosen', () => {
  fc.assert(
    fc.property(choices, choices, (one, other) => {
      const either = eitherChoice(one, other);
      const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((bits) =>
        Object.fromEntries(QUESTIONS.map((question, index) => [question, (bits & (1 << index)) !== 0])),
      );
      expect(isChosen(either)).toBe(!all.every((given) => isMet(either, given)));
    }),
  );
});

test('meeting the same ways again changes nothing, so that a walk ends', () => {
  fc.assert(
    fc.property(choices, choices, (one, other) => {
      const either = eitherChoice(one, other);
      expect(eitherChoice(either, one)).toBe(either);
      expect(eitherChoice(either, other)).toBe(either);
    }),
  );
});
