import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { SourceFile } from '../project/source-file.ts';
import { named } from './declared-type.ts';

/** Where frameworks for command lines declare what they hand to the function that a command runs. */
const COMMANDS: readonly { readonly package: RegExp; readonly name: RegExp }[] = [
  { package: /^github\.com\/spf13\/cobra$/, name: /^Command$/ },
  { package: /^github\.com\/urfave\/cli(?:\/v\d+)?$/, name: /^(?:Context|Command)$/ },
  { package: /^github\.com\/alecthomas\/kong$/, name: /^Context$/ },
  {
    package: /^(?:github\.com\/alecthomas\/kingpin(?:\/v\d+)?|gopkg\.in\/alecthomas\/kingpin\.v\d+)$/,
    name: /^ParseContext$/,
  },
];

/** True for what a command line runs: once, and the program is over. */
export function isCommand(typing: Typing, graph: FunctionGraph): boolean {
  const { parameters, hasReceiver, declaration, file, outer } = graph;
  const passed = hasReceiver ? parameters.slice(1) : parameters;
  if (passed.length === 0 || passed.length > 2) return false;
  if (hasReceiver && !outer && declaration.name === 'Execute')
    return passed.every((each) => isList(typing, each));
  const kinds = COMMANDS.filter((each) => file.imports.some(({ path }) => each.package.test(path)));
  if (kinds.length === 0) return false;
  return passed.some((each) => {
    const type = named(typing.typeOf(each));
    return (
      type !== undefined &&
      kinds.some(({ package: path, name }) => path.test(type.package) && name.test(type.name))
    );
  });
}

/** True for the arguments of a command line. */
function isList(typing: Typing, variable: Variable): boolean {
  const type = typing.typeOf(variable);
  return type.kind === 'slice' && type.element.kind === 'basic' && type.element.name === 'string';
}

/** Libraries that nothing but tests imports; who imports `testing` may do more than help them. */
const FOR_TESTS = /^github\.com\/onsi\/(?:ginkgo|gomega)(?:\/v\d+)?$/;

/** True for a file of helpers of tests. */
export function helpsTests({ imports, isTest }: SourceFile): boolean {
  return isTest || imports.some(({ path }) => FOR_TESTS.test(path));
}
