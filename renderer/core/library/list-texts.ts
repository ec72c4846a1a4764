import type { ArticleId } from '#core/ids.ts';
import type { ListedArticle } from './list-articles.ts';
import { textGroup } from './same-text.ts';

/** A row of a list in which articles of the same text stand together. */
export type TextRow = {
  readonly listed: ListedArticle;
  readonly group: ArticleId;
  /** `first`: the one its text is listed as; `other`: unfolded below it; `only`: no other listed article has its text. */
  readonly place: 'only' | 'first' | 'other';
  /** How many listed articles have this text. */
  readonly carriers: number;
  readonly isOpen: boolean;
};

/**
 * List each text once, where the first of its articles stands in `articles`; the others follow it when its group is in
 * `open`.
 */
export function listTexts(
  articles: readonly ListedArticle[],
  open: ReadonlySet<ArticleId>,
): readonly TextRow[] {
  const groups = new Map<ArticleId, ListedArticle[]>();
  for (const listed of articles) {
    const group = textGroup(listed.article);
    const there = groups.get(group);
    if (there === undefined) groups.set(group, [listed]);
    else there.push(listed);
  }
  return [...groups].flatMap(([group, members]) => {
    const isOpen = members.length > 1 && open.has(group);
    const shown = isOpen ? members : members.slice(0, 1);
    return shown.map((listed, at): TextRow => {
      const place = members.length === 1 ? 'only' : at === 0 ? 'first' : 'other';
      return { listed, group, place, carriers: members.length, isOpen };
    });
  });
}
