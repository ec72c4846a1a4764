import { type Dating, undated } from '#core/time/dating.ts';
import type { MapFeature } from './map-feature.ts';
import { type PrintedDays, readPrintedDays } from './printed-days.ts';

/** A date as it was read: `none` where nothing is written, `null` where what is written is no date. */
type ReadDays = PrintedDays | 'ambiguous' | 'none' | null;

/** When a feature says it was, and codes of what of it can't be read. What is printed is kept in any case. */
export function readFeatureDating({ from, until }: Pick<MapFeature, 'from' | 'until'>): {
  readonly dating: Dating;
  readonly remarks: readonly string[];
} {
  const first = read(from);
  const last = read(until);
  const remarks = [
    ...([first, last].includes('ambiguous') ? ['date-ambiguous'] : []),
    ...([first, last].includes(null) ? ['date-unreadable'] : []),
  ];
  const printed = [...new Set([from, until])]
    .filter((text) => text !== '')
    .join(' – ')
    .slice(0, 300)
    .toWellFormed();
  const days = joinDays(first, last);
  if (days === 'reversed')
    return { dating: { ...undated, printed }, remarks: [...remarks, 'date-unreadable'] };
  if (days === null) return { dating: { ...undated, printed }, remarks };
  return { dating: { ...days, basis: 'stated', printed, reasons: [] }, remarks };
}

function read(text: string): ReadDays {
  return text === '' ? 'none' : readPrintedDays(text);
}

/** One date alone says when it was; where a second one stands that is not read, the end stays open. */
function joinDays(
  first: ReadDays,
  last: ReadDays,
): Pick<Dating, 'from' | 'until' | 'precision'> | 'reversed' | null {
  const began = typeof first === 'string' ? null : first;
  const isAlone = last === 'none';
  const ending = isAlone ? began : typeof last === 'string' ? null : last;
  const from = began?.from ?? null;
  const until = ending?.until ?? null;
  if (from === null && until === null) return null;
  if (from !== null && until !== null && until < from) return 'reversed';
  const alone = isAlone ? (began?.precision ?? null) : null;
  return { from, until, precision: from === until ? 1 : alone };
}
