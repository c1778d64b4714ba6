import type { Effect } from './effect.ts';
import { parseEffects } from './parse-effects.ts';

/** What is wrong with one line of a model. */
export interface ModelError {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** A line that ends a function or a method of an interface, in gofmt's layout. */
const END = /^(?:func\s|\)|\s+[\p{L}_][\p{L}\p{Nd}_]*\()/u;

/**
 * Checks the effects in a model's text, one declaration a line or with its parameters on lines of their own: that each
 * is of the language of effect.ts and names parameters of its declaration, and that no function has a body.
 */
export function checkEffects(text: string): ModelError[] {
  const errors: ModelError[] = [];
  let signature = '';
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const { code, comment } = split(content);
    const add = (message: string) => errors.push({ line: index + 1, message });
    signature = code.startsWith('func ') || !/^[\s)]/.test(code) ? code : signature + code;
    if (hasBody(code)) add('a model only declares: this function has a body');
    if (comment === undefined || !END.test(code)) continue;
    const isInterfaceMethod = /^\s/.test(code);
    const { effects, errors: unreadable } = parseEffects(comment);
    for (const message of unreadable) add(message);
    for (const name of new Set(effects.flatMap(namesIn))) {
      const isDeclared = new RegExp(String.raw`[(,\s]${name}[\s,]`, 'u').test(
        isInterfaceMethod ? code : signature,
      );
      if (isDeclared || (isInterfaceMethod && name === 'receiver')) continue;
      add(`"${name}" is no parameter of this declaration`);
    }
  }
  return errors;
}

function namesIn({ subject, object, condition }: Effect): string[] {
  const asked = condition !== undefined && 'name' in condition ? condition.name : '';
  return [subject, object ?? '', asked].filter((name) => name !== '');
}

/** A line's code and the text of the comment behind it, if there is one. Strings do not occur in declarations. */
function split(line: string): { code: string; comment: string | undefined } {
  const start = line.indexOf('//');
  if (start < 0) return { code: line, comment: undefined };
  return { code: line.slice(0, start), comment: line.slice(start + 2) };
}

/** Whether braces remain once those of type literals are left out. */
function hasBody(code: string): boolean {
  if (!/^(?:func\s|\))/.test(code)) return false;
  return code.replaceAll(/\b(?:interface|struct)\s*\{[^{}]*\}/g, '').includes('{');
}
