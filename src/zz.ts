import { loadProject } from './project/load.ts';
import { createProgram } from './resolve/program.ts';
import { loadParser } from './syntax/parser.ts';
import { findModel } from './models/find-model.ts';
import { Typing } from './ir/typing.ts';
import { Types } from './resolve/types.ts';
import { Graphs } from './ir/graphs.ts';
import { Flow } from './flow/flow.ts';
import { runWalk } from './flow/walk.ts';
import { repetitionOf } from './callgraph/repetition.ts';
import { poolKey, keyOfSender } from './pools/pool-key.ts';
import { operationsOf } from './callgraph/graph-walk.ts';
const project = loadProject({
  workingDirectory: process.argv[2]!,
  patterns: ['./...'],
  tests: true,
  tags: [],
});
const parser = await loadParser();
const program = createProgram(project, parser, findModel);
const typing = new Typing(program, new Types(program), new Graphs());
const flow = new Flow(typing, runWalk);
const { calls, frequencies } = repetitionOf(flow);
for (const owner of program.packages)
  for (const d of calls.mentions.of(owner, 'CloseIdleConnections', 'selected')) {
    const g = typing.graphs.of(d);
    console.log(
      d.file.displayPath,
      d.name,
      g && frequencies.ofFunction(g).rate,
      g && calls.callersOf(g).sites.length,
      g && calls.callersOf(g).others,
    );
    for (const { operation: o } of g ? operationsOf(g) : []) {
      if (o.op === 'call' && o.callee.kind === 'method' && o.callee.name === 'CloseIdleConnections') {
        const k = poolKey(typing, o.callee.receiver);
        console.log('   close', typeof k?.root === 'string' ? k.root : k?.root.name, k?.fields);
      }
      if (o.op === 'call') {
        const k = keyOfSender(typing, o);
        if (k) console.log('   send', typeof k.root === 'string' ? k.root : k.root.name, k.fields, o.callee);
      }
    }
  }
