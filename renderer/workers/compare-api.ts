import { type Comparison, compareTexts, type ReadArticle } from '#core/compare/compare-texts.ts';
import { type Sketch, sharedPart, sketchText } from '#core/compare/sketch.ts';
import type { ArticleId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import { readText } from '#storage/texts.ts';
import type { Job } from './rpc.ts';

/** An article that has passages of another one. */
export type SimilarArticle = {
  readonly articleId: ArticleId;
  /** How much of the shorter text is in the other one, from 0 to 1. */
  readonly shared: number;
};

/** How many articles have been looked at, of how many. */
export type SimilarProgress = { readonly done: number; readonly total: number };

/** By the hash of the text. */
const sketches = new Map<string, Sketch>();
let db: Database | null = null;

/** Less is chance: names of offices and set phrases. */
const leastShared = 0.03;
const batch = 50;

/** What the compare worker answers. */
export const compareApi = {
  /** What two texts have in common. */
  compare({ left, right }: { left: ReadArticle; right: ReadArticle }): Comparison {
    return compareTexts(left, right);
  },

  /** The articles of the working copy `name` that share passages with one of them, the most first. */
  async findSimilar(
    { name, articleId, limit }: { name: string; articleId: ArticleId; limit: number },
    job: Job<SimilarProgress>,
  ): Promise<SimilarArticle[]> {
    db ??= new Database(name);
    const own = await sketchOf(db, articleId);
    if (own === null) return [];
    const ids = (await db.articles.orderBy('id').primaryKeys()).filter((id) => id !== articleId);
    const found: SimilarArticle[] = [];
    for (const [at, id] of ids.entries()) {
      if (job.signal.aborted) return [];
      if (at % batch === 0) job.report({ done: at, total: ids.length });
      const sketch = await sketchOf(db, id);
      const shared = sketch === null ? 0 : sharedPart(own, sketch);
      if (shared >= leastShared) found.push({ articleId: id, shared });
    }
    return found.sort((a, b) => b.shared - a.shared).slice(0, limit);
  },
};

async function sketchOf(from: Database, id: ArticleId): Promise<Sketch | null> {
  const article = await from.articles.get(id);
  if (article === undefined) return null;
  const known = sketches.get(article.textSha256);
  if (known !== undefined) return known;
  const text = await readText(from, article.textSha256, article.textLength);
  if (text === null) return null;
  const made = sketchText({ article, text });
  sketches.set(article.textSha256, made);
  return made;
}
