import { useEffect, useState } from 'react';
import { measureText, type TextMeasure } from '#core/analysis/measure-text.ts';
import type { Article } from '#core/article.ts';
import { type Session, useSession } from '#state/session.ts';

/** What is known of the texts of articles. */
export type TextMeasures = {
  readonly of: (article: Article) => TextMeasure | null;
  readonly done: number;
  readonly total: number;
  /** Articles whose text could not be read. */
  readonly missing: readonly Article[];
};

/** Measured once for every version of a text and of its noise, as long as the program runs. */
const measured = new Map<string, { noise: Article['noise']; measure: TextMeasure }>();

/** The window answers again after this long. */
const sliceMs = 24;

function known(article: Article): TextMeasure | null {
  const there = measured.get(article.textSha256);
  return there !== undefined && JSON.stringify(there.noise) === JSON.stringify(article.noise)
    ? there.measure
    : null;
}

/** Measure a text unless it is known; answers whether it could be read. */
async function measure(article: Article, readText: Session['readText']): Promise<boolean> {
  if (known(article) !== null) return true;
  try {
    const { noise } = article;
    const made = measureText(await readText(article), noise);
    measured.set(article.textSha256, { noise, measure: made });
    return true;
  } catch {
    return false;
  }
}

/** Measure texts one after another, letting the window answer in between; `show` says whether to go on. */
async function measureAll(
  articles: readonly Article[],
  readText: Session['readText'],
  show: (done: number, missing: readonly Article[]) => boolean,
): Promise<void> {
  const missing: Article[] = [];
  let since = performance.now();
  for (const [index, article] of articles.entries()) {
    if (!(await measure(article, readText))) missing.push(article);
    if (performance.now() - since <= sliceMs) continue;
    if (!show(index + 1, [...missing])) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  show(articles.length, missing);
}

/** Measure the texts of these articles, a few at a time; what is measured already is there at once. */
export function useTextMeasures(articles: readonly Article[]): TextMeasures {
  const { readText } = useSession();
  const [state, setState] = useState<{ done: number; missing: readonly Article[] }>({ done: 0, missing: [] });
  useEffect(() => {
    let isCurrent = true;
    const show = (done: number, missing: readonly Article[]) => {
      if (isCurrent) setState({ done, missing });
      return isCurrent;
    };
    void measureAll(articles, readText, show);
    return () => {
      isCurrent = false;
    };
  }, [articles, readText]);
  return { of: known, done: state.done, total: articles.length, missing: state.missing };
}
