import { expect, test } from 'vitest';
import { type ColorMode, useColor } from '../../src/cli/color.ts';

test.each<[mode: ColorMode, environment: NodeJS.ProcessEnv, isTerminal: boolean, colored: boolean]>([
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { TERM: 'dumb' }, true, false],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, true, false],
  ['auto', { FORCE_COLOR: 'false' }, true, false],
  ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ['always', { NO_COLOR: '1' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
])('--color %s with %j, terminal %s: %s', (mode, environment, isTerminal, colored) => {
  expect(useColor(mode, environment, isTerminal)).toBe(colored);
});
