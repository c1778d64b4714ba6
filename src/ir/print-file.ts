import { resolve } from 'node:path';
import { findModel } from '../models/find-model.ts';
import { loadProject } from '../project/load.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { createProgram } from '../resolve/program.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import { loadParser } from '../syntax/parser.ts';
import { lowerDeclaration } from './lower.ts';
import { printGraph } from './print.ts';

/** A file cannot be printed because of what it is, or is not; the message names it. */
export class UnprintableFile extends Error {
  override readonly name = 'UnprintableFile';
}

/**
 * The printed graphs of every function, method and initialised variable of one Go file, in source order.
 * Throws UnprintableFile when there is no such Go file.
 * @param path absolute, or relative to the current directory
 */
export async function printFile(path: string): Promise<string> {
  const project = loadProject({
    workingDirectory: process.cwd(),
    patterns: [resolve(path)],
    tests: true,
    tags: [],
  });
  const problem = project.problems.find(({ severity }) => severity === 'error');
  if (problem) throw new UnprintableFile(problem.message);
  const program = createProgram(project, await loadParser(), findModel);
  const selected = new Set(project.packages.flatMap(({ files }) => files));
  const declarations = program.packages.flatMap((each) =>
    each.files.filter((file) => selected.has(file)).flatMap((file) => each.declarationsOf(file)),
  );
  return printDeclarations(declarations)
    .map((text) => `${text}\n`)
    .join('\n');
}

/** The printed graph of each declaration that has one; names that one expression initialises share theirs. */
export function printDeclarations(declarations: readonly Declaration[]): string[] {
  const printed = new Map<Tree, Set<Node>>();
  const texts: string[] = [];
  for (const declaration of declarations) {
    const { tree, node } = declaration;
    let nodes = printed.get(tree);
    if (!nodes) printed.set(tree, (nodes = new Set()));
    if (nodes.has(node)) continue;
    nodes.add(node);
    const graph = lowerDeclaration(declaration);
    if (graph) texts.push(printGraph(graph));
  }
  return texts;
}
