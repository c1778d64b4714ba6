import { describe, expect, test } from 'vitest';
import { findModel } from '../../src/models/find-model.ts';

describe('findModel', () => {
  test('gives one file with its package name and imports', () => {
    const model = findModel('net/http');
    expect(model).toMatchObject({ packageName: 'http', isExternal: true, isTest: false });
    expect(model?.imports).toContainEqual({ path: 'crypto/tls', name: undefined });
    expect(findModel('net/http')).toBe(model);
  });

  test('knows the package name where the path does not tell it', () => {
    expect(findModel('github.com/json-iterator/go')?.packageName).toBe('jsoniter');
    expect(findModel('gopkg.in/yaml.v3')?.packageName).toBe('yaml');
  });

  test.each([
    'example.com/unknown',
    '',
    '.',
    '../find-model',
    '/etc/hosts',
    'net/http/',
    'net//http',
    'a\0b',
  ])('has no model of %j', (path) => {
    expect(findModel(path)).toBeUndefined();
  });
});
