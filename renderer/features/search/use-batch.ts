import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { countTexts, textGroup } from '#core/library/same-text.ts';
import { type BatchRow, sortByTotal, type TermTotal, totalTerms } from '#core/search/batch.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import type { BatchAnswer, UnderstoodTerm } from '#workers/batch-api.ts';
import type { AskedBatch, AskedTerm } from './batch-desk.ts';

/** A term and what it came to. */
export type BatchTerm = AskedTerm & UnderstoodTerm & TermTotal & { readonly index: number };

/** What a batch found, as it is shown. */
export type Batch = {
  readonly terms: readonly BatchTerm[];
  /** The terms that were found, as columns. */
  readonly found: readonly BatchTerm[];
  /** The articles with the most terms first; an article that is gone is left out. */
  readonly rows: readonly (BatchRow & { readonly article: Article })[];
  /** How many different texts these have. */
  readonly texts: number;
};

/** Put together what a batch found. */
export function useBatch(asked: AskedBatch, answer: BatchAnswer): Batch {
  const { db } = useSession();
  const articles = useLiveQuery(() => listArticles(db), [db]);
  return useMemo(() => {
    const byId = new Map<ArticleId, Article>((articles ?? []).map((one) => [one.id, one]));
    const textOf = (id: ArticleId) => {
      const article = byId.get(id);
      return article === undefined ? id : textGroup(article);
    };
    const totals = totalTerms(answer.rows, asked.terms.length, textOf);
    const terms = asked.terms.map((term, index) => ({
      ...term,
      index,
      ...(answer.terms[index] ?? { understood: '', spellings: [] }),
      ...(totals[index] ?? { articles: 0, texts: 0, places: 0 }),
    }));
    const rows = sortByTotal(answer.rows).flatMap((row) => {
      const article = byId.get(row.articleId);
      return article === undefined ? [] : [{ ...row, article }];
    });
    const found = terms.filter((term) => term.articles > 0);
    const texts = countTexts(rows.map(({ article }) => article));
    return {
      terms,
      texts,
      found: [...found].sort((a, b) => b.texts - a.texts || b.articles - a.articles || a.index - b.index),
      rows,
    };
  }, [asked, answer, articles]);
}
