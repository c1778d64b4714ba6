import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/models/effect.ts';
import { effectsOf, parseEffects } from '../../src/models/parse-effects.ts';

const plain = { subject: '', partly: false, closing: false, condition: undefined };

describe('parseEffects', () => {
  test.each<[string, Partial<Effect>]>([
    ['reads r to EOF', { verb: 'reads', subject: 'r' }],
    ['reads src partly', { verb: 'reads', subject: 'src', partly: true }],
    ['closes c', { verb: 'closes', subject: 'c' }],
    ['keeps body', { verb: 'keeps', subject: 'body' }],
    ['returns resp', { verb: 'returns', subject: 'resp' }],
    ['wraps r', { verb: 'wraps', subject: 'r' }],
    ['wraps r partly', { verb: 'wraps', subject: 'r', partly: true }],
    ['wraps r and closes it', { verb: 'wraps', subject: 'r', closing: true }],
    ['wraps r partly and closes it', { verb: 'wraps', subject: 'r', partly: true, closing: true }],
    ['obtains response', { verb: 'obtains', closing: true }],
    ['obtains response without body', { verb: 'obtains' }],
    ['calls f', { verb: 'calls', subject: 'f' }],
    ['calls f repeatedly', { verb: 'calls', subject: 'f', repeatedly: true }],
    ['starts f', { verb: 'starts', subject: 'f' }],
    ['never returns', { verb: 'never returns' }],
    ['fails the test', { verb: 'fails the test' }],
    ['closes r on success', { verb: 'closes', subject: 'r', condition: { kind: 'success' } }],
    ['reads r to EOF on error', { verb: 'reads', subject: 'r', condition: { kind: 'error' } }],
    ['reads s to EOF when false', { verb: 'reads', subject: 's', condition: { kind: 'false' } }],
    [
      'closes resp if body',
      { verb: 'closes', subject: 'resp', condition: { kind: 'argument', name: 'body' } },
    ],
  ])('%s', (comment, expected) => {
    expect(parseEffects(`// ${comment}`)).toEqual({ effects: [{ ...plain, ...expected }], errors: [] });
  });

  test('keeps the order of several effects', () => {
    const { effects } = parseEffects('reads r to EOF;  closes r');
    expect(effects.map((effect) => effect.verb)).toEqual(['reads', 'closes']);
  });

  test('names each part outside the language and keeps the rest', () => {
    const { effects, errors } = parseEffects('reads r; closes r; drains r to EOF');
    expect(effects.map((effect) => effect.verb)).toEqual(['closes']);
    expect(errors).toEqual(['"reads r" is not an effect', '"drains r to EOF" is not an effect']);
  });

  test('gives an effect or an error for each part of any comment', () => {
    assert(
      property(string(), (comment) => {
        const { effects, errors } = parseEffects(comment);
        const content = comment.trim().replace(/^\/\//u, '').trim();
        expect(effects.length + errors.length).toBe(content === '' ? 0 : content.split(';').length);
      }),
    );
  });
});

describe('effectsOf', () => {
  const text = 'func Close(c C) // closes c\nfunc Open() C\n// closes c\nfunc Last(c C) // keeps c';

  test('reads the comment on the line where the declaration ends', () => {
    expect(effectsOf(text, text.indexOf(' // closes')).effects.map((effect) => effect.verb)).toEqual([
      'closes',
    ]);
    expect(effectsOf(text, text.lastIndexOf(' //')).effects.map((effect) => effect.verb)).toEqual(['keeps']);
  });

  test('does not take the next line for the rest of this one', () => {
    expect(effectsOf(text, text.indexOf('\n// closes'))).toEqual({ effects: [], errors: [] });
  });
});
