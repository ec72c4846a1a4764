import { recogniseFormat } from '#core/import/recognise-format.ts';
import type { TableFormat } from './column-mapping.ts';

/** Which kind of table a file is by its name and its beginning; `null` when it is none. */
export function recogniseTable(name: string, head: Uint8Array): TableFormat | null {
  if (recogniseFormat(head) !== null) return null;
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return 'csv';
  const isLines = /\.(?:jsonl|ndjson|jl)$/i.test(name);
  if (!isLines && !/\.json$/i.test(name)) return null;
  // Byte order marks and the NULs of UTF-16 are left out of the look.
  const start = String.fromCharCode(...head.subarray(0, 2048))
    .replace(/[^\x20-\x7e\s]/g, '')
    .trimStart();
  if (isLines) return start.startsWith('{') ? 'jsonl' : null;
  if (!/^[[{]/.test(start)) return null;
  // JSON lines are often called .json: their first line is a whole object.
  return /^\{.*\}\r?\n\s*\{/.test(start) && isWhole(start) ? 'jsonl' : 'json';
}

function isWhole(start: string): boolean {
  const line = start.slice(0, start.search(/[\r\n]/));
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
