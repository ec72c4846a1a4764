import type { Article, SameText } from '#core/article.ts';
import { type Change, replacement } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';

/** The group of an article: those of the same text have the same, and one that is on its own has a group to itself. */
export function textGroup({ id, sameText }: Pick<Article, 'id' | 'sameText'>): ArticleId {
  return sameText?.group ?? id;
}

/** How many different texts articles have: those of the same text count once. */
export function countTexts(articles: readonly Pick<Article, 'id' | 'sameText'>[]): number {
  const groups = sharedGroups(articles);
  const alone = articles.reduce((count, article) => count + Number(!groups.has(textGroup(article))), 0);
  return alone + groups.size;
}

/** The groups that articles were put into: those of nearly all have a group to themselves, and are not among them. */
export function sharedGroups(articles: readonly Pick<Article, 'id' | 'sameText'>[]): ReadonlySet<ArticleId> {
  const groups = new Set<ArticleId>();
  for (const { sameText } of articles)
    if (sameText !== undefined && sameText.group !== null) groups.add(sameText.group);
  return groups;
}

/**
 * Take an article out of its group: the analyst says that its text is another one. `members` are all of the group. When
 * it is the first one, the others make a group of their own.
 */
export function leaveGroup(article: Article, members: readonly Article[]): Change[] {
  const others = members.filter(({ id }) => id !== article.id);
  if (others.length === 0) return [];
  const alone: SameText = { group: null, basis: 'analyst', reason: 'entered', likeId: null, likeness: 0 };
  const left = replacement('articles', article, { ...article, sameText: alone });
  return textGroup(article) === article.id ? [left, ...regroup(others)] : [left];
}

/**
 * Put an article into the group of `target`: the analyst says that both have the same text. All of its own group
 * (`members`) come along, as they have that text too.
 */
export function joinGroup(article: Article, members: readonly Article[], target: Article): Change[] {
  const group = textGroup(target);
  if (textGroup(article) === group) return [];
  const entered: SameText = { group, basis: 'analyst', reason: 'entered', likeId: target.id, likeness: 0 };
  return [
    replacement('articles', article, { ...article, sameText: entered }),
    ...members
      .filter(({ id }) => id !== article.id)
      .map((member) => {
        // The one the group was named after has no ground of its own: it came by the article that is moved.
        const ground = member.sameText ?? { ...entered, likeId: article.id };
        return replacement('articles', member, { ...member, sameText: { ...ground, group } });
      }),
  ];
}

/** Make a group of articles that have lost their first one: the oldest of them is the first now. */
function regroup(articles: readonly Article[]): Change[] {
  const [first, ...rest] = articles.toSorted(byImport);
  if (first === undefined) return [];
  const { sameText: _, ...bare } = first;
  return [
    replacement('articles', first, bare),
    // Each of them has the field: only the first one, which has left, was without.
    ...rest.flatMap((article) => {
      if (article.sameText === undefined) return [];
      return [
        replacement('articles', article, { ...article, sameText: { ...article.sameText, group: first.id } }),
      ];
    }),
  ];
}

function byImport(a: Article, b: Article): number {
  return a.importedAt < b.importedAt || (a.importedAt === b.importedAt && a.id < b.id) ? -1 : 1;
}
