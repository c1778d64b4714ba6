import type { ReportingDescriptor } from 'sarif';
import type { Level } from '../rules/finding.ts';
import type { RuleExample, RuleMetadata } from '../rules/rule.ts';
import { plainText } from './markdown.ts';

/** GitHub's limits: longer texts and more tags are refused or dropped. */
const TEXT_LIMIT = 1024;
const NAME_LIMIT = 255;
const TAG_LIMIT = 10;

/** GitHub's words for levels in `properties["problem.severity"]`. */
const PROBLEM_SEVERITIES: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/**
 * A rule as GitHub code scanning shows it (SARIF 2.1.0 section 3.49). There is no `security-severity`: it would turn
 * every alert into a security alert. The documentation, where it is known, has an anchor for each rule.
 */
export function sarifRule(rule: RuleMetadata, informationUri: string | undefined): ReportingDescriptor {
  const help = helpMarkdown(rule);
  return {
    id: rule.id,
    name: limited(rule.name, NAME_LIMIT),
    shortDescription: { text: limited(rule.summary, TEXT_LIMIT) },
    fullDescription: { text: limited(rule.description, TEXT_LIMIT) },
    ...(informationUri === undefined ? {} : { helpUri: `${informationUri.replace(/#.*$/, '')}#${rule.id}` }),
    help: { text: plainText(help), markdown: help },
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: rule.tags.slice(0, TAG_LIMIT),
      precision: rule.precision,
      'problem.severity': PROBLEM_SEVERITIES[rule.level],
    },
  };
}

function helpMarkdown({ help, fix, examples }: RuleMetadata): string {
  const repair = fix === undefined ? [] : [`**Fix:** ${fix}`];
  return [help.trim(), ...repair, ...examples.map(exampleMarkdown)].join('\n\n');
}

function exampleMarkdown({ title, bad, good }: RuleExample): string {
  return [`## ${title}`, 'Bad:', goCode(bad), 'Good:', goCode(good)].join('\n\n');
}

function goCode(code: string): string {
  return `\`\`\`go\n${code.trim()}\n\`\`\``;
}

function limited(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
