import Papa from 'papaparse';
import type { TableFormat } from './column-mapping.ts';

/** The cells of one row of a CSV. */
export function cellsOfRow(row: string, delimiter: string): string[] {
  // A quote before spaces closes its cell only where a line ends behind them.
  const { data } = Papa.parse<string[]>(`${row}\n`, { delimiter, newline: '\n', quoteChar: '"' });
  return data[0] ?? [];
}

/** Keys are followed this far into a record. */
const deepest = 4;
/** A key that is longer names nothing: it is data itself. */
const longestKey = 80;
/** More keys than this a record is not asked about. */
const mostKeys = 500;

/**
 * A JSON record as cells by key: `a.b` for the value of `b` within `a`, lists of plain values joined, other lists as
 * they are written. `null` when `record` is no JSON object.
 */
export function cellsOfRecord(record: string): Map<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(record);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const cells = new Map<string, string>();
  gather(value, '', cells);
  return cells;
}

function gather(object: Readonly<Record<string, unknown>>, path: string, cells: Map<string, string>): void {
  for (const [key, value] of Object.entries(object)) {
    if (cells.size >= mostKeys) return;
    const name = path + key;
    if (name.length > longestKey) continue;
    if (isObject(value) && path.split('.').length < deepest) gather(value, `${name}.`, cells);
    else cells.set(name, cellText(value));
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const parts = value.map((one) => (isObject(one) && typeof one.name === 'string' ? one.name : one));
    const isPlain = parts.every((one) => typeof one === 'string' || typeof one === 'number');
    // Paragraphs stand under one another, keywords beside one another.
    if (isPlain) return parts.join(parts.some((one) => String(one).length > 80) ? '\n\n' : ', ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The cells of one row or record, parallel to `headings`; `null` when it can't be read. */
export function cellsOf(
  piece: string,
  table: { readonly format: TableFormat; readonly delimiter: string; readonly headings: readonly string[] },
): string[] | null {
  if (table.format === 'csv') return cellsOfRow(piece, table.delimiter);
  const cells = cellsOfRecord(piece);
  return cells === null ? null : table.headings.map((heading) => cells.get(heading) ?? '');
}
