import type { ContainerReader } from '#core/import/containers/member.ts';
import { readZipArchive } from '#core/import/containers/zip/read-zip-archive.ts';

/**
 * Open a packaged web archive (WACZ 1.1): the archives in it, which hold the pages. Its indexes and lists are made from
 * them and passed over in silence.
 */
export const readWacz: ContainerReader = async function* (opening) {
  const folder = `${opening.source.path}/archive/`;
  for await (const part of readZipArchive(opening)) {
    const path = part.kind === 'file' ? part.source.path : part.kind === 'refused' ? part.name : folder;
    if (path.startsWith(folder) || path === opening.source.path) yield part;
  }
};
