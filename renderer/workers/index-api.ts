import type { ArticleId } from '#core/ids.ts';
import { analysisVersion } from '#core/search/analysis-version.ts';
import { buildSegment } from '#core/search/index/build-segment.ts';
import { mergeSegments } from '#core/search/index/merge-segments.ts';
import { openSegment } from '#core/search/index/open-segment.ts';
import { Database, indexDatabaseName } from '#storage/database.ts';
import { type KeptSegment, openSegmentStore, type SegmentStore } from '#storage/segment-store.ts';
import { readDocuments } from './read-documents.ts';
import { type Endpoint, type Job, serve, transferring } from './rpc.ts';

/** What was found on disk. */
export type KeptIndex = {
  readonly segments: readonly KeptSegment[];
  /** `damaged`: the browser had thrown it away; `unavailable`: nothing can be kept, so the index is in memory alone. */
  readonly trouble: 'none' | 'damaged' | 'unavailable';
};

/** A segment that was made; `kept` is `null` when it could not be written. */
export type Made = { readonly bytes: ArrayBuffer; readonly kept: KeptSegment | null };

/** A segment to be merged: where it lies on disk, or its bytes; and which of its documents are out of date. */
export type MergePart = {
  readonly from: KeptSegment | ArrayBuffer;
  readonly dead: readonly number[];
};

/** Reads of the disk that take longer have met something that never answers. */
const limitMs = 15_000;
const version = String(analysisVersion);

let db: Database | null = null;
let store: SegmentStore | null = null;

/** What the index worker answers the search worker. */
export const indexApi = {
  /** Open what is kept of the index of the working copy `name`. Never throws: without it all goes on in memory. */
  async open({ name }: { name: string }): Promise<KeptIndex> {
    db = new Database(name);
    try {
      store = await openSegmentStore(indexDatabaseName(name), limitMs);
      const all = await store.list();
      const old = all.filter((segment) => segment.version !== version);
      if (old.length > 0) await store.remove(old.map(({ id }) => id));
      const segments = all.filter((segment) => segment.version === version);
      return { segments, trouble: store.wasDamaged ? 'damaged' : 'none' };
    } catch {
      store?.close();
      store = null;
      return { segments: [], trouble: 'unavailable' };
    }
  },

  /** The bytes of a kept segment; `null` when they are damaged or can't be had: then it is thrown away. */
  async read({ segment }: { segment: KeptSegment }): Promise<ArrayBuffer | null> {
    try {
      const bytes = (await store?.read(segment)) ?? null;
      return bytes === null ? null : transferring(bytes, [bytes]);
    } catch {
      await forget([segment.id]);
      return null;
    }
  },

  /** Throw segments away. */
  remove({ ids }: { ids: readonly number[] }): Promise<void> {
    return forget(ids);
  },

  /** Make a segment of articles and keep it; answers which of them have no text here. */
  async build(
    { ids }: { ids: readonly ArticleId[] },
    job: Job,
  ): Promise<Made & { readonly lacking: readonly ArticleId[] }> {
    if (db === null) throw new Error('The index is not open');
    const { documents, lacking } = await readDocuments(db, ids);
    job.signal.throwIfAborted();
    const made = await keep(buildSegment(documents), documents.length, []);
    return transferring({ ...made, lacking }, [made.bytes]);
  },

  /** Make one segment of several and keep it in their place. Throws when one of them can't be read any more. */
  async merge({ parts }: { parts: readonly MergePart[] }, job: Job): Promise<Made> {
    const opened = [];
    for (const { from, dead } of parts) {
      const bytes = from instanceof ArrayBuffer ? from : await store?.read(from);
      if (bytes === undefined) throw new Error('The index is not open');
      job.signal.throwIfAborted();
      const gone = new Set(dead);
      opened.push({ segment: openSegment(bytes), isLive: (document: number) => !gone.has(document) });
    }
    const live = opened.reduce(
      (sum, { segment }, at) => sum + segment.size - (parts[at]?.dead.length ?? 0),
      0,
    );
    const old = parts.flatMap(({ from }) => (from instanceof ArrayBuffer ? [] : [from.id]));
    const made = await keep(mergeSegments(opened), live, old);
    return transferring(made, [made.bytes]);
  },
};

/** What the index worker answers the window. */
export const indexWorkerApi = {
  /** Serve the search worker at the other end of `port`. Answers never: the call fails when the worker does. */
  connect({ port }: { port: Endpoint }): Promise<never> {
    serve(port, indexApi);
    return new Promise(() => undefined);
  },
};

/** A disk that is full or failing is tried again with the next segment. */
async function keep(bytes: ArrayBuffer, documents: number, instead: readonly number[]): Promise<Made> {
  try {
    return { bytes, kept: (await store?.put({ bytes, documents, version }, instead)) ?? null };
  } catch {
    return { bytes, kept: null };
  }
}

/** Whatever can't even be removed is damaged too, and found to be so at the next start. */
async function forget(ids: readonly number[]): Promise<void> {
  await store?.remove(ids).catch(() => undefined);
}
