import type { Article, SameText } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import { byLikeness } from './compare-sketches.ts';
import type { FoundCopies } from './copy-index.ts';

/** An article by whose text another one is grouped. */
export type Twin = Pick<Article, 'id' | 'sameText'>;

/**
 * The article among `found` that one has the text of, and the ground for it; `null` when there is none. No group is
 * chosen in which an article gives other figures, or that `isBarred`.
 */
export function chooseTwin<Known extends Twin>(
  found: readonly FoundCopies[],
  known: ReadonlyMap<ArticleId, Known>,
  isBarred: (twin: Known) => boolean = () => false,
): { readonly twin: Known; readonly sameText: SameText } | null {
  const apart = new Set(
    found
      .flatMap((one) => one.apart)
      .flatMap((id) => known.get(id) ?? [])
      .map(textGroup),
  );
  for (const { articleId, reason, likeness } of found.flatMap(({ copies }) => copies).sort(byLikeness)) {
    // One that is not known was removed since the index was made.
    const twin = known.get(articleId);
    if (twin === undefined || isBarred(twin)) continue;
    const group = textGroup(twin);
    if (apart.has(group)) continue;
    return { twin, sameText: { group, basis: 'derived', reason, likeId: twin.id, likeness } };
  }
  return null;
}
