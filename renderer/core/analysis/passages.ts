import type { Grade, Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, tagPathText, tagsById, withDescendants } from '#core/codebook/tag-tree.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
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
};

/** Which passages to show; `null` and an empty text let all through. */
export type PassageFilter = {
  /** This tag or one below it. */
  readonly tagId: TagId | null;
  readonly articleId: ArticleId | null;
  readonly reliability: Grade['reliability'] | null;
  readonly credibility: Grade['credibility'] | null;
  /** Words that all stand in quote, note, tags or title, folded. */
  readonly text: string;
};

/** What passages can be put in order by. */
export type PassageKey = 'quote' | 'tags' | 'article' | 'date' | 'grade' | 'note';

/** Passages of one tag or one article; both `null`: those without a tag. */
export type PassageGroup = {
  readonly tag: Tag | null;
  readonly article: Article | null;
  readonly passages: readonly Passage[];
};

/** Join highlights with their articles and tags, in the order of the articles' titles and then of the text. */
export function listPassages(
  highlights: readonly Highlight[],
  articles: readonly Article[],
  tags: readonly Tag[],
): Passage[] {
  const byId = tagsById(tags);
  const articleById = new Map(articles.map((article) => [article.id, article]));
  return highlights
    .map((highlight) => {
      const own = highlight.tagIds.flatMap((id) => byId.get(id) ?? []);
      return {
        highlight,
        article: articleById.get(highlight.anchor.articleId) ?? null,
        tags: own,
        tagPaths: own.map((tag) => tagPathText(tag.id, byId)),
      };
    })
    .sort(comparePlace);
}

/** The passages that pass every part of `filter`, in the same order. */
export function filterPassages(
  passages: readonly Passage[],
  filter: PassageFilter,
  tags: readonly Tag[],
): Passage[] {
  const wantedTags = filter.tagId === null ? null : withDescendants(filter.tagId, tags);
  const words = fold(filter.text.normalize('NFC')).split(/\s+/).filter(Boolean);
  return passages.filter(({ highlight, article, tagPaths }) => {
    const { grade, anchor } = highlight;
    if (wantedTags !== null && !highlight.tagIds.some((id) => wantedTags.has(id))) return false;
    if (filter.articleId !== null && anchor.articleId !== filter.articleId) return false;
    if (filter.reliability !== null && grade.reliability !== filter.reliability) return false;
    if (filter.credibility !== null && grade.credibility !== filter.credibility) return false;
    if (words.length === 0) return true;
    const text = fold([anchor.exact, highlight.note, article?.title.value ?? '', ...tagPaths].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/**
 * Put passages in order. Those that have nothing to compare (no date, no tag, no note) come last in either
 * direction; ties stay in the order of the articles and their text.
 */
export function sortPassages(
  passages: readonly Passage[],
  key: PassageKey,
  direction: 'ascending' | 'descending',
): Passage[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return passages
    .map((passage) => ({ passage, value: readKey(passage, key) }))
    .sort((a, b) => {
      if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
      return sign * collator.compare(a.value, b.value);
    })
    .map(({ passage }) => passage);
}

/**
 * Put passages into groups by tag (in the order of the tree; a passage stands in the group of each of its tags,
 * those without one in the last) or by article, keeping their order. Groups without a passage are left out.
 */
export function groupPassages(
  passages: readonly Passage[],
  by: 'tag' | 'article',
  tags: readonly Tag[],
): PassageGroup[] {
  if (by === 'article') return groupByArticle(passages);
  const groups = listNodes(buildTagTree(tags)).map(({ tag }) => ({
    tag,
    article: null,
    passages: passages.filter((passage) => passage.tags.includes(tag)),
  }));
  const untagged = {
    tag: null,
    article: null,
    passages: passages.filter(({ tags: own }) => own.length === 0),
  };
  return [...groups, untagged].filter((group) => group.passages.length > 0);
}

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

function comparePlace(a: Passage, b: Passage): number {
  return (
    collator.compare(a.article?.title.value ?? '', b.article?.title.value ?? '') ||
    compareText(a.highlight.anchor.articleId, b.highlight.anchor.articleId) ||
    a.highlight.anchor.start - b.highlight.anchor.start ||
    a.highlight.anchor.end - b.highlight.anchor.end ||
    compareText(a.highlight.id, b.highlight.id)
  );
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function readKey({ highlight, article, tagPaths }: Passage, key: PassageKey): string {
  switch (key) {
    case 'quote':
      return highlight.anchor.exact.trim();
    case 'tags':
      return tagPaths.join('; ');
    case 'article':
      return article?.title.value ?? '';
    case 'date':
      return article?.publishedAt?.value.iso ?? '';
    case 'grade':
      return `${highlight.grade.reliability}${highlight.grade.credibility}`;
    case 'note':
      return highlight.note.trim();
  }
}

function groupByArticle(passages: readonly Passage[]): PassageGroup[] {
  const groups = new Map<ArticleId, Passage[]>();
  for (const passage of passages) {
    const id = passage.highlight.anchor.articleId;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [passage]);
    else group.push(passage);
  }
  return [...groups.values()].map((group) => ({
    tag: null,
    article: group[0]?.article ?? null,
    passages: group,
  }));
}
