import { describe, expect, test } from 'vitest';
import type { LabelledModule, SiteLabel } from './labels.ts';
import { classAgreement, precision, type Prediction, recall, scoreBodies, scoreTransports } from './score.ts';

const site = (file: string, line: number, verdict: SiteLabel['verdict'], moot?: string): SiteLabel => ({
  file,
  line,
  verdict,
  function: 'f',
  sub: 'early-return',
  why: 'because',
  ...(moot === undefined ? {} : { moot }),
});

const said = (rule: string, file: string, line: number): Prediction => ({
  rule,
  file,
  line,
  message: 'a message',
});

const complete: LabelledModule = {
  module: 'example.com/m',
  version: 'v1.0.0',
  complete: true,
  labels: [
    site('a.go', 1, 'R1'),
    site('a.go', 2, 'R2'),
    site('a.go', 3, 'ok'),
    site('b/b.go', 4, 'R1', 'no reuse'),
  ],
};

describe('scoring of bodies', () => {
  test('right answers, false alarms and misses are counted by place, and classes by rule', () => {
    const score = scoreBodies(complete, [
      said('body-partly-read', 'a.go', 1),
      said('body-not-drained', 'a.go', 2),
      said('body-not-closed', 'a.go', 3),
    ]);
    expect(score).toMatchObject({ truePositives: 2, falsePositives: 1, falseNegatives: 0, sameClass: 1 });
    expect([precision(score), recall(score), classAgreement(score)]).toEqual([2 / 3, 1, 1 / 2]);
  });

  test('a silent tool misses every positive label that counts', () => {
    const score = scoreBodies(complete, []);
    expect(score.misses.map(({ line }) => line)).toEqual([1, 2]);
    expect([precision(score), recall(score)]).toEqual([undefined, 0]);
  });

  test('a moot label counts neither way', () => {
    expect(scoreBodies(complete, [said('body-not-drained', 'b/b.go', 4)]).falsePositives).toBe(0);
  });

  test('two findings at one place count once', () => {
    const score = scoreBodies(complete, [
      said('body-not-closed', 'a.go', 2),
      said('body-not-drained', 'a.go', 2),
    ]);
    expect(score).toMatchObject({ truePositives: 1, sameClass: 1 });
  });

  test('a finding without a label is a false alarm in a complete module and in the scope only', () => {
    const findings = [said('body-not-drained', 'other/c.go', 9), said('body-not-drained', 'b/c.go', 9)];
    expect(scoreBodies(complete, findings).falsePositives).toBe(2);
    const partial = scoreBodies({ ...complete, complete: false, scope: ['.', 'b'] }, findings);
    expect(partial.falseAlarms.map(({ file }) => file)).toEqual(['b/c.go']);
  });

  test('rules about other things do not count', () => {
    expect(scoreBodies(complete, [said('transport-per-call', 'a.go', 3)]).falsePositives).toBe(0);
  });
});

describe('scoring of transports', () => {
  const transports = [
    { file: 'a.go', line: 7, function: 'f', verdict: 'per-call' as const, why: 'because' },
    { file: 'a.go', line: 8, function: 'g', verdict: 'kept' as const, why: 'because' },
  ];

  test('only per-call is positive', () => {
    const findings = [said('transport-per-call', 'a.go', 7), said('transport-per-call', 'a.go', 8)];
    expect(scoreTransports({ ...complete, transports }, findings)).toMatchObject({
      truePositives: 1,
      falsePositives: 1,
      falseNegatives: 0,
    });
  });

  test('a module whose transports are not labelled is left out', () => {
    expect(scoreTransports(complete, [said('transport-per-call', 'a.go', 7)]).falsePositives).toBe(0);
  });
});
