import { explainRule } from '../report/explain.ts';
import { RULES } from '../rules/all.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { useColor } from './color.ts';
import type { ParsedOptions } from './options.ts';
import { writeStream } from './output.ts';
import { ruleNamed } from './rule-names.ts';

/** Prints what a rule says of itself, or the list of all rules. Gives the exit code. */
export async function runExplain(id: string | undefined, options: ParsedOptions): Promise<number> {
  const rules = RULES.map(({ metadata }) => metadata);
  const color = useColor(options.color, process.env, process.stdout.isTTY);
  const text =
    id === undefined
      ? listRules(rules)
      : explainRule(ruleNamed(id), { color, width: process.stdout.columns });
  await writeStream(process.stdout, text);
  return 0;
}

function listRules(rules: readonly RuleMetadata[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}
