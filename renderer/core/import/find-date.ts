import type { Field, StatedDate } from '#core/article.ts';
import type { Line } from './lines.ts';
import type { Layout } from './read-layout.ts';
import { parseStatedDate } from './stated-date.ts';

/**
 * The date of publication a text prints in its header, or anywhere around its body when it is called that. Dates in the
 * body are dates of events and are never taken. `null` when none is printed.
 */
export function findDate({ header, body, footer }: Layout): Field<StatedDate> | null {
  const near = header.length > 0 ? header : body.slice(0, 1);
  const found = [...near, ...footer].flatMap((line) => {
    const date = readLine(line);
    return date && (date.labelled || near.includes(line)) ? [date] : [];
  });
  const best = found.find(({ labelled }) => labelled) ?? found[0];
  if (!best) return null;
  return {
    value: best.date,
    basis: 'stated',
    evidence: { start: best.start, end: best.end },
    reason: best.labelled ? 'published-label' : 'header-line',
  };
}

function readLine(line: Line) {
  const found = parseStatedDate(line.text);
  return found ? { ...found, start: line.start + found.start, end: line.start + found.end } : null;
}
