import type { ArticleId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import { fold } from '#core/text/fold.ts';
import type { Passage } from './passages.ts';

/**
 * Answers of passages one after another whether the same words of the same text were met before in another article,
 * under the same `row`: who marks one sentence in the copies of two carriers has marked it once.
 */
export function createRepeats(passages: readonly Passage[]): (passage: Passage, row: number) => boolean {
  const shared = new Set<ArticleId>();
  for (const { article } of passages) {
    const group = article?.sameText?.group ?? null;
    if (group !== null) shared.add(group);
  }
  const firstIn = new Map<string, ArticleId>();
  return ({ article, highlight }, row) => {
    if (article === null || shared.size === 0) return false;
    const group = textGroup(article);
    if (!shared.has(group)) return false;
    const key = `${row} ${group} ${fold(highlight.anchor.exact)}`;
    const first = firstIn.get(key);
    if (first === undefined) firstIn.set(key, article.id);
    return first !== undefined && first !== article.id;
  };
}
