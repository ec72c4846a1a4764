import type { ArticleId } from '#core/ids.ts';
import type { ListedArticle } from './list-articles.ts';
import { textGroup } from './same-text.ts';

/** A row of a list in which articles of the same text stand together. */
export type TextRow = {
  readonly listed: ListedArticle;
  readonly group: ArticleId;
  /** `first`: the one its text is listed as, the first of its group that is there; `other`: unfolded below it; `only`: no other listed article has its text. */
  readonly place: 'only' | 'first' | 'other';
  /** How many listed articles have this text. */
  readonly carriers: number;
  readonly isOpen: boolean;
};

/**
 * List each text once, as the first article of its group (when that is not in `articles`, the oldest one that is) and
 * where that stands; the others follow it in their order when the group is in `open`.
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
  return articles.flatMap((listed) => {
    const group = textGroup(listed.article);
    const members = groups.get(group) ?? [];
    if (firstOf(members, group) !== listed) return [];
    const isOpen = members.length > 1 && open.has(group);
    const row = { group, carriers: members.length, isOpen };
    const others = isOpen ? members.filter((member) => member !== listed) : [];
    return [
      { listed, place: members.length === 1 ? 'only' : 'first', ...row } as const,
      ...others.map((other) => ({ listed: other, place: 'other', ...row }) as const),
    ];
  });
}

/**
 * The articles that a deed on rows is done to, `ids` those of the rows: one that stands for its text, with the others
 * folded away, means all of them that are listed.
 */
export function meantArticles(
  rows: readonly TextRow[],
  ids: readonly ArticleId[],
  articles: readonly ListedArticle[],
): ArticleId[] {
  const chosen = new Set(ids);
  const folded = new Set(
    rows.flatMap(({ listed, place, isOpen, group }) =>
      place === 'first' && !isOpen && chosen.has(listed.article.id) ? [group] : [],
    ),
  );
  if (folded.size === 0) return [...ids];
  const carriers = articles.flatMap(({ article }) => (folded.has(textGroup(article)) ? [article.id] : []));
  return [...new Set([...ids, ...carriers])];
}

function firstOf(members: readonly ListedArticle[], group: ArticleId): ListedArticle | undefined {
  const named = members.find(({ article }) => article.id === group);
  // Ids come in the order of time.
  return named ?? members.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1))[0];
}
