import type { ArticleId } from '#core/ids.ts';

/** Where an article was left: the offset of the paragraph at the top of the view, and how far it was scrolled past. */
export type ScrollPlace = { readonly offset: number; readonly pixels: number };

const places = new Map<ArticleId, ScrollPlace>();

/** Keep where an article is left, until the program ends. */
export function rememberScroll(articleId: ArticleId, place: ScrollPlace): void {
  places.set(articleId, place);
}

/** Where an article was left; `null` when it was not open yet. */
export function recallScroll(articleId: ArticleId): ScrollPlace | null {
  return places.get(articleId) ?? null;
}
