import { explainRule } from '../report/explain.ts';
import { RULES } from '../rules/all.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { useColor } from './color.ts';
import { UsageError } from './errors.ts';
import type { ParsedOptions } from './options.ts';
import { writeStream } from './output.ts';
import { similar } from './similar.ts';

/** Prints what a rule says of itself, or the list of all rules. Gives the exit code. */
export async function runExplain(id: string | undefined, options: ParsedOptions): Promise<number> {
  const rules = RULES.map(({ metadata }) => metadata);
  const color = useColor(options.color, process.env, process.stdout.isTTY);
  const text =
    id === undefined
      ? listRules(rules)
      : explainRule(findRule(id, rules), { color, width: process.stdout.columns });
  await writeStream(process.stdout, text);
  return 0;
}

function listRules(rules: readonly RuleMetadata[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}

function findRule(id: string, rules: readonly RuleMetadata[]): RuleMetadata {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map((one) => one.id);
  const meant = similar(id, ids);
  const hint = meant.length > 0 ? `did you mean ${meant.join(' or ')}?` : `the rules are ${ids.join(', ')}`;
  throw new UsageError(`there is no rule ${id}: ${hint}`);
}
