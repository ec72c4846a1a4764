import type { Grade, Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText, tagsById } from '#core/codebook/tag-tree.ts';
import type { AnalystId, ArticleId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';

/** A highlight with what belongs to it. */
export type Passage = {
  readonly highlight: Highlight;
  /** `null` when its article is gone. */
  readonly article: Article | null;
  /** In the order they were given. */
  readonly tags: readonly Tag[];
  /** `attack / ambush`, one for each tag. */
  readonly tagPaths: readonly string[];
  /** Its number among all passages, in the order of the articles' titles and then of the text. */
  readonly place: number;
};

/** The collator of everything that is put in order by name. */
export const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

/**
 * Join highlights with their articles and tags, in the order of the articles' titles and then of the text. One pass:
 * only titles are compared by name, and each article's passages by their offsets.
 */
export function listPassages(
  highlights: readonly Highlight[],
  articles: readonly Article[],
  tags: readonly Tag[],
): Passage[] {
  const byId = tagsById(tags);
  const paths = new Map(tags.map(({ id }) => [id, tagPathText(id, byId)]));
  const articleById = new Map(articles.map((article) => [article.id, article]));
  const byArticle = new Map<ArticleId, Highlight[]>();
  for (const highlight of highlights) {
    const there = byArticle.get(highlight.anchor.articleId);
    if (there === undefined) byArticle.set(highlight.anchor.articleId, [highlight]);
    else there.push(highlight);
  }
  const passages: Passage[] = [];
  for (const [id, own] of inOrderOfTitles(byArticle, articleById)) {
    const article = articleById.get(id) ?? null;
    for (const highlight of own.sort(comparePlace)) {
      const carried = highlight.tagIds.flatMap((tagId) => byId.get(tagId) ?? []);
      const tagPaths = carried.map((tag) => paths.get(tag.id) ?? tag.name);
      passages.push({ highlight, article, tags: carried, tagPaths, place: passages.length });
    }
  }
  return passages;
}

/** Who first published an article or, when that is not stated, who handed it on; `null` when neither is. */
export function sourceOf(article: Article | null): string | null {
  return article?.publisher?.value ?? article?.carrier?.value ?? null;
}

/** The month an article's date is stated for, `2024-09`; the year when no month is stated; `null` without a date. */
export function monthOf(article: Article | null): string | null {
  return article?.publishedAt?.value.iso.slice(0, 7) ?? null;
}

/** A grade as it is written: `B2`. */
export function gradeText({ reliability, credibility }: Grade): string {
  return `${reliability}${credibility}`;
}

/** Who made a passage; `null` when that was not noted. */
export function analystOf({ highlight }: Passage): AnalystId | null {
  return highlight.analystId ?? null;
}

/** The words of a passage and its note, folded; worked out once for each highlight. */
export function foldedWords(highlight: Highlight): string {
  const known = folded.get(highlight);
  if (known !== undefined) return known;
  const made = `${fold(highlight.anchor.exact)}\n${fold(highlight.note)}`;
  folded.set(highlight, made);
  return made;
}

const folded = new WeakMap<Highlight, string>();

/** How the words of a passage begin, folded: for putting passages in order. */
export function foldedBeginning(highlight: Highlight): string {
  const known = folded.get(highlight);
  if (known !== undefined) return known.slice(0, comparedLength).trimStart();
  return fold(highlight.anchor.exact.slice(0, comparedLength)).trimStart();
}

/** Words in running text are compared by their beginning: tens of thousands differ. */
export const comparedLength = 60;

function inOrderOfTitles(
  byArticle: ReadonlyMap<ArticleId, Highlight[]>,
  articleById: ReadonlyMap<ArticleId, Article>,
): [ArticleId, Highlight[]][] {
  const titleOf = (id: ArticleId) => articleById.get(id)?.title.value ?? '';
  return [...byArticle].sort(([a], [b]) => collator.compare(titleOf(a), titleOf(b)) || compareText(a, b));
}

function comparePlace({ anchor: a, id }: Highlight, { anchor: b, id: other }: Highlight): number {
  return a.start - b.start || a.end - b.end || compareText(id, other);
}

/** By UTF-16 units. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
