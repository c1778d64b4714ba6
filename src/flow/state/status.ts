/** What is known of a response's StatusCode on one path: bounds, both inclusive, and values that it is not. */
export interface Status {
  readonly least: number;
  readonly most: number;
  readonly not: readonly number[];
}

export const ANY_STATUS: Status = { least: 100, most: 999, not: [] };

/** How many excluded values are remembered; more would only keep alike paths apart. */
const REMEMBERED = 4;

export type Comparison = '==' | '<' | '<=' | '>' | '>=';

/**
 * The status after a comparison with a constant was found true or false; undefined when that cannot be.
 */
export function refineStatus(
  status: Status,
  operator: Comparison,
  value: number,
  holds: boolean,
): Status | undefined {
  switch (operator) {
    case '==':
      return holds ? between(status, value, value) : without(status, value);
    case '<':
      return holds ? between(status, status.least, value - 1) : between(status, value, status.most);
    case '<=':
      return holds ? between(status, status.least, value) : between(status, value + 1, status.most);
    case '>':
      return holds ? between(status, value + 1, status.most) : between(status, status.least, value);
    case '>=':
      return holds ? between(status, value, status.most) : between(status, status.least, value - 1);
  }
}

function between(status: Status, least: number, most: number): Status | undefined {
  const next = { least: Math.max(least, status.least), most: Math.min(most, status.most), not: status.not };
  if (next.least > next.most) return undefined;
  return next.least === next.most && next.not.includes(next.least) ? undefined : next;
}

function without(status: Status, value: number): Status | undefined {
  if (value < status.least || value > status.most || status.not.includes(value)) return status;
  if (status.least === status.most) return undefined;
  return status.not.length < REMEMBERED ? { ...status, not: [...status.not, value] } : status;
}

/** True when every status that is possible has no body: 1xx, 204 and 304 (RFC 9110, 6.4.1). */
export function isBodiless(status: Status): boolean {
  if (status.most < 200) return true;
  return status.least === status.most && (status.least === 204 || status.least === 304);
}

/** A text that is the same for equal statuses only. */
export function statusKey(status: Status): string {
  return status === ANY_STATUS
    ? ''
    : `${status.least}-${status.most}!${status.not.toSorted((a, b) => a - b).join()}`;
}
