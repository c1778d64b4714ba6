import { Command, Option } from 'commander';
import packageMetadata from '../../package.json' with { type: 'json' };
import { COLOR_MODES } from './color.ts';
import { addFixOnly, readDrainLimit } from './fix-options.ts';
import {
  addModel,
  addOutput,
  addTags,
  FAIL_LEVELS,
  FORMATS,
  type ParsedOptions,
  readGoVersion,
} from './options.ts';

/** What the commands do; each gives the exit code. */
export interface Commands {
  audit(patterns: readonly string[], options: ParsedOptions): Promise<number>;
  explain(rule: string | undefined, options: ParsedOptions): Promise<number>;
  debugIr(file: string): Promise<number>;
}

const EXAMPLES = `
Examples:
  go-pool-audit                                    audit the module in this directory
  go-pool-audit -C services ./api/... ./worker     audit some packages of another directory
  go-pool-audit --no-tests --fail-on error         leave out test files, fail on errors only
  go-pool-audit --output sarif=pool.sarif          print text and write SARIF for code scanning
  go-pool-audit --fix                              repair what can be repaired safely
  go-pool-audit --diff --unsafe-fixes | git apply  the same and more, as a patch
  go-pool-audit explain body-not-closed            what a rule means and how to repair it

Exit codes: 0 nothing found at or over --fail-on, 1 found (with --fix: what is left; with --diff: the
patch is not empty), 2 wrong usage or an error.`;

/**
 * The command line. Parsing runs one of the commands and gives its exit code to `done`; wrong usage throws a
 * CommanderError or UsageError, and so do --help and --version once they are printed.
 */
export function createProgram(commands: Commands, done: (exitCode: number) => void): Command {
  const program = new Command('go-pool-audit')
    .description('Finds net/http connection pool misuse in Go source. Needs no Go toolchain and no build.')
    .usage('[options] [patterns...]')
    .argument('[patterns...]', 'packages as the go command names them (default: "./...")')
    .exitOverride()
    .configureOutput({ outputError: () => {} });
  addSelectionOptions(program);
  addReportOptions(program);
  addFixOptions(program);
  program
    .optionsGroup('Help:')
    .version(packageMetadata.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .helpCommand(false)
    .action(async (patterns: string[]) => done(await commands.audit(patterns, program.opts())));
  program
    .command('explain')
    .description('list the rules, or explain one')
    .argument('[rule]', 'the id of a rule')
    .action(async (rule: string | undefined) => done(await commands.explain(rule, program.opts())));
  program
    .command('debug', { hidden: true })
    .command('ir')
    .description('print the control-flow graphs of a file')
    .argument('<file>')
    .action(async (file: string) => done(await commands.debugIr(file)));
  return program;
}

function addSelectionOptions(program: Command): void {
  program
    .optionsGroup('What to audit:')
    .option('-C <dir>', 'change to this directory first')
    .option('--no-tests', 'leave out _test.go files')
    .option('--no-dependencies', 'look up nothing in vendor directories and the module cache')
    .addOption(
      new Option('--tags <list>', 'build tags that are set, comma-separated')
        .argParser(addTags)
        .default([], 'all'),
    )
    .option('--goos <os>', 'only files built for this operating system (default: all)')
    .option('--goarch <arch>', 'only files built for this architecture (default: all)')
    .addOption(
      new Option('--model <file>', 'a Go file that says what a package does; may be repeated')
        .argParser(addModel)
        .default([], 'none'),
    )
    .addOption(
      new Option('--go <version>', 'the Go version that builds the program (default: from go.mod)').argParser(
        readGoVersion,
      ),
    );
}

function addReportOptions(program: Command): void {
  program
    .optionsGroup('What to report:')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('text'))
    .addOption(
      new Option('--output <FORMAT=FILE>', 'also write a report to a file; may be repeated')
        .argParser(addOutput)
        .default([], 'none'),
    )
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 from this level on')
        .choices(FAIL_LEVELS)
        .default('warning'),
    )
    .addOption(new Option('--color <when>', 'colour the text').choices(COLOR_MODES).default('auto'))
    .option('--sarif-category <name>', 'the automation id of the SARIF run');
}

function addFixOptions(program: Command): void {
  program
    .optionsGroup('What to fix:')
    .option('--fix', 'repair in place what can be repaired safely, then report what is left')
    .option('--diff', 'print these repairs as a patch for "git apply" instead, and touch nothing')
    .option('--unsafe-fixes', 'also those that change more than whether connections are used again')
    .addOption(
      new Option('--fix-only <rule>', 'repair the findings of this rule only; may be repeated')
        .argParser(addFixOnly)
        .default([], 'all'),
    )
    .addOption(
      new Option(
        '--drain-limit <size>',
        'the most that a drain reads, for instance 256KiB (default: all)',
      ).argParser(readDrainLimit),
    );
}
