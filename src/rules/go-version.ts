/** The first Go version whose Close reads what is left of a small body (truth.md, "What Go 1.27 changed"). */
const DRAINS = [1, 27] as const;

/** True when the program is certain to be built by a Go whose Close drains small bodies (truth.md R4'). */
export function drainsOnClose(version: readonly [major: number, minor: number] | undefined): boolean {
  if (!version) return false;
  const [major, minor] = version;
  return major > DRAINS[0] || (major === DRAINS[0] && minor >= DRAINS[1]);
}
