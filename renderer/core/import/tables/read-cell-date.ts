import type { StatedDate } from '#core/article.ts';
import { parseMarkupDate } from '#core/import/stated-date.ts';
import type { DateOrder } from './column-mapping.ts';

const slashed =
  /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})(?:[ T,]+(\d{1,2})[:h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?)?$/i;

/**
 * The date in a cell, as far as it goes. One such as 03/04/2024 is read in the order that was told, and not at all
 * without one; seconds since 1970, as machines write them, are read as UTC.
 */
export function readCellDate(cell: string, order: DateOrder | null): StatedDate | null {
  const printed = cell.trim();
  if (printed === '' || printed.length > 100) return null;
  const parts = slashed.exec(printed);
  if (parts) return readSlashed(parts, printed, order);
  const seconds = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/.exec(printed)?.[1];
  if (seconds === undefined) return parseMarkupDate(printed);
  const iso = new Date(Number(seconds) * 1000).toISOString().slice(0, 16);
  return { iso, precision: 'minute', printed };
}

function readSlashed(parts: RegExpExecArray, printed: string, order: DateOrder | null): StatedDate | null {
  const [, a = '', , b = '', year = '', hour, minute, half] = parts;
  const told = orderOfPair(Number(a), Number(b)) ?? order;
  if (told === null) return null;
  const [day, month] = told === 'day-first' ? [a, b] : [b, a];
  const clock = hour === undefined ? '' : `T${two(hours(Number(hour), half))}:${minute}`;
  const date = parseMarkupDate(`${year}-${two(Number(month))}-${two(Number(day))}${clock}`);
  return date === null ? null : { ...date, printed };
}

function hours(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The only order in which the two are a day and a month; `null` when both are possible, or neither. */
function orderOfPair(a: number, b: number): DateOrder | null {
  if (a === b || (a > 12 && b <= 12)) return 'day-first';
  return b > 12 && a <= 12 ? 'month-first' : null;
}

/** The order that the dates of a column show; `null` when they show none, or both. */
export function dateOrderOf(cells: readonly string[]): DateOrder | null {
  const shown = new Set(
    cells.flatMap((cell) => {
      const parts = slashed.exec(cell.trim());
      const [a, b] = [Number(parts?.[1]), Number(parts?.[3])];
      const order = parts && a !== b ? orderOfPair(a, b) : null;
      return order === null ? [] : [order];
    }),
  );
  return shown.size === 1 ? ([...shown][0] ?? null) : null;
}

/** Whether a cell is a date that can be read in two ways. */
export function isTwoWayDate(cell: string): boolean {
  const parts = slashed.exec(cell.trim());
  return parts !== null && orderOfPair(Number(parts[1]), Number(parts[3])) === null;
}
