import { Dexie, type EntityTable, type Table } from 'dexie';
import { checksumOf } from './checksum.ts';
import { probeDatabase } from './probe-database.ts';
import { within } from './within.ts';

/** What is kept of a segment of the search index beside its bytes. */
export type KeptSegment = {
  /** Counts up: of two versions of an article, the segment with the higher number holds the newer one. */
  readonly id: number;
  /** Of the analysis and the layout that made it. */
  readonly version: string;
  readonly sizeBytes: number;
  readonly checksum: number;
  /** How many articles it holds, those out of date too. */
  readonly documents: number;
};

/** A segment as it comes to be kept. */
export type MadeSegment = Pick<KeptSegment, 'version' | 'documents'> & { readonly bytes: ArrayBuffer };

/** The segments of the search index of one workspace, on disk. A cache: whatever is lost is made anew. */
export type SegmentStore = {
  /** Whether what was kept before had been thrown away because it was damaged. */
  readonly wasDamaged: boolean;
  /** Oldest first. */
  list(): Promise<KeptSegment[]>;
  /** The bytes of a segment; throws when they are not those that were put, or can't be had in time. */
  read(segment: KeptSegment): Promise<ArrayBuffer>;
  /** Keep a segment in the place of others, in one step: after a crash there is either it or they. */
  put(made: MadeSegment, instead: readonly number[]): Promise<KeptSegment>;
  remove(ids: readonly number[]): Promise<void>;
  close(): void;
};

type Chunk = { readonly segment: number; readonly index: number; readonly bytes: Uint8Array<ArrayBuffer> };

/** No value over 64 KiB goes into IndexedDB: a larger one becomes a loose file. Smaller ones are read slower. */
const chunkBytes = 60 * 1024;
/** Chunks read by one request: measured as fast as any number from 16, and no single answer is large. */
const chunksAtOnce = 64;

/** Far more than any segment has: a damaged size must not fill the memory. */
const largestBytes = 512 * 1024 * 1024;

class SegmentDatabase extends Dexie {
  declare manifest: EntityTable<KeptSegment, 'id'>;
  declare chunks: Table<Chunk, [number, number]>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({ manifest: '++id', chunks: '[segment+index]' });
  }
}

/**
 * Open the store in the database of this name. Whatever it does takes no longer than `limitMs` (a write: five times
 * that): reading what a crash left behind can hang for ever. Throws when there can be no store.
 */
export async function openSegmentStore(name: string, limitMs: number): Promise<SegmentStore> {
  const probe = await probeDatabase(name, limitMs);
  if (probe === 'damaged') await within(limitMs, 'removing the damaged index', Dexie.delete(name));
  const db = new SegmentDatabase(name);
  try {
    await within(limitMs, 'opening the index', db.open());
  } catch (failure) {
    db.close();
    throw failure;
  }
  return {
    wasDamaged: probe === 'damaged',
    list: () => within(limitMs, 'listing the index', db.manifest.orderBy('id').toArray()),
    read: (segment) => within(limitMs, `reading segment ${segment.id}`, readSegment(db, segment)),
    put: (made, instead) => within(5 * limitMs, 'keeping a segment', putSegment(db, made, instead)),
    remove: (ids) => within(5 * limitMs, 'removing segments', removeSegments(db, ids)),
    close: () => db.close(),
  };
}

async function readSegment(db: SegmentDatabase, { id, sizeBytes, checksum }: KeptSegment) {
  if (!(sizeBytes >= 0 && sizeBytes <= largestBytes)) throw new Error(`segment ${id} has no size`);
  const count = Math.ceil(sizeBytes / chunkBytes);
  const starts = Array.from({ length: Math.ceil(count / chunksAtOnce) }, (_, at) => at * chunksAtOnce);
  const bytes = new Uint8Array(sizeBytes);
  let filled = 0;
  const take = ({ index, bytes: part }: Chunk) => {
    const start = index * chunkBytes;
    if (!(part instanceof Uint8Array) || part.length !== Math.min(chunkBytes, sizeBytes - start))
      throw new Error(`chunk ${index} of segment ${id} is damaged`);
    bytes.set(part, start);
    filled += part.length;
  };
  await db.transaction('r', db.chunks, () =>
    Promise.all(
      starts.map(async (start) => {
        const parts = await chunksOf(db, id, start, Math.min(count, start + chunksAtOnce)).toArray();
        for (const part of parts) take(part);
      }),
    ),
  );
  if (filled !== sizeBytes) throw new Error(`segment ${id} lacks ${sizeBytes - filled} bytes`);
  if (checksumOf(bytes.buffer) !== checksum) throw new Error(`segment ${id} is damaged`);
  return bytes.buffer;
}

async function putSegment(
  db: SegmentDatabase,
  { bytes, version, documents }: MadeSegment,
  instead: readonly number[],
): Promise<KeptSegment> {
  const made = { version, documents, sizeBytes: bytes.byteLength, checksum: checksumOf(bytes) };
  return db.transaction('rw', db.manifest, db.chunks, async () => {
    const id = await db.manifest.add(made);
    const count = Math.ceil(bytes.byteLength / chunkBytes);
    const chunks = Array.from({ length: count }, (_, index) => ({
      segment: id,
      index,
      bytes: new Uint8Array(bytes.slice(index * chunkBytes, (index + 1) * chunkBytes)),
    }));
    await db.chunks.bulkAdd(chunks);
    await removeSegments(db, instead);
    return { id, ...made };
  });
}

function removeSegments(db: SegmentDatabase, ids: readonly number[]): Promise<void> {
  return db.transaction('rw', db.manifest, db.chunks, async () => {
    await db.manifest.bulkDelete([...ids]);
    for (const id of ids) await chunksOf(db, id, 0, Number.POSITIVE_INFINITY).delete();
  });
}

/** The chunks of a segment from one number up to, and without, another. */
function chunksOf(db: SegmentDatabase, segment: number, from: number, to: number) {
  return db.chunks.where('[segment+index]').between([segment, from], [segment, to]);
}
