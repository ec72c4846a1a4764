import type { ArticleId } from '#core/ids.ts';
import type { ListedArticle } from './list-articles.ts';
import { sharedGroups, textGroup } from './same-text.ts';

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
  const shared = sharedGroups(articles.map(({ article }) => article));
  const groups = new Map<ArticleId, ListedArticle[]>([...shared].map((group) => [group, []]));
  if (shared.size > 0) for (const listed of articles) groups.get(textGroup(listed.article))?.push(listed);
  const rows: TextRow[] = [];
  // A library may have tens of thousands of articles, and is listed anew with each part of an import.
  for (const listed of articles) {
    const group = textGroup(listed.article);
    const members = groups.get(group);
    if (members === undefined || members.length === 1)
      rows.push({ listed, group, place: 'only', carriers: 1, isOpen: false });
    else if (firstOf(members, group) === listed) rows.push(...rowsOf(members, listed, open.has(group)));
  }
  return rows;
}

function rowsOf(members: readonly ListedArticle[], first: ListedArticle, isOpen: boolean): TextRow[] {
  const row = { group: textGroup(first.article), carriers: members.length, isOpen };
  const others = isOpen ? members.filter((member) => member !== first) : [];
  return [
    { listed: first, place: 'first', ...row },
    ...others.map((other) => ({ listed: other, place: 'other', ...row }) as const),
  ];
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
