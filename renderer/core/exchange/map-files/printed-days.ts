import { isDay } from '#core/events/enter-dating.ts';

/** The days that a printed date spans, and ACLED's precision of it. */
export type PrintedDays = {
  readonly from: string;
  readonly until: string;
  readonly precision: 1 | 3 | null;
};

const months = [
  ['jan', 'january', 'janvier', 'janv'],
  ['feb', 'february', 'fevrier', 'février', 'fevr', 'févr', 'fév'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avril', 'avr'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juillet', 'juil'],
  ['aug', 'august', 'août', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre', 'décembre', 'déc'],
];

const monthNumbers = new Map(months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/**
 * Read a date as tables print it: `2023-02-16` (with or without a time), `16 May 2025`, `12-September-22`,
 * `2023-02` or `2023`. Two figures of a year are those of 1970 to 2069. Figures alone, such as `03/04/2024`, are read
 * only where they can mean one day; else `ambiguous`. `null`: it is no date.
 */
export function readPrintedDays(text: string): PrintedDays | 'ambiguous' | null {
  const printed = text.trim();
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?$/.exec(printed);
  if (iso !== null)
    return spanOf(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  if (/^(?:19|20)\d\d$/.test(printed))
    return { from: `${printed}-01-01`, until: `${printed}-12-31`, precision: null };
  const worded = /^(\d{1,2})[-\s./]+([\p{L}]{3,10})\.?[-\s./,]+(\d{4}|\d\d)$/u.exec(printed);
  if (worded !== null) return spanOf(fullYear(worded[3] ?? ''), monthOf(worded[2] ?? ''), Number(worded[1]));
  const american = /^([\p{L}]{3,10})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(printed);
  if (american !== null) return spanOf(Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]));
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s[\d:.]+)?$/.exec(printed);
  return figures === null ? null : readFigures(Number(figures[1]), Number(figures[2]), Number(figures[3]));
}

function readFigures(first: number, second: number, year: number): PrintedDays | 'ambiguous' | null {
  const each = [spanOf(year, second, first), spanOf(year, first, second)].filter((days) => days !== null);
  return each.length === 2 && first !== second ? 'ambiguous' : (each[0] ?? null);
}

function spanOf(year: number, month: number, day: number | null): PrintedDays | null {
  const pad = (figure: number, length: number) => figure.toString().padStart(length, '0');
  const head = `${pad(year, 4)}-${pad(month, 2)}`;
  if (day !== null) {
    const one = `${head}-${pad(day, 2)}`;
    return isDay(one) ? { from: one, until: one, precision: 1 } : null;
  }
  if (!isDay(`${head}-01`)) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${head}-01`, until: `${head}-${pad(last, 2)}`, precision: 3 };
}

function monthOf(name: string): number {
  return monthNumbers.get(name.toLowerCase()) ?? 0;
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) < 70 ? 2000 + Number(text) : 1900 + Number(text);
}
