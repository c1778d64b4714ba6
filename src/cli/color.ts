/** The values of `--color`. */
export const COLOR_MODES = ['auto', 'always', 'never'] as const;
export type ColorMode = (typeof COLOR_MODES)[number];

/**
 * Whether to colour a stream. The flag decides first, then FORCE_COLOR (force-color.org; 0 and false switch colours
 * off), then NO_COLOR (no-color.org; counts when not empty), then whether the stream is a terminal that can.
 */
export function useColor(mode: ColorMode, environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (mode !== 'auto') return mode === 'always';
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  if (environment['NO_COLOR']) return false;
  return isTerminal && environment['TERM'] !== 'dumb';
}
