import { readCsv } from '#core/exchange/table/read-csv.ts';
import { firstColumn } from '#core/search/query/read-terms.ts';
import { desktop } from '#state/desktop.ts';

/** What came of loading a list of terms. */
export type LoadedTerms =
  | {
      readonly ok: true;
      /** One term a line. */
      readonly text: string;
      readonly name: string;
      /** Whether the file is not in Unicode, so that accents may have come out wrong. */
      readonly isOldEncoding: boolean;
      /** Columns of a table after the first: they are left out. */
      readonly leftColumns: number;
    }
  | { readonly ok: false; readonly name: string; readonly reason: 'unreadable' | 'not-text' | 'bad-table' };

/** Let the analyst pick a text or CSV file with a list of terms; `null` when cancelled. */
export async function loadTerms(): Promise<LoadedTerms | null> {
  const file = (await desktop().pickFiles({ kind: 'terms' }))?.[0];
  return file === undefined ? null : readTermFile(file);
}

/** Read a file as a list of terms: a table's first column, or the lines of a text. */
export function readTermFile({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}): LoadedTerms {
  if (bytes === null) return { ok: false, name, reason: 'unreadable' };
  const { text, isOldEncoding } = decodeText(bytes);
  if (text.includes('\0')) return { ok: false, name, reason: 'not-text' };
  if (!/\.(csv|tsv)$/i.test(name)) return { ok: true, name, text, isOldEncoding, leftColumns: 0 };
  const table = readCsv(text);
  if (!table.ok) return { ok: false, name, reason: 'bad-table' };
  const widest = table.rows.reduce((most, row) => Math.max(most, row.length), 1);
  return { ok: true, name, text: firstColumn(table.rows), isOldEncoding, leftColumns: widest - 1 };
}

/** Unicode by its mark or by being valid; anything else is read as spreadsheets of the West write it. */
function decodeText(bytes: Uint8Array): { text: string; isOldEncoding: boolean } {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return { text: new TextDecoder('utf-16le').decode(bytes), isOldEncoding: false };
  if (mark === 0xfeff) return { text: new TextDecoder('utf-16be').decode(bytes), isOldEncoding: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isOldEncoding: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isOldEncoding: true };
  }
}
