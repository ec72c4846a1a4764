import type { ArticleId } from '#core/ids.ts';
import type { ConcordanceLine } from './concordance.ts';

/** Lines in which each place of a text stands once, however many carriers have the text. */
export type FoldedLines = {
  /** In the order they were found. */
  readonly lines: readonly ConcordanceLine[];
  /** By the line that is shown: the same place in the other carriers. */
  readonly others: ReadonlyMap<ConcordanceLine, readonly ConcordanceLine[]>;
};

/**
 * Fold the lines of carriers of one text to one: where the hit and the words beside it are the same in articles of one
 * group. A place that reads otherwise in a carrier keeps a line of its own. Shown is the article that the group is named
 * after, or else the one that was found first.
 */
export function foldCarriers(
  lines: readonly ConcordanceLine[],
  groupOf: (article: ArticleId) => ArticleId,
): FoldedLines {
  const shared = sharedGroups(lines, groupOf);
  const places = new Map<string, ConcordanceLine[]>();
  const met = new Map<string, number>();
  for (const line of lines) {
    const { articleId } = line.source;
    const group = groupOf(articleId);
    if (!shared.has(group)) continue;
    const words = [...line.wordsBefore, '', line.words, '', ...line.wordsAfter].join(' ');
    // A text may say the same twice: its second time is the second time of the others.
    const own = `${articleId} ${words}`;
    const time = (met.get(own) ?? 0) + 1;
    met.set(own, time);
    const place = `${group} ${time} ${words}`;
    const there = places.get(place);
    if (there === undefined) places.set(place, [line]);
    else there.push(line);
  }
  const others = new Map<ConcordanceLine, readonly ConcordanceLine[]>();
  const folded = new Set<ConcordanceLine>();
  for (const carried of places.values()) {
    if (carried.length === 1) continue;
    const shown = carried.find(({ source: { articleId } }) => groupOf(articleId) === articleId) ?? carried[0];
    if (shown === undefined) continue;
    const rest = carried.filter((line) => line !== shown);
    others.set(shown, rest);
    for (const line of rest) folded.add(line);
  }
  return { lines: folded.size === 0 ? lines : lines.filter((line) => !folded.has(line)), others };
}

/** The groups of which lines of more than one article were found. */
function sharedGroups(
  lines: readonly ConcordanceLine[],
  groupOf: (article: ArticleId) => ArticleId,
): ReadonlySet<ArticleId> {
  const firstOf = new Map<ArticleId, ArticleId>();
  const shared = new Set<ArticleId>();
  for (const { source } of lines) {
    const group = groupOf(source.articleId);
    const first = firstOf.get(group);
    if (first === undefined) firstOf.set(group, source.articleId);
    else if (first !== source.articleId) shared.add(group);
  }
  return shared;
}
