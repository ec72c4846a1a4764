import { type FileSource, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { crc32 } from './crc32.ts';
import { inflateChunks, type Packed } from './inflate.ts';
import type { InflateBudget } from './inflate-limits.ts';
import { inflatedSource } from './inflated-source.ts';
import type { ContainerReader } from './member.ts';

/** Open a gzip file: the one file in it, which goes by its name without `.gz`. */
export const readGzip: ContainerReader = async function* ({ source, budget }) {
  const packed: Packed = { source, start: 0, end: source.sizeBytes, method: 'gzip' };
  const sizeBytes = await measure(packed, budget);
  const name = unpackedName(source.name);
  const path = `${source.path}/${name}`;
  yield { kind: 'file', source: inflatedSource({ name, path, packed, sizeBytes, crc: null }, budget) };
};

function unpackedName(name: string): string {
  const bare = name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');
  return bare === name ? `${name}.unpacked` : bare;
}

/**
 * How much it unpacks to, which costs unpacking it once, as the size at its end may be of its last part only.
 *
 * @throws SourceProblem `damaged` when that size is right and the checksum beside it is not.
 */
async function measure(packed: Packed, budget: InflateBudget): Promise<number> {
  let sizeBytes = 0;
  let crc = 0;
  for await (const chunk of inflateChunks(packed, budget)) {
    sizeBytes += chunk.length;
    crc = crc32(chunk, crc);
  }
  const trailer = await readTrailer(packed.source);
  if (trailer.sizeBytes === sizeBytes % 2 ** 32 && trailer.crc !== crc)
    throw new SourceProblem('damaged', { sizeBytes });
  return sizeBytes;
}

async function readTrailer(source: FileSource): Promise<{ crc: number; sizeBytes: number }> {
  const bytes = await readWhole(source, Math.max(0, source.sizeBytes - 8), source.sizeBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { crc: view.getUint32(0, true), sizeBytes: view.getUint32(4, true) };
}
