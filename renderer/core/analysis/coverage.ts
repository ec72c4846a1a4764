import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import type { Reading } from '#core/reader/reading.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { TextMeasure } from './measure-text.ts';
import type { Passage } from './passages.ts';
import { intersectSpans, pairsToSpans, spanLength, subtractSpans, uniteSpans } from './span-set.ts';

/** How far one article is read and coded. Lengths are UTF-16 units of body text: boilerplate is left out. */
export type ArticleCoverage = {
  readonly article: Article;
  readonly bodyLength: number;
  readonly coded: number;
  readonly read: number;
  readonly paragraphs: number;
  /** Paragraphs of which nothing was read. */
  readonly unreadParagraphs: number;
  /** Paragraphs of which nothing is coded. */
  readonly uncodedParagraphs: number;
  readonly firstUnread: TextSpan | null;
  readonly firstUncoded: TextSpan | null;
  readonly highlights: number;
  /** Highlights on an older version of the text: they are not measured. */
  readonly elsewhere: number;
  readonly wasOpened: boolean;
};

/** What of an article is measured. */
export type CoverageSources = {
  readonly article: Article;
  readonly measure: TextMeasure;
  readonly passages: readonly Passage[];
  readonly readings: readonly Reading[];
};

/** Measure how far an article is coded and read by those whose passages and readings are given. */
export function measureCoverage({ article, measure, passages, readings }: CoverageSources): ArticleCoverage {
  const body = uniteSpans(pairsToSpans(measure.body));
  const anchors = passages.map(({ highlight }) => highlight.anchor);
  const current = anchors.filter(({ textSha256 }) => textSha256 === article.textSha256);
  const coded = intersectSpans(uniteSpans(current), body);
  const seen = readings.filter(({ textSha256 }) => textSha256 === article.textSha256);
  const read = intersectSpans(uniteSpans(seen.flatMap(({ spans }) => spans)), body);
  const paragraphs = pairsToSpans(measure.bodyParagraphs);
  const unread = apartFrom(paragraphs, read);
  const uncoded = apartFrom(paragraphs, coded);
  return {
    article,
    bodyLength: measure.bodyLength,
    coded: spanLength(coded),
    read: spanLength(read),
    paragraphs: paragraphs.length,
    unreadParagraphs: unread.length,
    uncodedParagraphs: uncoded.length,
    firstUnread: unread[0] ?? null,
    firstUncoded: uncoded[0] ?? null,
    highlights: current.length,
    elsewhere: anchors.length - current.length,
    wasOpened: readings.length > 0,
  };
}

/** The paragraphs that share nothing with `covered`; both in order. */
function apartFrom(paragraphs: readonly TextSpan[], covered: readonly TextSpan[]): TextSpan[] {
  let from = 0;
  return paragraphs.filter(({ start, end }) => {
    while (from < covered.length && (covered[from]?.end ?? 0) <= start) from += 1;
    return (covered[from]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** All articles together. */
export type CoverageTotals = {
  readonly articles: number;
  /** How many different texts these have. */
  readonly texts: number;
  readonly neverOpened: number;
  readonly withoutHighlight: number;
  readonly bodyLength: number;
  readonly coded: number;
  readonly read: number;
  readonly paragraphs: number;
  readonly unreadParagraphs: number;
};

/** Add up what was measured; articles of the same text count once, as the one that is read furthest. */
export function sumCoverage(rows: readonly ArticleCoverage[]): CoverageTotals {
  const texts = onePerText(rows);
  const sum = (read: (row: ArticleCoverage) => number) => texts.reduce((total, row) => total + read(row), 0);
  return {
    articles: rows.length,
    texts: texts.length,
    neverOpened: texts.filter(({ wasOpened }) => !wasOpened).length,
    withoutHighlight: texts.filter(({ highlights, elsewhere }) => highlights + elsewhere === 0).length,
    bodyLength: sum(({ bodyLength }) => bodyLength),
    coded: sum(({ coded }) => coded),
    read: sum(({ read }) => read),
    paragraphs: sum(({ paragraphs }) => paragraphs),
    unreadParagraphs: sum(({ unreadParagraphs }) => unreadParagraphs),
  };
}

function onePerText(rows: readonly ArticleCoverage[]): ArticleCoverage[] {
  const texts = new Map<ArticleId, ArticleCoverage>();
  for (const row of rows) {
    const text = textGroup(row.article);
    const other = texts.get(text);
    if (other === undefined) {
      texts.set(text, row);
      continue;
    }
    const furthest = row.read > other.read ? row : other;
    texts.set(text, {
      ...furthest,
      coded: Math.min(furthest.bodyLength, Math.max(row.coded, other.coded)),
      highlights: row.highlights + other.highlights,
      elsewhere: row.elsewhere + other.elsewhere,
      wasOpened: row.wasOpened || other.wasOpened,
    });
  }
  return [...texts.values()];
}

/** Put passages or readings together by their article. */
export function byArticle<Item>(
  items: readonly Item[],
  articleOf: (item: Item) => ArticleId,
): Map<ArticleId, Item[]> {
  const groups = new Map<ArticleId, Item[]>();
  for (const item of items) {
    const group = groups.get(articleOf(item));
    if (group === undefined) groups.set(articleOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** The stretches of a text that `covered` leaves dark: all of it between `0` and `length` that is in none of them. */
export function outsideOf(covered: readonly TextSpan[], length: number): readonly TextSpan[] {
  return subtractSpans([{ start: 0, end: length }], uniteSpans(covered));
}
