import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPattern, treeCanMatch } from '../../src/project/pattern.ts';

describe('matchPattern', () => {
  test.each([
    ['net/http', 'net/http', true],
    ['net/http', 'net/https', false],
    ['net/...', 'net', true],
    ['net/...', 'net/http', true],
    ['net/...', 'network', false],
    ['net...', 'network', true],
    ['.../http', 'net/http', true],
    ['.../http', 'http', false],
    ['a/.../z', 'a/b/c/z', true],
    ['a/.../z', 'a/z', false],
    ['...', '', true],
    ['...', 'any/thing', true],
    ['a.b/...', 'axb/c', false],
    ['a(b)/...', 'a(b)/c', true],
    ['./...', './vendor', true],
    ['./...', './vendor/x', false],
    ['./...', './a/vendor/x', false],
    ['./...', './vendored/x', true],
    ['./vendor/...', './vendor', true],
    ['./vendor/...', './vendor/x', true],
    ['./vendor/...', './vendor/x/vendor/y', false],
    ['vendor/...', 'vendor/x', true],
    ['a/vendor/x/...', 'a/vendor/x/y', true],
  ])('%s against %s: %s', (pattern, name, expected) => {
    expect(matchPattern(pattern)(name)).toBe(expected);
  });

  const element = fc.stringMatching(/^[a-z.$+()[\]*]{1,4}$/).filter((text) => !text.includes('...'));
  const name = fc.array(element, { minLength: 1, maxLength: 5 }).map((elements) => elements.join('/'));

  test('a pattern without wildcard matches itself alone', () => {
    fc.assert(fc.property(name, name, (a, b) => matchPattern(a)(b) === (a === b)));
  });

  test('a/... matches a and all below it, and nothing else', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const matches = matchPattern(`${a}/...`);
        return matches(a) && matches(`${a}/${b}`) && matches(b) === (b === a || b.startsWith(`${a}/`));
      }),
    );
  });

  test('any middle can stand for a wildcard', () => {
    fc.assert(fc.property(name, name, name, (a, b, c) => matchPattern(`${a}-...${c}`)(`${a}-${b}${c}`)));
  });

  test('what matches a pattern is never cut off by treeCanMatch, nor is anything above it', () => {
    const pattern = fc.array(fc.oneof(element, fc.constant('...')), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pattern, fc.array(name, { maxLength: 3 }), (parts, fillers) => {
        const text = parts.join('/');
        const filled = [...fillers, 'x'].reduce(
          (result, filler) => result.replace('...', () => filler),
          text,
        );
        fc.pre(matchPattern(text)(filled));
        const canMatch = treeCanMatch(text);
        const elements = filled.split('/');
        return elements.every((_, index) => canMatch(elements.slice(0, index + 1).join('/')));
      }),
    );
  });
});
