import type { Condition, Effect, Verb } from './effect.ts';

/** What `parseEffects` made of one comment. */
export interface ParsedEffects {
  readonly effects: readonly Effect[];
  /** One sentence for each part that is not in the language; such a part gives no effect. */
  readonly errors: readonly string[];
}

const CONDITION =
  / (?:on (success|error)|when (true|false)|if ([\p{L}_][\p{L}\p{Nd}_]*)(?: is (nil|not nil))?)$/u;
const SUBJECT = '(?<subject>[\\p{L}_][\\p{L}\\p{Nd}_]*)';

/** One form of the language: the verb and the pattern that its phrase matches. */
const FORMS: readonly { readonly verb: Verb; readonly pattern: RegExp }[] = [
  {
    verb: 'reads',
    pattern: new RegExp(`^reads ${SUBJECT} (?:to EOF|(?<partly>partly)|(?<failing>up to an error))$`, 'u'),
  },
  { verb: 'closes', pattern: new RegExp(`^closes ${SUBJECT}$`, 'u') },
  { verb: 'keeps', pattern: new RegExp(`^keeps ${SUBJECT}$`, 'u') },
  { verb: 'returns non-nil', pattern: /^returns non-nil$/u },
  { verb: 'returns', pattern: new RegExp(`^returns ${SUBJECT}$`, 'u') },
  {
    verb: 'wraps',
    pattern: new RegExp(
      `^wraps ${SUBJECT}(?<partly> partly)?(?<failing> up to an error)?(?<closing> and closes it)?$`,
      'u',
    ),
  },
  { verb: 'obtains', pattern: /^obtains response(?<bodiless> without body)?$/u },
  { verb: 'sends', pattern: /^sends request$/u },
  {
    verb: 'makes',
    pattern: /^makes transport(?: in (?<fields>[\p{L}\p{Nd}_.]+))?(?<partly> for a time)?$/u,
  },
  { verb: 'calls', pattern: new RegExp(`^calls ${SUBJECT}(?<repeatedly> repeatedly)?$`, 'u') },
  { verb: 'starts', pattern: new RegExp(`^starts ${SUBJECT}$`, 'u') },
  {
    verb: 'compares',
    pattern: new RegExp(`^compares ${SUBJECT} with (?<object>[\\p{L}_][\\p{L}\\p{Nd}_]*)$`, 'u'),
  },
  { verb: 'tells', pattern: new RegExp(`^tells whether ${SUBJECT} is (?<not>not )?nil$`, 'u') },
  { verb: 'never returns', pattern: /^never returns$/u },
  { verb: 'fails the test', pattern: /^fails the test$/u },
];

/**
 * Parses the effects of a model declaration, in the language of effect.ts.
 * @param comment the comment's text, with or without its leading `//`
 */
export function parseEffects(comment: string): ParsedEffects {
  const effects: Effect[] = [];
  const errors: string[] = [];
  const content = comment.trim().replace(/^\/\//u, '').trim();
  if (content === '') return { effects, errors };
  for (const part of content.split(';')) {
    const phrase = part.trim().replace(/\s+/gu, ' ');
    const effect = parsePhrase(phrase);
    if (effect === undefined) errors.push(`"${phrase}" is not an effect`);
    else effects.push(effect);
  }
  return { effects, errors };
}

/**
 * The effects written behind a declaration, on the rest of the line on which it ends.
 * @param text the text of the model file
 * @param declarationEnd end offset of the declaration in UTF-16 units, exclusive
 */
export function effectsOf(text: string, declarationEnd: number): ParsedEffects {
  const lineEnd = text.indexOf('\n', declarationEnd);
  const rest = text.slice(declarationEnd, lineEnd < 0 ? text.length : lineEnd);
  const comment = /^[\s;]*\/\/(.*)$/u.exec(rest.trimEnd());
  return comment === null ? { effects: [], errors: [] } : parseEffects(comment[1] ?? '');
}

function parsePhrase(phrase: string): Effect | undefined {
  const condition = CONDITION.exec(phrase);
  const clause = condition === null ? phrase : phrase.slice(0, condition.index);
  for (const { verb, pattern } of FORMS) {
    const groups = pattern.exec(clause);
    if (groups === null) continue;
    const named: Record<string, string | undefined> = groups.groups ?? {};
    return {
      verb,
      subject: named['subject'] ?? '',
      partly: named['partly'] !== undefined,
      closing: verb === 'obtains' ? named['bodiless'] === undefined : named['closing'] !== undefined,
      condition: condition === null ? undefined : conditionOf(condition),
      ...(verb === 'makes' ? { fields: named['fields']?.split('.') ?? [] } : {}),
      ...(verb === 'tells' ? { isNil: named['not'] === undefined } : {}),
      ...(named['failing'] === undefined ? {} : { failing: true }),
      ...(named['repeatedly'] === undefined ? {} : { repeatedly: true }),
      ...(named['object'] === undefined ? {} : { object: named['object'] }),
    };
  }
  return undefined;
}

function conditionOf(match: RegExpExecArray): Condition {
  const [, outcome, truth, argument, nilness] = match;
  if (outcome === 'success' || outcome === 'error') return { kind: outcome };
  if (truth === 'true' || truth === 'false') return { kind: truth };
  if (nilness === 'nil' || nilness === 'not nil') return { kind: nilness, name: argument ?? '' };
  return { kind: 'argument', name: argument ?? '' };
}
