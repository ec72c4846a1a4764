import { openTable } from '#core/import/tables/open-table.ts';
import { recogniseTable } from '#core/import/tables/recognise-table.ts';
import type { ContainerReader } from './member.ts';

/**
 * The reader for a file that holds several, by its first bytes and its name; `null` when it is one article.
 *
 * @param head The first 4 KB of the file, or all of it when it is shorter.
 */
export function chooseContainer(name: string, head: Uint8Array): ContainerReader | null {
  const table = recogniseTable(name, head);
  return table === null ? null : openTable(table);
}
