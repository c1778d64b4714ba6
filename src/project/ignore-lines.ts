/**
 * Makes the test whether a directory of a module is left out by the `ignore` lines of its go.mod: `./x` names one
 * directory of the module, `x` every directory of that name, each with all below it (Go Modules Reference, "ignore
 * directive"). The directory is relative to the module's, with `/`; '' is the module itself.
 */
export function ignoreTest(lines: readonly string[]): (directory: string) => boolean {
  if (lines.length === 0) return () => false;
  const rooted: string[] = [];
  const anywhere: string[] = [];
  for (const line of lines) {
    if (line.startsWith('./')) rooted.push(betweenSlashes(line.slice(2)));
    else anywhere.push(betweenSlashes(line));
  }
  return (directory) => {
    if (directory === '') return false;
    const name = betweenSlashes(directory);
    return rooted.some((start) => name.startsWith(start)) || anywhere.some((part) => name.includes(part));
  };
}

function betweenSlashes(path: string): string {
  return `${path.startsWith('/') ? '' : '/'}${path}${path.endsWith('/') ? '' : '/'}`;
}
