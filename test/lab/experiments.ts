import { expect } from 'vitest';
import type { Facts, Setting } from './laboratory.ts';
import type { Toolchain } from './toolchain.ts';

/** What a rule says of a program of testdata/lab, and how it shows that this is so. */
export interface Experiment {
  readonly rule: string;
  readonly claim: string;
  /** The program that the rule is to find, by default of the rule's name, beside its repaired twin, `<rule>-fixed`. */
  readonly program?: string;
  readonly setting: Setting;
  /** For the repaired program, when it needs another. */
  readonly settingOfGood?: Setting;
  check(bad: Facts, good: Facts, toolchain: Toolchain): void;
}

/** More than the 256 KiB that Close reads since Go 1.27. */
const LARGE = 300_000;

export const EXPERIMENTS: readonly Experiment[] = [
  {
    rule: 'body-not-closed',
    claim: 'each response that is left open keeps a connection and two goroutines',
    setting: { answer: 'status=404' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, connections: 50, left: 50, goroutines: 100 });
      expect(good).toMatchObject({ requests: 50, connections: 1, left: 0, goroutines: 0 });
    },
  },
  {
    rule: 'body-not-drained',
    claim: 'each large body that is closed unread costs a connection',
    setting: { answer: `size=${LARGE}` },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, connections: 50, left: 0 });
      expect(good).toMatchObject({ requests: 50, connections: 1 });
    },
  },
  {
    rule: 'body-not-drained',
    claim: 'each small body that is closed unread costs a connection before Go 1.27',
    setting: { answer: 'size=20' },
    check(bad, good, { drainsOnClose }) {
      expect(bad).toMatchObject({ requests: 50, left: 0 });
      if (drainsOnClose) expect(bad.connections).toBeLessThan(50);
      else expect(bad.connections).toBe(50);
      expect(good).toMatchObject({ requests: 50, connections: 1 });
    },
  },
  {
    rule: 'body-partly-read',
    claim: 'a body of which more follows than a JSON value loses its connection before Go 1.27',
    setting: { answer: 'padding=10000' },
    check(bad, good, { drainsOnClose }) {
      expect(bad).toMatchObject({ requests: 50, left: 0 });
      if (drainsOnClose) expect(bad.connections).toBeLessThan(50);
      else expect(bad.connections).toBe(50);
      expect(good).toMatchObject({ requests: 50, connections: 1 });
    },
  },
  {
    rule: 'transport-per-call',
    claim: 'each call opens a connection, which stays with two goroutines',
    setting: { answer: 'size=20' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, connections: 50, left: 50, goroutines: 100 });
      expect(good).toMatchObject({ requests: 50, connections: 1, left: 1, goroutines: 2 });
    },
  },
  {
    rule: 'transport-per-call',
    claim: 'each call opens a connection, which stays since Go 1.27 even when the body is closed unread',
    program: 'transport-per-call-unread',
    setting: { answer: 'size=20' },
    check(bad, good, { drainsOnClose }) {
      const stays = drainsOnClose ? { left: 50, goroutines: 100 } : { left: 0, goroutines: 0 };
      expect(bad).toMatchObject({ requests: 50, connections: 50, ...stays });
      expect(good).toMatchObject({ requests: 50, connections: 1, left: 1, goroutines: 2 });
    },
  },
  {
    rule: 'idle-pool-too-small',
    claim: 'of twenty connections eighteen are closed after each of twenty rounds',
    setting: { answer: 'gather=20' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 400, connections: 20 + 19 * 18, kept: 2 });
      expect(good).toMatchObject({ requests: 400, connections: 20, kept: 20 });
    },
  },
  {
    rule: 'connections-unbounded',
    claim: 'as many connections are open at once as requests wait',
    setting: { answer: 'gather=50', arguments: keys(50) },
    settingOfGood: { answer: 'gather=5', arguments: keys(50) },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, mostOpen: 50 });
      expect(good).toMatchObject({ requests: 50, mostOpen: 5 });
    },
  },
  {
    rule: 'tcp-keepalive-misused',
    claim: 'without TCP keep-alive the pool keeps its connection all the same',
    setting: { answer: 'size=20' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, connections: 1, left: 1, goroutines: 2 });
      expect(good).toMatchObject({ requests: 50, connections: 50, left: 0, goroutines: 0 });
    },
  },
  {
    rule: 'body-cancelled',
    claim: 'bodies that are handed on cancelled cannot be read, and cost a connection each',
    setting: { answer: 'pause=10' },
    check(bad, good) {
      // Now and then a helper is slow enough for the whole body to come in time.
      expect(bad).toMatchObject({ requests: 50, left: 0 });
      expect(bad.connections).toBeGreaterThanOrEqual(40);
      expect(bad.log.match(/context canceled/gu)?.length).toBeGreaterThanOrEqual(40);
      expect(good).toMatchObject({ requests: 50, connections: 1, log: '' });
    },
  },
  {
    rule: 'connections-exhausted',
    claim: 'after as many open bodies as MaxConnsPerHost says the next request waits for ever',
    setting: { answer: 'status=404' },
    check(bad, good) {
      expect(bad).toMatchObject({ finished: false, requests: 2, connections: 2, left: 2 });
      expect(good).toMatchObject({ finished: true, requests: 10, connections: 1 });
    },
  },
  {
    rule: 'deferred-close-in-loop',
    claim: 'all connections of the loop are open at once',
    setting: { answer: 'size=20' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, mostOpen: 50, left: 0 });
      expect(good).toMatchObject({ requests: 50, mostOpen: 1 });
    },
  },
  {
    rule: 'transport-copied',
    claim: 'the copy takes the connection of its original, and closes it',
    setting: { answer: 'size=20' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 2, connections: 1, kept: 0 });
      expect(good).toMatchObject({ requests: 2, connections: 2, kept: 1 });
    },
  },
  {
    rule: 'shared-pool-emptied',
    claim: 'each request dials anew',
    setting: { answer: 'size=20' },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 50, connections: 50, kept: 0 });
      expect(good).toMatchObject({ requests: 50, connections: 1, kept: 1 });
    },
  },
  {
    rule: 'http2-switched-off',
    claim: 'no request uses the HTTP/2 that the server offers',
    setting: { answer: 'size=20', tls: true },
    check(bad, good) {
      expect(bad).toMatchObject({ requests: 10, http2: 0 });
      expect(good).toMatchObject({ requests: 10, http2: 10, connections: 1 });
    },
  },
];

/** The name of the program that an experiment's rule is to find. */
export function badProgramOf({ rule, program }: Experiment): string {
  return program ?? rule;
}

/** The name of its repaired twin. */
export function goodProgramOf({ rule }: Experiment): string {
  return `${rule}-fixed`;
}

function keys(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `key${index}`);
}
