import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LoadOptions } from '../../src/project/load.ts';
import type { Project } from '../../src/project/source-file.ts';
import { goInstalled, runGo } from '../support/go.ts';
import { layout, load, temporaryDirectory } from './fixture.ts';

interface Case {
  readonly layout: string;
  /** Directory below the layout in which both run. */
  readonly below?: string;
  readonly patterns: readonly string[];
  readonly tags?: readonly string[];
  readonly goos?: string;
  readonly goarch?: string;
}

const everywhere = { goos: 'linux', goarch: 'amd64' };

const single: readonly (readonly string[])[] = [
  ['./...'],
  ['.'],
  ['./cmd/...'],
  ['./client/...'],
  ['./client', './cmd/tool'],
  ['./cmd...'],
  ['./c...t'],
  ['./.../tool'],
  ['./gen...'],
  ['./testdata/...'],
  ['./testdata/sample'],
  ['./testdata/sample/...'],
  ['./_old'],
  ['./_old/...'],
  ['./_old/older/...'],
  ['./.config'],
  ['./.config/...'],
  ['./generated'],
  ['./generated/...'],
  ['./client/scratch'],
  ['./vendor'],
  ['./cmd/vendor'],
  ['./cmd/vendor/...'],
  ['./nats.go'],
  ['example.com/single/...'],
  ['example.com/single'],
  ['example.com/single/client/...', 'example.com/single/testdata/sample'],
  ['example.com/...'],
  ['example.com/.../tool'],
  ['work'],
];

const constraintBuilds: readonly Partial<Case>[] = [
  { goos: 'linux', goarch: 'amd64' },
  { goos: 'linux', goarch: 'arm64', tags: ['custom'] },
  { goos: 'windows', goarch: 'amd64' },
  { goos: 'darwin', goarch: 'amd64', tags: ['custom', 'ignore'] },
  { goos: 'android', goarch: 'arm64' },
  { goos: 'illumos', goarch: 'amd64' },
  { goos: 'ios', goarch: 'arm64' },
  { goos: 'plan9', goarch: '386' },
  { goos: 'js', goarch: 'wasm' },
];

const cases: readonly Case[] = [
  ...single.map((patterns) => ({ layout: 'single', patterns, ...everywhere })),
  { layout: 'single', below: 'client', patterns: ['./...', '../cmd/...'], ...everywhere },
  { layout: 'single', below: 'testdata', patterns: ['./...'], ...everywhere },
  { layout: 'single', below: 'cmd', patterns: ['..'], ...everywhere },
  ...constraintBuilds.map((build) => ({ layout: 'constraints', patterns: ['./...'], ...build })),
  { layout: 'nested', patterns: ['./...'], ...everywhere },
  { layout: 'nested', patterns: ['example.com/nested/...'], ...everywhere },
  { layout: 'nested', patterns: ['example.com/renamed/part'], ...everywhere },
  { layout: 'nested', below: 'apart', patterns: ['./...'], ...everywhere },
  { layout: 'workspace', patterns: ['work'], ...everywhere },
  { layout: 'workspace', patterns: ['./alpha/...', './beta'], ...everywhere },
  { layout: 'workspace', below: 'beta', patterns: ['example.com/alpha/...'], ...everywhere },
];

function describeCase({ layout: name, below, patterns, tags = [], goos, goarch }: Case): string {
  return `${join(name, below ?? '')} ${patterns.join(' ')} for ${goos}/${goarch} ${tags.join(',')}`;
}

describe.skipIf(!goInstalled)('packages and files are those of go list', () => {
  test.each(cases.map((one) => [describeCase(one), one] as const))('%s', async (_, one) => {
    // A copy, since the go command may rewrite go.mod.
    const copy = temporaryDirectory();
    cpSync(layout(one.layout), copy, { recursive: true });
    const directory = join(copy, one.below ?? '');
    const expected = await goList(copy, directory, one);
    const { goos, goarch, tags = [], patterns } = one;
    const options: Partial<LoadOptions> = { goos, goarch, tags };
    const project = load(directory, patterns, options);
    expect(selected(copy, project)).toEqual(expected);
    expect(project.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

/** File paths below the layout by import path. */
type Listing = Record<string, string[]>;

async function goList(root: string, directory: string, one: Case): Promise<Listing> {
  const files = ['GoFiles', 'CgoFiles', 'TestGoFiles', 'XTestGoFiles'].map(
    (field) => `{{range .${field}}}{{$dir}}/{{.}} {{end}}`,
  );
  const format = `{{.ImportPath}} {{$dir := .Dir}}${files.join('')}`;
  const args = ['list', '-e', '-tags', (one.tags ?? []).join(','), '-f', format, ...one.patterns];
  const environment = {
    GOOS: one.goos,
    GOARCH: one.goarch,
    CGO_ENABLED: '1',
    // -mod=mod is not allowed in a workspace.
    ...(one.layout === 'workspace' ? { GOFLAGS: '' } : {}),
  };
  const result = await runGo(args, directory, environment);
  expect(result.status, result.stderr).toBe(0);
  const listing: Listing = {};
  for (const line of result.stdout.split('\n')) {
    const [path, ...listed] = line.trim().split(' ');
    if (path && listed.length > 0) listing[path] = listed.map((file) => relative(root, file)).toSorted();
  }
  return listing;
}

/** go list shows external tests under the path of the package they test. */
function selected(root: string, project: Project): Listing {
  const listing: Listing = {};
  for (const { path, name, files } of project.packages) {
    const listed = (listing[name.endsWith('_test') ? path.replace(/_test$/, '') : path] ??= []);
    listed.push(...files.map((file) => relative(root, file.path)));
    listed.sort();
  }
  return listing;
}
