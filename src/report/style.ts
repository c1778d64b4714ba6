import { styleText } from 'node:util';
import type { Level } from '../rules/finding.ts';

type Format = Parameters<typeof styleText>[0];

/** Gives a text a meaning that colours show. Without colours every style returns its text. */
export interface Style {
  readonly strong: (text: string) => string;
  /** What frames the text: gutters, gaps. */
  readonly quiet: (text: string) => string;
  readonly code: (text: string) => string;
  readonly step: (text: string) => string;
  readonly success: (text: string) => string;
  readonly level: (level: Level, text: string) => string;
}

const LEVEL_FORMATS: Readonly<Record<Level, Format>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  note: ['bold', 'cyan'],
};

/** The styles for a terminal with or without colours. Whether it has them is for the caller to know. */
export function createStyle(color: boolean): Style {
  const paint = (format: Format) => (text: string) =>
    color && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    strong: paint('bold'),
    quiet: paint('gray'),
    code: paint('cyan'),
    step: paint('blue'),
    success: paint('green'),
    level: (level, text) => paint(LEVEL_FORMATS[level])(text),
  };
}
