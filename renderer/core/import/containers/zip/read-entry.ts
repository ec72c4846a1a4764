import type { Packed } from '#core/import/containers/inflate.ts';
import type { InflateBudget } from '#core/import/containers/inflate-limits.ts';
import { inflatedSource } from '#core/import/containers/inflated-source.ts';
import { type FileSource, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { viewOf, type ZipEntry } from './read-directory.ts';

const localSignature = 0x04034b50;
/** Encrypted with AES (WinZip): method and flag go together. */
const aesMethod = 99;

/**
 * Open an entry of a zip file; nothing is unpacked before it is read.
 *
 * @param path The way to it, with the archive's own.
 * @throws SourceProblem `encrypted`, `unsupported` or `damaged`, which concern this entry alone.
 */
export async function openEntry(
  archive: FileSource,
  entry: ZipEntry,
  { path, budget }: { readonly path: string; readonly budget: InflateBudget },
): Promise<FileSource> {
  if (entry.isEncrypted || entry.method === aesMethod) throw new SourceProblem('encrypted');
  if (entry.method !== 0 && entry.method !== 8)
    throw new SourceProblem('unsupported', { format: 'packing', method: entry.method });
  const packed = await locate(archive, entry);
  const { sizeBytes, crc } = entry;
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  return inflatedSource({ name, path, packed, sizeBytes, crc }, budget);
}

/** Where its bytes are: behind its own header, which has to be about the same file. */
async function locate(archive: FileSource, entry: ZipEntry): Promise<Packed> {
  const { start, rawName, packedBytes, method, sizeBytes } = entry;
  if (sizeBytes < 0 || start + 30 + rawName.length > archive.sizeBytes)
    throw new SourceProblem('damaged', { sizeBytes });
  const header = await readWhole(archive, start, start + 30 + rawName.length);
  const view = viewOf(header);
  const isSame =
    view.getUint32(0, true) === localSignature &&
    view.getUint16(26, true) === rawName.length &&
    rawName.every((byte, at) => byte === header[30 + at]);
  const from = start + header.length + view.getUint16(28, true);
  const isWhole = from + packedBytes <= archive.sizeBytes && (method === 8 || packedBytes === sizeBytes);
  if (!isSame || !isWhole) throw new SourceProblem('damaged', { sizeBytes });
  return {
    source: archive,
    start: from,
    end: from + packedBytes,
    method: method === 0 ? 'stored' : 'deflate',
  };
}
