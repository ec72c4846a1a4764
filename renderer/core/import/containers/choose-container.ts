import { recogniseFormat, zipKind } from '#core/import/recognise-format.ts';
import { openTable } from '#core/import/tables/open-table.ts';
import { recogniseTable } from '#core/import/tables/recognise-table.ts';
import type { ContainerReader } from './member.ts';
import { readGzip } from './read-gzip.ts';
import { readZipArchive } from './zip/read-zip-archive.ts';

/**
 * The reader for a file that holds several, by its first bytes and its name; `null` when it is one article.
 *
 * @param head The first 4 KB of the file, or all of it when it is shorter.
 */
export function chooseContainer(name: string, head: Uint8Array): ContainerReader | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return readGzip;
  if (recogniseFormat(head) === 'zip') return zipKind(name, head) === 'archive' ? readZipArchive : null;
  const table = recogniseTable(name, head);
  return table === null ? null : openTable(table);
}
