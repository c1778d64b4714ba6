import type { Spelling } from './spelling.ts';

/** A parameter list, with one level of parentheses in it, as a group. */
const PARAMETERS = String.raw`\(([^()]*(?:\([^()]*\)[^()]*)*)\)`;

const EFFECT = 'obtains response';

/** A line of a model that declares what yields a response; each of its parameters has a name and a type of its own. */
const OBTAINING = new RegExp(
  String.raw`^(?:func )?\s*(?:\([^)]*\) )?(\w+)${PARAMETERS} (\([^)]*\)|\S+) +\/\/.*\b${EFFECT}`,
);

/** The spelling of calls of what has so many parameters and results. */
export function spelled(
  name: string,
  parameters: number,
  variadic: boolean,
  results: number,
  functions = true,
): Spelling {
  const least = variadic ? Math.max(0, parameters - 1) : parameters;
  return { name, least, most: variadic ? Number.POSITIVE_INFINITY : parameters, functions, results };
}

/** What the text of a model declares to yield responses. */
export function declaredByModel(text: string): readonly Spelling[] {
  // Most models have no such line at all.
  if (!text.includes(EFFECT)) return [];
  return text.split('\n').flatMap((line) => {
    const declared = line.includes(EFFECT) ? OBTAINING.exec(line) : null;
    if (!declared) return [];
    const [, name = '', parameters = '', results = ''] = declared;
    const takesFunction = parameters.includes('func');
    return [spelled(name, itemsIn(parameters), parameters.includes('...'), itemsIn(results), takesFunction)];
  });
}

/** Reads what declarations say to yield responses, by the local name of net/http in their file. */
export class DeclaredResponses {
  /** Interface methods, function types and function-typed fields. */
  private readonly inTypes: RegExp;
  /** Parameters and variables of a function type. */
  private readonly elsewhere: RegExp;

  constructor(local: string) {
    const results = String.raw`\s*\(?([^()\n]*\b${local}\.Response\b[^()\n]*)`;
    this.inTypes = new RegExp(String.raw`\b(\w+)\s*(?:func\s*)?${PARAMETERS}${results}`, 'g');
    this.elsewhere = new RegExp(String.raw`\b(\w+) func${PARAMETERS}${results}`, 'g');
  }

  /** What the text of a declaration names to yield responses. */
  in(text: string, isType: boolean): readonly Spelling[] {
    if (!text.includes('.Response')) return [];
    return [...text.matchAll(isType ? this.inTypes : this.elsewhere)].flatMap(
      ([, name = '', parameters = '', results = '']) =>
        name === 'func'
          ? []
          : [spelled(name, itemsIn(parameters), parameters.includes('...'), itemsIn(results))],
    );
  }
}

/** The names that stand before a type, as those of variables, fields and parameters do. */
export function namesOfType(text: string, type: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + type.length)) {
    const name = /(\w+)\s+(?:\w+\.)?$/.exec(text.slice(Math.max(0, at - 80), at))?.[1];
    if (name !== undefined && name !== 'type' && name !== 'func') names.add(name);
  }
  return names;
}

/** How many items commas separate; 0 for a blank text. */
function itemsIn(list: string): number {
  return list.trim() === '' ? 0 : list.split(',').length;
}
