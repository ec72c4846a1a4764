import type { ArticleId } from '#core/ids.ts';
import { type CopyFinder, type CopyIndex, createCopyIndex } from '#core/import/copies/copy-index.ts';
import { sketchVersion, type TextSketch } from '#core/import/copies/sketch-text.ts';
import type { Arrival, Known } from '#core/import/plan-import.ts';
import type { Database } from './database.ts';
import type { HeldFiles } from './held-files.ts';

/** The sketch of an article. */
export type ArticleSketch = { readonly articleId: ArticleId; readonly sketch: TextSketch };

/** Sketches read at once: who reads answers between two slices. */
const slice = 500;

/** Keep the sketches of articles that have been compared with all others. */
export async function putSketches(db: Database, sketches: readonly ArticleSketch[]): Promise<void> {
  const version = sketchVersion;
  await db.articleSketches.bulkPut(
    sketches.map(({ articleId, sketch }) => ({ articleId, version, ...sketch })),
  );
}

/** The sketches of articles; `null` for one that has not been compared yet. */
export async function readSketches(db: Database, ids: readonly ArticleId[]): Promise<(TextSketch | null)[]> {
  const found = await db.articleSketches.bulkGet([...ids]);
  return found.map((sketch) => (sketch?.version === sketchVersion ? sketch : null));
}

/**
 * Make the index of all articles that have been compared, slice by slice. One that has not been is compared with what
 * is imported meanwhile when its turn comes.
 */
export async function loadCopyIndex(db: Database, signal?: AbortSignal): Promise<CopyIndex> {
  const index = createCopyIndex();
  for (let after = ''; signal?.aborted !== true; ) {
    const sketches = await db.articleSketches.where('articleId').above(after).limit(slice).toArray();
    for (const { articleId, version, ...sketch } of sketches)
      if (version === sketchVersion) index.add(articleId, sketch);
    const last = sketches.at(-1);
    if (last === undefined || sketches.length < slice) break;
    after = last.articleId;
  }
  return index;
}

/** How many articles have not been compared with the others. */
export async function countUncompared(db: Database): Promise<number> {
  const compared = db.articleSketches.where('version').equals(sketchVersion);
  const [articles, sketches] = await Promise.all([db.articles.count(), compared.count()]);
  return Math.max(0, articles - sketches);
}

/** The articles that have not been compared with the others, the first imported first. */
export async function listUncompared(db: Database): Promise<ArticleId[]> {
  const [ids, compared] = await Promise.all([
    db.articles.toCollection().primaryKeys(),
    db.articleSketches.where('version').equals(sketchVersion).primaryKeys(),
  ]);
  const isCompared = new Set(compared);
  return ids.filter((id) => !isCompared.has(id));
}

/** What an import looks up in the library: files and texts. */
export type Lookup = { readonly held: Pick<HeldFiles, 'mayHave'>; readonly copies: CopyFinder };

/** The articles that an import has to know: those with the same bytes, and those `copies` finds to have the same text. */
export async function findKnown(
  db: Database,
  arrivals: readonly Arrival[],
  { held, copies }: Lookup,
): Promise<Known[]> {
  const read = arrivals.filter((arrival) => arrival.kind !== 'refused');
  const originals = read.map(({ article }) => article.originalSha256).filter(held.mayHave);
  const copied = new Set(
    read.flatMap(({ sketch }) => {
      const found = copies.find(sketch);
      return [...found.copies.map(({ articleId }) => articleId), ...found.apart];
    }),
  );
  const [byOriginal, byText] = await Promise.all([
    db.articles.where('originalSha256').anyOf(originals).toArray(),
    db.articles.bulkGet([...copied]),
  ]);
  return [...byOriginal, ...byText.filter((article) => article !== undefined)];
}
