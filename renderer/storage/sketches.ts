import type { ArticleId } from '#core/ids.ts';
import { type CopyFinder, type CopyIndex, createCopyIndex } from '#core/import/copies/copy-index.ts';
import { sketchText, sketchVersion, type TextSketch } from '#core/import/copies/sketch-text.ts';
import type { Arrival, Known } from '#core/import/plan-import.ts';
import type { Database } from './database.ts';
import { readText } from './texts.ts';

/** The sketch of a canonical text, by its hash. */
export type SketchOfText = { readonly sha256: string; readonly sketch: TextSketch };

/** Sketches read at once: the window answers between two slices. */
const slice = 200;

/** Keep the sketches of texts, so that they need not be made anew for the next import. */
export async function putSketches(db: Database, sketches: readonly SketchOfText[]): Promise<void> {
  const version = sketchVersion;
  await db.sketches.bulkPut(sketches.map(({ sha256, sketch }) => ({ sha256, version, ...sketch })));
}

/**
 * Make the index of all texts of the workspace, slice by slice. Sketches that are not cached (an older library, a text
 * read again) are made from the texts and cached; a text that is not in the working copy is left out.
 */
export async function loadCopyIndex(db: Database, signal?: AbortSignal): Promise<CopyIndex> {
  const index = createCopyIndex();
  // Two lists of keys in one and the same order: no record is read.
  const byText = db.articles.orderBy('textSha256');
  const [sha256s, ids] = await db.transaction('r', db.articles, () =>
    Promise.all([byText.keys(), byText.primaryKeys()]),
  );
  for (let from = 0; from < ids.length && signal?.aborted !== true; from += slice) {
    const articles = ids
      .slice(from, from + slice)
      .map((id, at) => ({ id, sha256: String(sha256s[from + at]) }));
    const cached = await db.sketches.bulkGet(articles.map(({ sha256 }) => sha256));
    const made: SketchOfText[] = [];
    for (const [at, { id, sha256 }] of articles.entries()) {
      const there = cached[at];
      const sketch = there?.version === sketchVersion ? there : await makeSketch(db, id);
      if (sketch === null) continue;
      if (sketch !== there) made.push({ sha256, sketch });
      index.add(id, sketch);
    }
    if (made.length > 0) await putSketches(db, made);
  }
  return index;
}

/** The articles that an import has to know: those with the same bytes, and those `copies` finds to have the same text. */
export async function findKnown(
  db: Database,
  arrivals: readonly Arrival[],
  copies: CopyFinder,
): Promise<Known[]> {
  const read = arrivals.filter((arrival) => arrival.kind !== 'refused');
  const originals = read.map(({ article }) => article.originalSha256);
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

async function makeSketch(db: Database, id: ArticleId): Promise<TextSketch | null> {
  const article = await db.articles.get(id);
  if (article === undefined) return null;
  const text = await readText(db, article.textSha256, article.textLength);
  return text === null ? null : sketchText(text, article.noise);
}
