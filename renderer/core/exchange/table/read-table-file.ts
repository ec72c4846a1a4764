import type { ProjectAnswer } from '#core/exchange/coding-project.ts';
import { unguardCell } from '#core/exchange/csv.ts';
import type { ReadFormat } from '#core/exchange/project-formats.ts';
import { isTaguetteTable, readTaguetteHighlights } from '#core/exchange/taguette/taguette-highlights.ts';
import {
  isHypothesisTable,
  readHypothesisTable,
} from '#core/exchange/web-annotation/read-hypothesis-table.ts';
import { detectEncoding } from '#core/import/detect-encoding.ts';
import { decodeAs } from '#core/import/one-byte.ts';
import type { Tools } from '#core/import/tools.ts';
import { isCodebookTable, readCodebookTable } from './codebook-table.ts';
import { readCsv } from './read-csv.ts';
import { isHighlightTable, readHighlightTable } from './read-highlight-table.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Table, toTable } from './table.ts';

/** What a table was taken for; `null` when it is none that is known. */
export type TableAnswer = { readonly format: ReadFormat | null; readonly answer: ProjectAnswer };

/** 64 MiB of CSV are some 100,000 highlights with long notes. */
const largestBytes = 64 * 1024 * 1024;

/** Read CSV in any encoding as what its heads say it is. */
export function readCsvFile(bytes: Uint8Array, tools: Pick<Tools, 'decode'>): TableAnswer {
  if (bytes.length > largestBytes)
    return refuse('too-large', { sizeBytes: bytes.length, limitBytes: largestBytes });
  const encoding = detectEncoding(bytes, null);
  if (encoding === null) return refuse('undecodable', {});
  const csv = readCsv(decodeAs(bytes.subarray(encoding.bomLength), encoding.label, tools));
  if (!csv.ok) return refuse(csv.code, csv.detail);
  return readKnown(toTable(csv.rows.map((row) => row.map(unguardCell)))) ?? refuse('unknown-format', {});
}

/** Read an Excel workbook: the first of its sheets that is a table of highlights or a codebook. */
export async function readXlsxFile(bytes: Uint8Array): Promise<TableAnswer> {
  const book = await readWorkbook(bytes);
  if (!book.ok) return refuse(book.code, book.detail);
  for (const sheet of book.sheets) {
    const known = readKnown(toTable(sheet));
    if (known !== null)
      return known.format === 'highlights-csv' ? { ...known, format: 'highlights-xlsx' } : known;
  }
  return refuse('no-known-table', {});
}

function readKnown(table: Table): TableAnswer | null {
  if (isHighlightTable(table)) return { format: 'highlights-csv', answer: readHighlightTable(table) };
  if (isTaguetteTable(table)) return { format: 'taguette-csv', answer: readTaguetteHighlights(table) };
  if (isHypothesisTable(table)) return { format: 'hypothesis', answer: readHypothesisTable(table) };
  if (isCodebookTable(table)) return { format: 'codebook-csv', answer: readCodebookTable(table) };
  return null;
}

function refuse(code: string, detail: Readonly<Record<string, string | number>>): TableAnswer {
  return { format: null, answer: { ok: false, code, detail } };
}
