import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { Block } from './brief.ts';
import { citedIn, numberCitations } from './citations.ts';

type Material = {
  readonly highlights: readonly Highlight[];
  readonly articles: readonly Article[];
  readonly tags: readonly Tag[];
};

/** The numbers of a brief's citations, for boxes in which prose is written. */
export function citationNumbers(
  material: Material & { readonly blocks: readonly Block[] },
): Map<HighlightId, number> {
  const shelf = arrange(material);
  return numberCitations(material.blocks.flatMap((block) => citedByBlock(block, shelf)));
}

/** Highlights, articles and tags arranged for a brief. */
export type Shelf = {
  readonly highlights: ReadonlyMap<HighlightId, Highlight>;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly tags: readonly Tag[];
  /** In the order of a table: by stated date (undated last), article and place in the text. */
  readonly sorted: readonly Highlight[];
};

/** Arrange what a brief may cite. */
export function arrange({ highlights, articles, tags }: Material): Shelf {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const rank = ({ anchor }: Highlight) => {
    const iso = byId.get(anchor.articleId)?.publishedAt?.value.iso;
    return `${iso === undefined ? '1' : '0'}${iso ?? ''} ${anchor.articleId}`;
  };
  const ranks = new Map(highlights.map((highlight) => [highlight.id, rank(highlight)]));
  const compare = (a: Highlight, b: Highlight) => {
    const [left, right] = [ranks.get(a.id) ?? '', ranks.get(b.id) ?? ''];
    if (left !== right) return left < right ? -1 : 1;
    return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : 1);
  };
  return {
    highlights: new Map(highlights.map((highlight) => [highlight.id, highlight])),
    articles: byId,
    tags,
    sorted: [...highlights].sort(compare),
  };
}

/** The highlights a block cites, in order, each as often as it is cited. */
export function citedByBlock({ content }: Block, shelf: Shelf): HighlightId[] {
  switch (content.kind) {
    case 'heading':
    case 'paragraph':
      return citedIn(content.text);
    case 'quote':
      return [content.highlightId];
    case 'map':
      return [];
    case 'table':
      return tableRows(content.tagId, shelf).map((highlight) => highlight.id);
  }
}

/** The highlights that carry a tag or one below it; all for `null`. */
export function tableRows(tagId: TagId | null, shelf: Shelf): readonly Highlight[] {
  if (tagId === null) return shelf.sorted;
  const wanted = withDescendants(tagId, shelf.tags);
  return shelf.sorted.filter((highlight) => highlight.tagIds.some((id) => wanted.has(id)));
}
