/**
 * Scores the tool on labelled real modules: `npm run measure -- [--json] [LABELS.json] [part of a module's name]`.
 * The modules are downloaded by the go command. The labels speak of Go up to 1.26, so the audit is told so too.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { auditProject } from '../../src/audit/audit.ts';
import { loadProject } from '../../src/project/load.ts';
import { downloadModule } from '../support/module-cache.ts';
import { type LabelledModule, readLabels } from './labels.ts';
import { figures, formatMeasured, type Measured } from './report.ts';
import { add, NO_SCORE, type Prediction, scoreBodies, scoreTransports } from './score.ts';

const DEFAULT_LABELS = '../shared/cases/labelled.json';
const LABELLED_GO_VERSION = [1, 26] as const;

async function predict(directory: string): Promise<Prediction[]> {
  const project = await loadProject({
    workingDirectory: directory,
    patterns: ['./...'],
    tests: false,
    tags: [],
  });
  const { findings } = await auditProject(project, { goVersion: LABELLED_GO_VERSION });
  return findings.map(({ rule, message, location }) => ({
    rule,
    message,
    file: location.file.displayPath,
    line: location.file.text.slice(0, location.start).split('\n').length,
  }));
}

async function measure(module: LabelledModule): Promise<Measured> {
  const predictions = await predict(downloadModule(module.module, module.version));
  return {
    name: `${module.module}@${module.version}`,
    bodies: scoreBodies(module, predictions),
    transports: scoreTransports(module, predictions),
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const path = positionals.find((argument) => argument.endsWith('.json')) ?? DEFAULT_LABELS;
  const filter = positionals.find((argument) => !argument.endsWith('.json')) ?? '';
  if (!existsSync(path)) {
    console.error(`There are no labels at ${path}. Give a file of labels: npm run measure -- LABELS.json`);
    process.exitCode = 2;
    return;
  }
  const modules: Measured[] = [];
  for (const module of readLabels(path).filter((one) => one.module.includes(filter))) {
    modules.push(await measure(module));
  }
  const total: Measured = {
    name: 'total',
    bodies: modules.map(({ bodies }) => bodies).reduce(add, NO_SCORE),
    transports: modules.map(({ transports }) => transports).reduce(add, NO_SCORE),
  };
  if (!values.json) console.log(formatMeasured(modules, total));
  else {
    const rows = [...modules, total].map(({ name, bodies, transports }) => ({
      name,
      bodies: figures(bodies),
      transports: figures(transports),
    }));
    console.log(JSON.stringify(rows, undefined, 2));
  }
}

await main();
