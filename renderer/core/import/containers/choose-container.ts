import type { ContainerReader } from './member.ts';

/**
 * The reader for a file that holds several, by its first bytes and its name; `null` when it is one article.
 *
 * @param head The first 4 KB of the file, or all of it when it is shorter.
 */
export function chooseContainer(_name: string, _head: Uint8Array): ContainerReader | null {
  return null;
}
