import { SourceProblem } from '#core/import/file-source.ts';
import { inflateChunks, type Packed } from './inflate.ts';
import type { InflateBudget } from './inflate-limits.ts';
import { inflatedSource } from './inflated-source.ts';
import type { ContainerReader } from './member.ts';

/** Open a gzip file: the one file in it, which goes by its name without `.gz`, as far as it was not cut off. */
export const readGzip: ContainerReader = async function* ({ source, budget }) {
  const whole: Packed = { source, start: 0, end: source.sizeBytes, method: 'gzip' };
  const { sizeBytes, isCut } = await measure(whole, budget);
  const packed: Packed = isCut ? { ...whole, isCut } : whole;
  const name = unpackedName(source.name);
  const path = `${source.path}/${name}`;
  yield { kind: 'file', source: inflatedSource({ name, path, packed, sizeBytes, crc: null }, budget) };
};

function unpackedName(name: string): string {
  const bare = name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');
  return bare === name ? `${name}.unpacked` : bare;
}

/** How much it unpacks to, which costs unpacking it once: the size at its end is that of its last member only. */
async function measure(
  packed: Packed,
  budget: InflateBudget,
): Promise<{ sizeBytes: number; isCut: boolean }> {
  let sizeBytes = 0;
  try {
    for await (const chunk of inflateChunks(packed, budget)) sizeBytes += chunk.length;
    return { sizeBytes, isCut: false };
  } catch (error) {
    if (sizeBytes === 0 || !(error instanceof SourceProblem) || error.detail.cut === undefined) throw error;
    return { sizeBytes, isCut: true };
  }
}
