import { join } from 'node:path';
import type { FileSystem, OpenFile } from '#main/files/file-system.ts';
import { writeFully } from '#main/files/write-whole.ts';
import type { JournalPart } from './journal.ts';

type Place = { readonly files: FileSystem; readonly folder: string; readonly now: () => number };

const COPY_BYTES = 1024 * 1024;

/**
 * Move what stands behind the last good record to `<device>.torn-<time>`.
 *
 * @returns `false` when it could not be done (a full disk): the tail then stays, and the writer cuts it before its
 * first record. It was never acknowledged, so a workspace on a full disk can still be opened and read.
 */
export async function cutTornTail(place: Place, part: JournalPart): Promise<boolean> {
  try {
    await copyAside(place, part, { from: part.scanned.end, kind: 'torn' });
    await cut(part);
    return true;
  } catch {
    return false;
  }
}

/** Copy a damaged journal whole to `<device>.damaged-<time>`, then cut it behind its last good record. */
export async function setDamagedAside(place: Place, part: JournalPart): Promise<void> {
  await copyAside(place, part, { from: 0, kind: 'damaged' });
  // Another device's journal is open for reading only.
  const path = join(place.folder, `${part.scanned.device}.journal`);
  const file = await place.files.open(path, 'write');
  try {
    await cut({ ...part, file });
  } finally {
    await file.close();
  }
}

async function copyAside(
  { files, folder, now }: Place,
  { file, scanned }: JournalPart,
  what: { readonly from: number; readonly kind: 'torn' | 'damaged' },
): Promise<void> {
  const stamp = new Date(now()).toISOString().replaceAll(':', '-');
  const path = join(folder, `${scanned.device}.${what.kind}-${stamp}`);
  const copy = await files.open(path, 'create');
  try {
    await copyFrom(file, what.from, copy);
    await copy.sync();
  } catch (error) {
    await files.remove(path).catch(() => undefined);
    throw error;
  } finally {
    await copy.close();
  }
  await files.syncFolder(folder);
}

async function copyFrom(source: OpenFile, start: number, copy: OpenFile): Promise<void> {
  const piece = Buffer.allocUnsafe(COPY_BYTES);
  for (let position = start; ; position += COPY_BYTES) {
    const count = await source.read(piece, position);
    await writeFully(copy, piece.subarray(0, count), position - start);
    if (count < COPY_BYTES) return;
  }
}

async function cut({ file, scanned }: JournalPart): Promise<void> {
  await file.truncate(scanned.end);
  await file.sync();
}
