import Papa from 'papaparse';
import {
  cutPieces,
  type FindPiece,
  type Piece,
  unitShape,
  unitsOf,
} from '#core/import/containers/cut-pieces.ts';
import { detectEncoding } from '#core/import/detect-encoding.ts';
import type { FileSource } from '#core/import/file-source.ts';
import { decodeAs } from '#core/import/one-byte.ts';
import type { Tools } from '#core/import/tools.ts';
import { cellsOf, cellsOfRecord, cellsOfRow } from './cells.ts';
import type { TableFormat, TableHead } from './column-mapping.ts';
import { findLines, findRecords, findValues } from './find-record.ts';
import { findRows } from './find-row.ts';
import { guessColumns } from './guess-columns.ts';

/** A table as far as it can be told without knowing what its columns are. */
export type SurveyedTable = {
  readonly head: TableHead;
  readonly encoding: string;
  readonly delimiter: string;
  /** The rows in order, the line of headings of a CSV included. */
  pieces(signal: AbortSignal): AsyncGenerator<Piece>;
};

/** Bytes that tell the encoding, the delimiter and where the records begin. */
const surveyBytes = 256 * 1024;
/** Rows an analyst is shown at most, and the length their cells are cut to. */
const shown = { rows: 20, cell: 600, columns: 500 };

/** Look at a table's beginning. `null` when it holds no rows: it is no table. Rejects when it can't be read. */
export async function surveyTable(
  source: FileSource,
  format: TableFormat,
  { tools, signal }: { readonly tools: Tools; readonly signal: AbortSignal },
): Promise<SurveyedTable | null> {
  const sample = await source.read(0, Math.min(surveyBytes, source.sizeBytes));
  const found = detectEncoding(sample, null);
  if (found === null) return null;
  const shape = unitShape(found.label);
  const decode = (bytes: Uint8Array) => decodeAs(bytes, found.label, tools);
  const body = sample.subarray(found.bomLength);
  const plan = format === 'csv' ? planCsv(decode(body), source.name) : planJson(format, unitsOf(body, shape));
  if (plan === null) return null;
  const start = found.bomLength + plan.skip * shape.width;
  const pieces = (by: AbortSignal) => cutPieces(source, plan.find(), { start, shape, signal: by });

  const first: string[] = [];
  for await (const { bytes } of pieces(signal)) {
    if (bytes !== null) first.push(decode(bytes));
    if (first.length > shown.rows) break;
  }
  const layout = layOut(first, format, plan.delimiter);
  if (layout === null) return null;
  const head = { name: source.path, format, ...layout, guess: guessColumns(format, layout) };
  return { head, encoding: found.label, delimiter: plan.delimiter, pieces };
}

type Plan = {
  /** Units to leave out at the start. */
  readonly skip: number;
  readonly delimiter: string;
  find(): FindPiece;
};

function planCsv(text: string, name: string): Plan {
  // Spreadsheets may say the delimiter in a line of its own.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = said?.[1] ?? (/\.(?:tsv|tab)$/i.test(name) ? '\t' : guessDelimiter(text));
  return { skip: said?.[0].length ?? 0, delimiter, find: () => findRows(delimiter) };
}

/** The one that cuts most rows into as many cells as the first; of equals the one that cuts finer. */
function guessDelimiter(text: string): string {
  const scores = [',', ';', '\t', '|'].map((delimiter) => {
    // The last row may have been cut off.
    const rows = Papa.parse<string[]>(text, { delimiter, preview: 50, skipEmptyLines: true }).data;
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter(({ length }) => length === width).length / Math.max(1, rows.length);
    return { delimiter, width, score: width > 1 ? alike : 0 };
  });
  return scores.reduce((best, one) =>
    one.score > best.score || (one.score === best.score && one.width > best.width) ? one : best,
  ).delimiter;
}

function planJson(format: TableFormat, units: Uint8Array): Plan | null {
  if (format === 'jsonl') return { skip: 0, delimiter: '', find: findLines };
  const skip = findRecords(units);
  return skip === null ? null : { skip, delimiter: '', find: findValues };
}

function layOut(
  first: readonly string[],
  format: TableFormat,
  delimiter: string,
): Pick<TableHead, 'headings' | 'rows'> | null {
  const [top, ...rest] = first;
  if (top === undefined) return null;
  const headings =
    format === 'csv'
      ? cellsOfRow(top, delimiter).map((cell) => cell.trim())
      : [...new Set(first.flatMap((one) => [...(cellsOfRecord(one)?.keys() ?? [])]))];
  if (headings.length === 0) return null;
  const table = { format, delimiter, headings: headings.slice(0, shown.columns) };
  const rows = (format === 'csv' ? rest : first).flatMap((one) => {
    const cells = cellsOf(one, table);
    return cells === null ? [] : [cells.map((cell) => cell.slice(0, shown.cell))];
  });
  return { headings: table.headings, rows: rows.slice(0, shown.rows) };
}
