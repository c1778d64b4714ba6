import { RULES } from '../rules/all.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { UsageError } from './errors.ts';
import { similar } from './similar.ts';

/** The rule with an id. Throws a UsageError that says which ids may have been meant. */
export function ruleNamed(id: string): RuleMetadata {
  const rules = RULES.map(({ metadata }) => metadata);
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map((one) => one.id);
  const meant = similar(id, ids);
  const hint = meant.length > 0 ? `did you mean ${meant.join(' or ')}?` : `the rules are ${ids.join(', ')}`;
  throw new UsageError(`there is no rule ${id}: ${hint}`);
}
