import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modelsDirectory } from '../../src/models/find-model.ts';
import { parseEffects } from '../../src/models/parse-effects.ts';
import { goInstalled, runGofmt } from '../support/go.ts';

const directory = modelsDirectory();
const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.go'))
  .toSorted();

/** The lines of a model file that carry effects: the declaration and the comment. */
function effectLines(name: string): { signature: string; comment: string }[] {
  const lines = readFileSync(join(directory, name), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const match = /^((?:func|\t).*\S)\s+\/\/ (.*)$/u.exec(line);
    return match === null ? [] : [{ signature: match[1] ?? '', comment: match[2] ?? '' }];
  });
}

describe('model files', () => {
  test.each(names)('%s has only effects of the language, about its own parameters', (name) => {
    expect(readFileSync(join(directory, name), 'latin1')).not.toMatch(/[^\n\t -~]/u);
    for (const { signature, comment } of effectLines(name)) {
      const { effects, errors } = parseEffects(comment);
      expect(errors, signature).toEqual([]);
      for (const { subject, condition } of effects) {
        const subjects = condition?.kind === 'argument' ? [subject, condition.name] : [subject];
        for (const used of subjects.filter((one) => one !== '')) {
          const isReceiver = used === 'receiver' && signature.startsWith('\t');
          expect(
            isReceiver || new RegExp(`[( ]${used} `, 'u').test(signature),
            `${signature} // ${comment}`,
          ).toBe(true);
        }
      }
    }
  });

  test('say what net/http does with a body', () => {
    const effects = new Map(
      effectLines('net/http.go').map(({ signature, comment }) => [signature.split('(url')[0], comment]),
    );
    expect(effects.get('func Get')).toBe('obtains response');
    expect(effects.get('func Head')).toBe('obtains response without body');
  });
});

describe.skipIf(!goInstalled)('model files beside Go', () => {
  test('gofmt would change none', async () => {
    expect(await runGofmt(['-l', directory], directory)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test(
    'the standard library has every modelled member with the same type',
    { timeout: 120_000 },
    async () => {
      const standard = names
        .map((name) => name.slice(0, -'.go'.length))
        .filter((path) => !/^[^/]*\./u.test(path));
      const program = join(dirname(fileURLToPath(import.meta.url)), 'api', 'main.go');
      expect(await pipe('go', ['run', program, directory], standard.join('\n'))).toBe('');
    },
  );
});

function pipe(command: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(output));
    child.stdin.end(input);
  });
}
