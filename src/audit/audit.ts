import { Flow } from '../flow/summary/flow.ts';
import { Productions } from '../flow/fate/production.ts';
import { runWalk } from '../flow/walk/walk.ts';
import { Graphs } from '../ir/graphs.ts';
import { Typing } from '../ir/typing.ts';
import { findModel } from '../models/find-model.ts';
import type { UserModel } from '../models/user-model.ts';
import type { Problem, Project, SourceFile } from '../project/source-file.ts';
import type { Program } from '../resolve/package.ts';
import { createProgram } from '../resolve/program.ts';
import { Types } from '../resolve/types.ts';
import { RULES } from '../rules/all.ts';
import type { Finding } from '../rules/finding.ts';
import type { Rule, RuleMetadata, Subject } from '../rules/rule.ts';
import { loadParser } from '../syntax/parser.ts';
import { Candidates } from './candidates.ts';

/** How a project is to be audited. */
export interface AuditOptions {
  /** The Go version that builds the program, when go.mod is not to decide. */
  readonly goVersion?: readonly [major: number, minor: number] | undefined;
  /** Models of the user's own; each replaces a built-in one of the same import path. */
  readonly models?: readonly UserModel[] | undefined;
  /** Called after each function that was followed, with their number so far. */
  readonly onProgress?: ((functionsFollowed: number) => void) | undefined;
}

/** The result of an audit. */
export interface Audit {
  /** Sorted by file and place. */
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleMetadata[];
  readonly filesAudited: number;
  /** As far as files had to be looked into. */
  readonly filesWithSyntaxErrors: number;
  /** What could not be audited, with the cause. */
  readonly problems: readonly Problem[];
}

/** Starts loading the grammar: it compiles on other threads while the project is read. A failure is told by the audit. */
export function prepareAudit(): void {
  loadParser().catch(() => {});
}

/** Runs every rule over the packages of a project. */
export async function auditProject(project: Project, options: AuditOptions): Promise<Audit> {
  const parser = await loadParser();
  const modelOf = withUserModels(options.models ?? []);
  const program = createProgram(project, parser, modelOf);
  const problems: Problem[] = brokenModels(options.models ?? [], program);
  const typing = new Typing(program, new Types(program), new Graphs());
  const flow = new Flow(typing, runWalk);
  const productions = new Productions(flow);
  const candidates = new Candidates(program.packages, typing, productions, modelOf, {
    progress: (followed) => options.onProgress?.(followed),
    failed: ({ file, name }, cause) => {
      problems.push({
        severity: 'error',
        message: `${file.displayPath}: ${name} could not be audited: ${messageOf(cause)}`,
      });
    },
  });
  const fates = candidates.run();
  const subject: Subject = {
    flow,
    productions,
    fates,
    goVersion: (module) => options.goVersion ?? module.goVersion,
  };
  const findings = RULES.flatMap((rule) => checked(rule, subject, problems));
  const selected = new Set(project.packages.flatMap(({ files }) => files));
  const own = findings.filter(({ location }) => selected.has(location.file));
  return {
    findings: sorted(own),
    rules: RULES.map((rule) => rule.metadata),
    filesAudited: project.packages.reduce((count, { files }) => count + files.length, 0),
    filesWithSyntaxErrors: [...program.brokenFiles].filter((file) => selected.has(file)).length,
    problems,
  };
}

/** What a rule finds. An error of ours in it is told, and costs what it had not found yet. */
function checked(rule: Rule, subject: Subject, problems: Problem[]): Finding[] {
  const found: Finding[] = [];
  try {
    for (const finding of rule.check(subject)) found.push(finding);
  } catch (cause) {
    problems.push({
      severity: 'error',
      message: `${rule.metadata.id} could not be checked: ${messageOf(cause)}`,
    });
  }
  return found;
}

/** A user's model stands for the whole package: nothing of the built-in one is left. */
function withUserModels(models: readonly UserModel[]): (importPath: string) => SourceFile | undefined {
  const byPath = new Map(models.map(({ importPath, file }) => [importPath, file]));
  return (importPath) => byPath.get(importPath) ?? findModel(importPath);
}

/** A user's model that Go cannot read says less than was meant. */
function brokenModels(models: readonly UserModel[], program: Program): Problem[] {
  return models.flatMap(({ importPath, file }): Problem[] => {
    const declarations = program.package(importPath)?.declarationsOf(file) ?? [];
    const broken = declarations.find(({ tree }) => tree.hasError);
    const line = broken && file.text.slice(0, broken.start).split('\n').length;
    if (!program.brokenFiles.has(file)) return [];
    const place = line === undefined ? file.displayPath : `${file.displayPath}:${line}`;
    return [{ severity: 'error', message: `${place}: syntax error in a model` }];
  });
}

function messageOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ');
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of files and places; what several ways have shown of one place is told once. */
function sorted(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, location } = finding;
    const key = `${rule} ${location.start} ${location.file.path}`;
    if (!byPlace.has(key)) byPlace.set(key, finding);
  }
  return [...byPlace.values()].toSorted(
    (a, b) =>
      order(a.location.file.displayPath, b.location.file.displayPath) ||
      a.location.start - b.location.start ||
      order(a.rule, b.rule),
  );
}
