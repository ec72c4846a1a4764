import type { Activity } from '#core/activity.ts';
import type { Article } from '#core/article.ts';
import { type Change, creation } from '#core/history/change.ts';
import type { ArticleId, BatchId, NewId } from '#core/ids.ts';
import type { Imported, ImportedArticle } from './import-file.ts';
import type { Refusal } from './refusal.ts';

/** What came of one file, without its bytes. */
export type Arrival = Refusal | Pick<Imported, 'kind' | 'article' | 'repairs'>;

/** An article that is there already, as far as a duplicate has to know it. */
export type Known = Pick<Article, 'id' | 'originalSha256' | 'textSha256' | 'title'>;

export type Batch = {
  readonly id: BatchId;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly newId: NewId;
};

export type ImportCounts = {
  readonly imported: number;
  readonly duplicates: number;
  readonly refused: number;
};

/** What an import does to the workspace: the articles it makes, and a line in the log for every file. */
export type ImportPlan = {
  readonly changes: readonly Change[];
  /** One for every arrival, in order. */
  readonly activity: readonly Activity[];
  readonly counts: ImportCounts;
};

/**
 * Plan the import of `arrivals` into a workspace that holds `known`. A file whose original or whose canonical text is
 * there already, also from earlier in the same import, is a duplicate and names the article it repeats.
 */
export function planImport(arrivals: readonly Arrival[], known: readonly Known[], batch: Batch): ImportPlan {
  const byOriginal = new Map(known.map((one) => [one.originalSha256, one]));
  const byText = new Map(known.map((one) => [one.textSha256, one]));
  const articles: Article[] = [];

  function take(arrival: Arrival): Activity {
    if (arrival.kind === 'refused') {
      const { name, reason, detail } = arrival;
      return log(batch, { fileName: name, outcome: 'refused', reason, detail, articleId: null });
    }
    const { article, repairs } = arrival;
    const fileName = article.originalName;
    const same = byOriginal.get(article.originalSha256);
    const twin = same ?? byText.get(article.textSha256);
    if (twin) {
      const reason = same ? 'duplicate' : 'duplicate-text';
      const detail = { title: twin.title.value };
      return log(batch, { fileName, outcome: 'duplicate', reason, detail, articleId: twin.id });
    }
    const made = complete(article, batch);
    articles.push(made);
    byOriginal.set(made.originalSha256, made);
    byText.set(made.textSha256, made);
    const outcome = repairs.unreadable + repairs.controls > 0 ? 'repaired' : 'imported';
    const detail =
      outcome === 'repaired' ? { title: made.title.value, ...repairs } : { title: made.title.value };
    return log(batch, { fileName, outcome, reason: outcome, detail, articleId: made.id });
  }

  const activity = arrivals.map(take);
  const count = (...outcomes: Activity['outcome'][]) =>
    activity.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    changes: [
      ...articles.map((article) => creation('articles', article)),
      ...activity.map((entry) => creation('activity', entry)),
    ],
    activity,
    counts: {
      imported: count('imported', 'repaired'),
      duplicates: count('duplicate'),
      refused: count('refused'),
    },
  };
}

function complete(article: ImportedArticle, { id, now, newId }: Batch): Article {
  return {
    id: newId<'article'>() as ArticleId,
    batchId: id,
    importedAt: now,
    ...article,
    status: 'unread',
    flagged: false,
  };
}

function log({ id, now, newId }: Batch, entry: Omit<Activity, 'id' | 'at' | 'batchId'>): Activity {
  return { id: newId<'activity'>(), at: now, batchId: id, ...entry };
}
