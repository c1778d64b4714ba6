import { describe, expect, test } from 'vitest';
import {
  commentBehind,
  hasCommentBeside,
  indentationAt,
  lineEnd,
  nodeAround,
  partsComments,
  standsAlone,
  startWithComments,
  statementAfter,
  statementAround,
} from '../../src/edits/statement.ts';
import { nodeText } from '../../src/syntax/access.ts';
import { sharedParser } from '../support/workbench.ts';

const SOURCE = `package p

func f(x int) {
	if x > 0 {
		// Why.
		// More of it.
		g(x) // beside
	}
	switch x {
	case 1:
		h(x); g(x)
	}
	// between
	done()
}
`;

const tree = (await sharedParser()).parse(SOURCE);

/** The innermost node around the first occurrence of a piece of the source. */
function at(piece: string): number {
  const start = SOURCE.indexOf(piece);
  return nodeAround(tree, start, start + piece.length);
}

describe('the statement around a node', () => {
  test.each([
    ['g(x) // beside', 'x', 'g(x)'],
    ['h(x); g(x)', 'x', 'h(x)'],
    ['x > 0', 'x', SOURCE.slice(SOURCE.indexOf('if x'), SOURCE.indexOf('\tswitch') - 1)],
  ])('of %j', (piece, name, expected) => {
    const start = SOURCE.indexOf(piece) + piece.indexOf(name);
    const statement = statementAround(tree, nodeAround(tree, start, start + name.length));
    expect(nodeText(tree, statement)).toBe(expected);
  });

  test('the one after it is the next in its list, whatever comments stand between', () => {
    const choice = statementAround(tree, at('case 1:'));
    expect(nodeText(tree, statementAfter(tree, choice))).toBe('done()');
    expect(statementAfter(tree, statementAfter(tree, choice))).toBe(-1);
  });

  test('stands alone when only a comment shares its line', () => {
    expect(standsAlone(tree, statementAround(tree, at('g(x)')))).toBe(true);
    expect(standsAlone(tree, statementAround(tree, at('h(x)')))).toBe(false);
  });
});

describe('lines', () => {
  test('comments right above a statement belong to it', () => {
    expect(SOURCE.slice(startWithComments(SOURCE, SOURCE.indexOf('g(x)')))).toMatch(/^\t\t\/\/ Why\./);
    expect(SOURCE.slice(startWithComments(SOURCE, SOURCE.indexOf('switch')))).toMatch(/^\tswitch/);
  });

  test('end before their break, of either kind', () => {
    expect(lineEnd('a\r\nb', 0)).toBe(1);
    expect(lineEnd('a\nb', 0)).toBe(1);
    expect(lineEnd('a', 0)).toBe(1);
  });

  test('have an indentation and perhaps a comment', () => {
    expect(indentationAt(SOURCE, SOURCE.indexOf('g(x)'))).toBe('\t\t');
    expect(commentBehind(SOURCE, SOURCE.indexOf('g(x)') + 'g(x)'.length)).toBe('// beside');
    expect(commentBehind(SOURCE, SOURCE.indexOf('done()') + 'done()'.length)).toBe('');
  });

  test('whose comments gofmt aligns are told', () => {
    const text = 'a() // one\nbb() // two\n// three\nc()\n';
    expect(hasCommentBeside(text, 0)).toBe(true);
    expect(hasCommentBeside(text, text.indexOf('c()'))).toBe(false);
    expect(partsComments(text, text.indexOf('bb'))).toBe(true);
    expect(partsComments(text, text.indexOf('// three'))).toBe(false);
  });
});
