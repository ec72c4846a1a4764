import { useEffect, useState } from 'react';
import type { ComparedArticle } from '#core/analysis/agreement.ts';
import { measureText } from '#core/analysis/measure-text.ts';
import { cutUnits, type UnitKind } from '#core/analysis/units.ts';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { type Session, useSession } from '#state/session.ts';

/** Articles cut into units. */
export type Compared = {
  readonly articles: readonly ComparedArticle[];
  readonly texts: ReadonlyMap<ArticleId, string>;
  readonly done: number;
  readonly total: number;
  readonly missing: readonly Article[];
};

/** The window answers again after this long. */
const sliceMs = 24;

const nothing: Omit<Compared, 'total'> = { articles: [], texts: new Map(), done: 0, missing: [] };

/** Read and cut the texts of articles, a few at a time; other articles or units begin anew. */
export function useCompared(articles: readonly Article[], kind: UnitKind): Compared {
  const { readText } = useSession();
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let isCurrent = true;
    setState(nothing);
    void cutAll(articles, kind, {
      readText,
      show: (next) => {
        if (isCurrent) setState(next);
        return isCurrent;
      },
    });
    return () => {
      isCurrent = false;
    };
  }, [articles, kind, readText]);
  return { ...state, total: articles.length };
}

type Ways = {
  readonly readText: Session['readText'];
  /** Answers whether to go on. */
  readonly show: (next: Omit<Compared, 'total'>) => boolean;
};

async function cutAll(articles: readonly Article[], kind: UnitKind, { readText, show }: Ways): Promise<void> {
  const compared: ComparedArticle[] = [];
  const texts = new Map<ArticleId, string>();
  const missing: Article[] = [];
  let since = performance.now();
  for (const [index, article] of articles.entries()) {
    try {
      const text = await readText(article);
      texts.set(article.id, text);
      compared.push({ article, units: cutUnits(text, measureText(text, article.noise), kind) });
    } catch {
      missing.push(article);
    }
    if (performance.now() - since <= sliceMs) continue;
    if (!show({ ...nothing, done: index + 1 })) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  show({ articles: compared, texts, done: articles.length, missing });
}
