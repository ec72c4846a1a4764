import type { Activity } from '#core/activity.ts';
import type { Article } from '#core/article.ts';
import { type Change, creation } from '#core/history/change.ts';
import type { ArticleId, BatchId, NewId } from '#core/ids.ts';
import { chooseTwin } from './copies/choose-twin.ts';
import { type CopyFinder, createCopyIndex } from './copies/copy-index.ts';
import type { Imported, ImportedArticle } from './import-file.ts';
import type { Refusal } from './refusal.ts';

/** What came of one file, without its bytes. */
export type Arrival =
  | Refusal
  | Pick<Imported, 'kind' | 'path' | 'article' | 'repairs' | 'missing' | 'sketch'>;

/** An article that is there already, as far as a duplicate and a copy have to know it. */
export type Known = Pick<Article, 'id' | 'originalSha256' | 'title' | 'sameText'>;

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

/** What a workspace holds that an import may repeat. */
export type Held = {
  /** The articles with the bytes of an arrival, and those that `copies` finds. */
  readonly known: readonly Known[];
  readonly copies: CopyFinder;
};

/**
 * Plan the import of `arrivals` into a workspace that holds `held`. A file whose bytes are there already, also from
 * earlier in the same import, is a duplicate and names the article it repeats. Other bytes with the same text become an
 * article of their own in the group of that text.
 */
export function planImport(arrivals: readonly Arrival[], held: Held, batch: Batch): ImportPlan {
  const byOriginal = new Map(held.known.map((one) => [one.originalSha256, one]));
  const byId = new Map<ArticleId, Known>(held.known.map((one) => [one.id, one]));
  const copiesHere = createCopyIndex();
  const articles: Article[] = [];

  function take(arrival: Arrival): Activity {
    if (arrival.kind === 'refused') {
      const { name, reason, detail } = arrival;
      const outcome = reason === 'passed-over' ? reason : 'refused';
      return log(batch, { fileName: name, outcome, reason, detail, articleId: null });
    }
    const { article, sketch } = arrival;
    const fileName = arrival.path ?? article.originalName;
    const same = byOriginal.get(article.originalSha256);
    if (same) {
      const detail = { title: same.title.value };
      return log(batch, { fileName, outcome: 'duplicate', reason: 'duplicate', detail, articleId: same.id });
    }
    const copy = chooseTwin([held.copies.find(sketch), copiesHere.find(sketch)], byId);
    const made = complete(copy === null ? article : { ...article, sameText: copy.sameText }, batch);
    articles.push(made);
    byOriginal.set(made.originalSha256, made);
    byId.set(made.id, made);
    copiesHere.add(made.id, sketch);
    return log(batch, { fileName, ...logged(arrival, made, copy?.twin ?? null), articleId: made.id });
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
      imported: count('imported', 'repaired', 'partly'),
      duplicates: count('duplicate'),
      refused: count('refused'),
    },
  };
}

/** What the log says of an article that was made; `twin`: the one with the same text. */
function logged(
  { repairs, missing }: Exclude<Arrival, Refusal>,
  { title }: Article,
  twin: Known | null,
): Pick<Activity, 'outcome' | 'reason' | 'detail'> {
  const detail = { title: title.value, ...(twin === null ? {} : { sameAs: twin.title.value }) };
  if (missing)
    return {
      outcome: 'partly',
      reason: missing.reason,
      detail: { ...detail, ...repairs, ...missing.detail },
    };
  if (repairs.unreadable + repairs.controls + repairs.misread > 0)
    return { outcome: 'repaired', reason: 'repaired', detail: { ...detail, ...repairs } };
  return { outcome: 'imported', reason: twin === null ? 'imported' : 'same-text', detail };
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
