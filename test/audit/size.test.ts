import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { Flow } from '../../src/flow/summary/flow.ts';
import { Productions } from '../../src/flow/fate/production.ts';
import { runWalk } from '../../src/flow/walk/walk.ts';
import { Graphs } from '../../src/ir/graphs.ts';
import type { FunctionGraph } from '../../src/ir/ir.ts';
import type { Liveness } from '../../src/ir/liveness.ts';
import { Typing } from '../../src/ir/typing.ts';
import { findModel } from '../../src/models/find-model.ts';
import { createProgram } from '../../src/resolve/program.ts';
import { Types } from '../../src/resolve/types.ts';
import { projectFrom } from '../support/project.ts';
import { sharedParser } from '../support/workbench.ts';

/** The lines of the findings of `body-not-closed`. */
async function unclosed(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await auditProject(projectFrom(files), {});
  return findings
    .filter(({ rule }) => rule === 'body-not-closed')
    .map(({ location: { file, start, end } }) => file.text.slice(start, end));
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

const WRAPPING = `package x

import (
	"io"
	"net/http"
)

type layer struct{ io.ReadCloser }

func (l layer) Close() error { return l.ReadCloser.Close() }

func unwrap(r io.ReadCloser, layers []string) error {
	for range layers {
		r = layer{r}
	}
	return r.Close()
}

func fetch(layers []string) error {
	resp, err := http.Get("http://127.0.0.1/")
	if err != nil {
		return err
	}
	return unwrap(resp.Body, layers)
}
`;

/** A walk asks for liveness each time that it comes to a block. */
class CountingFlow extends Flow {
  blocksEntered = 0;

  override liveness(graph: FunctionGraph): Liveness {
    this.blocksEntered++;
    return super.liveness(graph);
  }
}

test('a reader that is wrapped in each pass of a loop is followed into few layers', async () => {
  const program = createProgram(projectFrom({ 'x.go': WRAPPING }), await sharedParser(), findModel);
  const flow = new CountingFlow(new Typing(program, new Types(program), new Graphs()), runWalk);
  const productions = new Productions(flow);
  productions.know('Get');
  const fetch = program.packages[0]!.lookup('fetch')!;
  const fates = productions.fates(flow.typing.graphs.of(fetch)!);
  expect(fates.map(({ leaks }) => leaks.length)).toEqual([0]);
  expect(flow.blocksEntered).toBeLessThan(1000);
});

/** An interface with so many implementations, each of which obtains a response, and a function that loses one. */
function implemented(count: number): string {
  const types = numbers(count).map(
    (index) => `type t${index} struct{}

func (t${index}) fetch() (*http.Response, error) { return http.Get("http://127.0.0.1/") }
`,
  );
  return `package x

import "net/http"

type fetcher interface{ fetch() (*http.Response, error) }

func lose(f fetcher) { _, _ = f.fetch() }

${types.join('\n')}`;
}

describe('a call through an interface', () => {
  test('obtains what one of its implementations obtains', async () => {
    expect(await unclosed({ 'x.go': implemented(20) })).toEqual(['f.fetch()']);
  });

  test('obtains nothing that is known when there are hundreds', async () => {
    expect(await unclosed({ 'x.go': implemented(300) })).toEqual([]);
  });
});

test('hundreds of functions that yield responses are all found where they are called', async () => {
  const names = numbers(250).map((index) => `zahlÄ${index}`);
  const functions = names.map(
    (name) => `func ${name}() (*http.Response, error) { return http.Get("http://127.0.0.1/") }`,
  );
  const calls = names.map((name) => `\t_, _ = ${name}()`);
  const found = await unclosed({
    'x.go': `package x\n\nimport "net/http"\n\n${functions.join('\n\n')}\n`,
    'y.go': `package x\n\nfunc lose() {\n${calls.join('\n')}\n}\n`,
  });
  expect(found).toEqual(names.map((name) => `${name}()`));
});
