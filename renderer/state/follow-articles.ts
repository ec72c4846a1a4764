import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { whenApplied } from '#storage/apply-changes.ts';
import type { Database } from '#storage/database.ts';
import { importAtRest } from './importing.ts';

/** Work that is done on every article: on all at the start, then on those that come or change. */
export type ArticleWork = {
  readonly onAll: (signal: AbortSignal) => Promise<void>;
  readonly onSome: (ids: readonly ArticleId[], signal: AbortSignal) => Promise<void>;
  /** All that there was is done. */
  readonly onRest: () => void;
  readonly onFail: (error: unknown) => void;
  /** Whether an edit left all that the work looks at as it was. */
  readonly isSame: (before: Article, after: Article) => boolean;
};

/** So long is waited for more articles of an import. */
const gatherMs = 500;

/**
 * Do work on all articles and keep it level with them; those of an import once it is over, as both at the same time take
 * longer. Answers how to stop.
 */
export function followArticles(db: Database, work: ArticleWork): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const changed = new Set<ArticleId>();
  let isBusy = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fail = (error: unknown) => {
    isBusy = false;
    if (!signal.aborted) work.onFail(error);
  };

  async function workOnChanged(): Promise<void> {
    isBusy = true;
    timer = undefined;
    await importAtRest(signal);
    if (signal.aborted) return;
    const ids = [...changed];
    changed.clear();
    await work.onSome(ids, signal);
    await rest();
  }

  /** Go on with what has changed meanwhile. */
  async function rest(): Promise<void> {
    if (changed.size > 0) return workOnChanged();
    isBusy = false;
    work.onRest();
  }

  const stopHearing = whenApplied(db, (changes) => {
    for (const id of articlesOf(changes, work.isSame)) changed.add(id);
    if (changed.size === 0 || isBusy) return;
    timer ??= setTimeout(() => void workOnChanged().catch(fail), gatherMs);
  });
  work.onAll(signal).then(rest).catch(fail);
  return () => {
    stopHearing();
    clearTimeout(timer);
    stop.abort();
  };
}

function articlesOf(changes: readonly Change[], isSame: ArticleWork['isSame']): ArticleId[] {
  return changes.flatMap((change) => {
    if (change.table !== 'articles') return [];
    const { id, before, after } = change;
    return before !== null && after !== null && isSame(before, after) ? [] : [id];
  });
}
