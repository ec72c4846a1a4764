import type { Step } from '#core/article.ts';
import type { Extraction, Extractor, Given } from '#core/import/formats/extraction.ts';
import { type Decoded, decodeBytes } from '#core/import/formats/plain-text.ts';
import type { PageFacts } from '#core/import/page-facts.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import { titleText } from '#core/import/title-text.ts';
import type { Tools } from '#core/import/tools.ts';
import { textOfCells } from './cell-text.ts';
import { cellsOf } from './cells.ts';
import type { ColumnMapping, ColumnRole, TableFormat } from './column-mapping.ts';
import { readCellDate } from './read-cell-date.ts';

/** How the rows of a table are read. */
export type RowReading = {
  readonly format: TableFormat;
  readonly encoding: string;
  readonly delimiter: string;
  /** What the columns are called, also those that are not read: a row alone would not tell. */
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping;
};

const stepName = 'table-row';

/** Reads one row of a table as an article. */
export function rowExtractor(reading: RowReading): Extractor {
  return async (given, tools) => {
    const decoded = decodeRow(given, reading, tools);
    if (decoded.kind === 'refused') return decoded;
    const cells = cellsOf(decoded.text, reading);
    return cells === null ? refuse(given.name, 'damaged') : readCells(cells, reading, decoded);
  };
}

/** The reader that `steps` say an article was read with, for reading it again; `null` when it was no row of a table. */
export function rowExtractorOf(steps: readonly Step[]): Extractor | null {
  const step = steps.find(({ name }) => name === stepName);
  const reading = step ? readingOfStep(step.detail) : null;
  return reading === null ? null : rowExtractor(reading);
}

/** What the step of a row says; `null` when it can't be read. */
export function readingOfStep(detail: string): RowReading | null {
  try {
    const said = JSON.parse(detail) as RowReading;
    return Array.isArray(said.headings) && Array.isArray(said.mapping.text) ? said : null;
  } catch {
    return null;
  }
}

/** A row in UTF-16 has no mark of its own; of others the row may tell better than the table's beginning. */
function decodeRow(given: Given, { encoding }: RowReading, tools: Tools): Decoded | Refusal {
  if (given.encoding !== undefined || !encoding.startsWith('utf-16'))
    return decodeBytes(given, given.charset ?? encoding, tools);
  const decoded = decodeBytes({ ...given, encoding }, null, tools);
  if (decoded.kind === 'refused') return decoded;
  const [, ...others] = decoded.steps;
  return { ...decoded, steps: [{ name: 'decode', detail: `${encoding}, declared` }, ...others] };
}

function readCells(cells: readonly string[], reading: RowReading, decoded: Decoded): Extraction {
  const { mapping, format } = reading;
  const content = textOfCells(mapping.text.map((at) => cells[at] ?? ''));
  const ofMarkup =
    typeof content === 'string' ? [] : [{ name: 'extract-html', detail: `cell, ${content.length}` }];
  const printed = cellAt(cells, mapping, 'date');
  const date = printed === null ? null : readCellDate(printed, mapping.dateOrder);
  const unread =
    printed !== null && date === null ? [{ name: 'date-unread', detail: printed.slice(0, 100) }] : [];
  return {
    mediaType: format === 'csv' ? 'text/csv' : 'application/json',
    content,
    facts: { ...factsOf(cells, mapping), date },
    steps: [...decoded.steps, { name: stepName, detail: JSON.stringify(reading) }, ...unread, ...ofMarkup],
    encoding: decoded.encoding,
    unreadable: decoded.unreadable,
    ...missingOf(cells, reading),
  };
}

/** A row that falls into more cells than the table has columns was not quoted as it should have been. */
function missingOf(cells: readonly string[], { format, headings }: RowReading): Pick<Extraction, 'missing'> {
  const columns = headings.length;
  if (format !== 'csv' || columns === 0 || cells.slice(columns).join('').trim() === '') return {};
  return { missing: { reason: 'part', detail: { cells: cells.length, columns } } };
}

function cellAt(cells: readonly string[], { roles }: ColumnMapping, role: ColumnRole): string | null {
  const at = roles[role];
  const cell = at === undefined ? '' : (cells[at] ?? '').trim();
  return cell === '' ? null : cell;
}

function factsOf(cells: readonly string[], mapping: ColumnMapping): PageFacts {
  const line = (role: ColumnRole) => titleText(cellAt(cells, mapping, role) ?? '') || null;
  return {
    ground: 'column',
    title: line('title'),
    heading: null,
    published: null,
    byline: line('byline'),
    siteName: null,
    language: null,
    publisher: line('publisher'),
    carrier: line('carrier'),
    address: cellAt(cells, mapping, 'address')?.slice(0, 2000) ?? null,
  };
}
