import { describe, expect, test } from 'vitest';
import { likelyPackageNames } from '../../src/resolve/import-name.ts';

describe('likelyPackageNames', () => {
  test.each([
    ['fmt', 'fmt'],
    ['net/http', 'http'],
    ['math/rand/v2', 'rand'],
    ['gopkg.in/yaml.v3', 'yaml'],
    ['example.com/client/v84', 'client'],
    ['v2', 'v2'],
    ['example.com/api/core/v1', 'v1'],
  ])('puts the customary name of %s first', (path, name) => {
    expect(likelyPackageNames(path)[0]).toBe(name);
  });

  test.each([
    ['example.com/go-widget', 'widget'],
    ['example.com/golang-lru/v2', 'lru'],
    ['example.com/widget-go', 'widget'],
    ['example.com/widget.go', 'widget'],
    ['gopkg.in/square/go-jose.v2', 'jose'],
    ['example.com/api/core/v2', 'v2'],
    ['example.com/two-words', 'twowords'],
    ['example.com/two-words', 'two_words'],
  ])('allows for %s to be named %s', (path, name) => {
    expect(likelyPackageNames(path)).toContain(name);
  });

  test('gives identifiers only', () => {
    for (const path of ['', '/', 'a/1b', 'example.com/a b', 'example.com/--', 'example.com/日本-go']) {
      for (const name of likelyPackageNames(path)) expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
    }
  });
});
