import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workbench } from '../support/workbench.ts';

describe('hostile source', () => {
  test('deep types are unknown from some depth on', async () => {
    const { types, type } = await workbench({
      'a.go': `package x\n\nvar Deep ${'[]'.repeat(20_000)}int\n\nvar Pointers ${'*'.repeat(20_000)}int\n`,
    });
    for (const name of ['Deep', 'Pointers']) expect(types.format(type('.', name)).length).toBeLessThan(200);
  });

  test('aliases that double a type at each step stay small', async () => {
    const steps = Array.from({ length: 60 }, (_, index) => {
      const next = index + 1;
      return `type A${next} = struct{ a, b A${index} }\ntype B${next}[T any] = B${index}[B${index}[T]]\ntype C${next}[T any] = C${index}[map[T]T]`;
    });
    const { types, type } = await workbench({
      'a.go': `package x\n\ntype A0 = int\ntype B0[T any] = []T\ntype C0[T any] = T\n\n${steps.join('\n')}\n\nvar (\n\tb B60[int]\n\tc C60[int]\n\tg G[int]\n)\n\ntype G[T any] struct{ f C60[T] }\n`,
    });
    for (const name of ['A60', 'b', 'c', 'g']) {
      const found = type('.', name);
      expect(types.format(found).length).toBeLessThan(10_000);
      expect(types.identical(found, found)).toBe(found.kind !== 'unknown');
    }
    expect(types.select(type('.', 'g'), 'f')?.kind).toBe('field');
  });

  test('long chains of names end', async () => {
    const count = 5000;
    const lines = Array.from(
      { length: count },
      (_, index) =>
        `type N${index} N${index + 1}\ntype A${index} = A${index + 1}\ntype S${index} struct{ S${index + 1} }\ntype I${index} interface{ I${index + 1} }`,
    );
    const { types, type } = await workbench({
      'a.go': `package x\n\n${lines.join('\n')}\n\ntype N${count} struct{ F int }\ntype A${count} = int\ntype S${count} struct{ F int }\ntype I${count} interface{ M() }\n`,
    });
    expect(types.select(type('.', 'N0'), 'F')?.kind).toBe('field');
    expect(types.select(type('.', 'I0'), 'M')?.kind).toBe('method');
    expect(type('.', 'A0').kind).toMatch(/unknown|basic/);
    expect(types.select(type('.', 'S0'), 'G')).toBeUndefined();
  });

  test('broken declarations never throw', async () => {
    const words =
      'type T U = struct interface { } [ ] ( ) * func , ; . ~ | map chan <- ... any int http var const " ` /* //';
    const piece = fc.constantFrom('\n', ...words.split(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { types, program } = await workbench({
          'a.go': `package x\n\ntype T struct{ U }\n\nfunc (t *T) M() {}\n\n${pieces.join(' ')}\n`,
        });
        for (const owner of program.packages) {
          for (const declaration of owner.files.flatMap((file) => owner.declarationsOf(file))) {
            const signature = types.signature(declaration);
            types.receiver(declaration);
            types.declaredType(declaration);
            const defined = types.defined(declaration);
            types.select(defined, 'M');
            types.select({ kind: 'pointer', element: defined }, 'f');
            types.implements(defined, defined);
            types.implementations(defined, 'M');
            types.inferTypeArguments(signature, [defined]);
            expect(types.format(types.underlying(defined))).not.toBe('');
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
