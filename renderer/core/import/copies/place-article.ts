import type { Article, SameText } from '#core/article.ts';
import { type Change, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import { chooseTwin } from './choose-twin.ts';
import { byLikeness, compareSketches, differInFigures, likenessOfWords } from './compare-sketches.ts';
import type { FoundCopies } from './copy-index.ts';
import type { TextSketch } from './sketch-text.ts';

/** What is known of an article to tell its group. */
export type Placed = Pick<Article, 'id' | 'textSha256' | 'sameText'>;

/** An article and what it is compared by; `null`: it has not been compared yet. */
export type Member = { readonly article: Placed; readonly sketch: TextSketch | null };

/** That an article comes into another group of the same text, or out of one, and what it was when that was found. */
export type Regrouping = {
  readonly articleId: ArticleId;
  readonly textSha256: string;
  readonly was: SameText | null;
  readonly sameText: SameText | null;
};

type Around = {
  /** The articles its text is like. */
  readonly found: FoundCopies;
  /** Those that were found, by their ids. */
  readonly known: ReadonlyMap<ArticleId, Placed>;
  /** The others of its group. */
  readonly members: readonly Member[];
};

/**
 * Find the group of an article that is there already: it came without having been compared, or its words are others
 * now. What the analyst said stays: who was grouped or parted by hand is not moved, and nobody is put to one who was
 * parted. Groups are never merged: one that has others with it stays with them while their texts are alike.
 */
export function placeArticle(article: Placed, sketch: TextSketch, around: Around): Regrouping[] {
  if (article.sameText?.basis === 'analyst') return [];
  const { found, known, members } = around;
  if (members.some((member) => isEnteredWith(member, article))) return [];
  const left = textGroup(article);
  const others = found.apart.flatMap((id) => known.get(id) ?? []);
  const isApart = others.some((other) => other.id !== article.id && textGroup(other) === left);
  if (members.length > 0 && !isApart && belongs(sketch, members)) return groundAnew(article, sketch, members);
  const choice = chooseTwin([found], known, (twin) => {
    const isParted = twin.sameText?.group === null;
    return isParted || twin.id === article.id || (members.length > 0 && textGroup(twin) === left);
  });
  return [...move(article, choice?.sameText ?? null), ...closeRanks(article, members)];
}

/** The edit that brings articles where they were found to belong, as far as they are what they were then. */
export function planRegrouping(regroupings: readonly Regrouping[], articles: readonly Article[]): Change[] {
  const now = new Map(articles.map((article) => [article.id, article]));
  return regroupings.flatMap(({ articleId, textSha256, was, sameText }) => {
    const article = now.get(articleId);
    if (article === undefined || article.textSha256 !== textSha256) return [];
    if (!sameRecord(article.sameText ?? null, was)) return [];
    const like = sameText?.likeId === null || sameText === null ? undefined : now.get(sameText.likeId);
    if (sameText !== null && like === undefined) return [];
    const { sameText: _, ...bare } = article;
    const moved: Article = sameText === null ? bare : { ...bare, sameText };
    now.set(articleId, moved);
    return [replacement('articles', article, moved)];
  });
}

function isEnteredWith({ article: { sameText } }: Member, { id }: Placed): boolean {
  return sameText?.basis === 'analyst' && sameText.likeId === id;
}

/** Whether a text is like one of a group's, and gives no other figures than any of them. */
function belongs(sketch: TextSketch, members: readonly Member[]): boolean {
  const sketches = members.flatMap((member) => member.sketch ?? []);
  const isApart = sketches.some((other) => likenessOfWords(sketch, other) && differs(sketch, other));
  const isUnknown = sketches.length < members.length;
  return !isApart && (isUnknown || sketches.some((other) => compareSketches(sketch, other) !== null));
}

function differs(a: TextSketch, b: TextSketch): boolean {
  return compareSketches(a, b) === null && differInFigures(a.figures, b.figures);
}

/** Say anew what an article of a group is like, when it is no longer like the one it was put to. */
function groundAnew(article: Placed, sketch: TextSketch, members: readonly Member[]): Regrouping[] {
  const { sameText } = article;
  const like = members.find(({ article: { id } }) => id === sameText?.likeId);
  if (sameText === undefined || like?.sketch === null) return [];
  if (like !== undefined && compareSketches(sketch, like.sketch) !== null) return [];
  const ground = groundAmong(sketch, members, textGroup(article));
  return ground === null ? [] : move(article, ground);
}

function groundAmong(sketch: TextSketch, members: readonly Member[], group: ArticleId): SameText | null {
  const [best] = members
    .flatMap(({ article: { id }, sketch: other }) => {
      const likeness = other === null ? null : compareSketches(sketch, other);
      return likeness === null ? [] : [{ id, likeness }];
    })
    .sort((a, b) => byLikeness(a.likeness, b.likeness));
  return best === undefined ? null : { group, basis: 'derived', ...best.likeness, likeId: best.id };
}

/** What becomes of a group that an article leaves: the oldest of the others gives it its name when that was the first. */
function closeRanks(gone: Placed, members: readonly Member[]): Regrouping[] {
  const rest = members.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1));
  const wasFirst = textGroup(gone) === gone.id;
  const first = wasFirst ? rest[0] : rest.find(({ article }) => textGroup(article) === article.id);
  const group = first === undefined ? textGroup(gone) : first.article.id;
  return rest.flatMap((member) => {
    const { article, sketch } = member;
    const { sameText } = article;
    if (member === first || sameText === undefined) return wasFirst ? move(article, null) : [];
    const others = rest.filter((other) => other !== member);
    if (sameText.basis === 'analyst' || sameText.likeId !== gone.id || sketch === null)
      return move(article, { ...sameText, group });
    const isUnknown = others.some((other) => other.sketch === null);
    const ground = groundAmong(sketch, others, group);
    return move(article, ground ?? (isUnknown ? { ...sameText, group } : null));
  });
}

function move({ id, textSha256, sameText }: Placed, to: SameText | null): Regrouping[] {
  const was = sameText ?? null;
  return sameRecord(was, to) ? [] : [{ articleId: id, textSha256, was, sameText: to }];
}
