/** The `primaryLocationLineHash` of every line, straight from its definition: slow and simple. */
export function referenceLineHashes(text: string): string[] {
  const units = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]/g, '')
    .split('')
    .map((unit) => unit.charCodeAt(0));
  units.push(0xffff);
  const starts = [0];
  for (let index = 0; index < units.length - 1; index++) if (units[index] === 10) starts.push(index + 1);
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let index = start; index < start + 100; index++) {
      hash = BigInt.asUintN(64, hash * 37n + BigInt(units[index] ?? 0));
    }
    const digits = hash.toString(16);
    const count = (seen.get(digits) ?? 0) + 1;
    seen.set(digits, count);
    return `${digits}:${count}`;
  });
}
