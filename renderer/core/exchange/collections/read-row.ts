import { daysBetween } from '#core/events/enter-dating.ts';
import { readPrintedDays } from '#core/exchange/map-files/printed-days.ts';
import type { CollectionHead } from './collection.ts';

/** A row whose cells are asked for by their heads; a missing cell is empty. */
export type Cells = (head: string) => string;

/** What a row says of itself, before anything is made of it. */
export type JudgedRow = {
  /** Its id in the collection; empty: it has none, and can't be taken. */
  readonly id: string;
  readonly country: string;
  /** The first and last day that stand there; `null`: not readable. */
  readonly from: string | null;
  readonly until: string | null;
  /** Degrees, or `null` together. */
  readonly point: { readonly lat: number; readonly lon: number } | null;
  /** Why it can't be taken; `null`: it can. */
  readonly refusal: 'no-id' | 'ragged' | null;
  /** Codes of what is not as documented, each with what stands there. */
  readonly remarks: readonly { readonly code: string; readonly value: string }[];
};

/** Look at a row of either collection. A row of more cells than heads has slipped, and nothing in it can be trusted. */
export function judgeRow(head: CollectionHead, row: readonly string[], cell: Cells): JudgedRow {
  const isAcled = head.collection === 'acled';
  const id = isAcled
    ? cell('event_id_cnty') || cell('data_id') || cell('event_id_no_cnty')
    : cell('id') || cell('relid');
  const remarks: { code: string; value: string }[] = [];
  const first = isAcled ? cell('event_date') : cell('date_start');
  const from = readDay(first, remarks);
  const until = isAcled ? from : cell('date_end') === '' ? from : readDay(cell('date_end'), remarks);
  const isReversed = from !== null && until !== null && until < from;
  if (isReversed) remarks.push({ code: 'date-unreadable', value: `${first} – ${cell('date_end')}` });
  const refusal = row.length > head.heads.length ? 'ragged' : id === '' ? 'no-id' : null;
  return {
    id,
    country: cell('country'),
    from: isReversed ? null : from,
    until: isReversed ? null : until,
    point: readPoint(cell('latitude'), cell('longitude'), remarks),
    refusal,
    remarks: [...remarks, ...figureRemarks(head, cell), ...textRemarks(row)],
  };
}

type Remarks = { code: string; value: string }[];

function readDay(printed: string, remarks: Remarks): string | null {
  const days = readPrintedDays(printed);
  if (days === 'ambiguous') remarks.push({ code: 'date-ambiguous', value: printed });
  else if (days === null || days.precision !== 1) remarks.push({ code: 'date-unreadable', value: printed });
  return days !== null && days !== 'ambiguous' && days.precision === 1 ? days.from : null;
}

function readPoint(lat: string, lon: string, remarks: Remarks): JudgedRow['point'] {
  if (lat === '' || lon === '') {
    remarks.push({ code: 'no-coordinates', value: '' });
    return null;
  }
  const [y, x] = [lat, lon].map((text) =>
    /^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN,
  );
  if (y === undefined || x === undefined || !(Math.abs(y) <= 90 && Math.abs(x) <= 180)) {
    remarks.push({ code: 'bad-coordinates', value: `${lat} ${lon}` });
    return null;
  }
  return { lat: y, lon: x };
}

function figureRemarks({ collection }: CollectionHead, cell: Cells): Remarks {
  const figures = collection === 'acled' ? ['fatalities'] : ['low', 'best', 'high'];
  const codes = collection === 'acled' ? ['time_precision', 'geo_precision'] : ['date_prec', 'where_prec'];
  return [
    ...figures
      .filter((name) => cell(name) !== '' && readFigure(cell(name)) === null)
      .map((name) => ({ code: 'bad-figure', value: `${name}: ${cell(name)}` })),
    ...codes
      .filter((name) => cell(name) !== '' && !/^[1-7]$/.test(cell(name)))
      .map((name) => ({ code: 'bad-code', value: `${name}: ${cell(name)}` })),
  ];
}

function textRemarks(row: readonly string[]): Remarks {
  return row.some((text) => text.includes('\ufffd')) ? [{ code: 'damaged-letters', value: '' }] : [];
}

/** A count of deaths; `null`: none is given, or it is no count. */
export function readFigure(text: string): number | null {
  return /^\d{1,7}(?:\.0+)?$/.test(text) ? Math.trunc(Number(text)) : null;
}

/** A day as a number that can stand in an array; days before 1970 are negative. */
export function dayNumber(day: string): number {
  return daysBetween('1970-01-01', day);
}
