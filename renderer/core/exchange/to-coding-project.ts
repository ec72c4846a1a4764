import type { Article, Field } from '#core/article.ts';
import { buildTagTree, listNodes } from '#core/codebook/tag-tree.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { Records } from './bundle.ts';
import type { CodingProject, ProjectArticle, ProjectHighlight } from './coding-project.ts';

/** What of a workspace is to be handed over. */
export type ProjectScope = {
  readonly name: string;
  /** The articles, with their highlights and the memos on them; the codebook goes along whole. */
  readonly articleIds: ReadonlySet<ArticleId>;
};

/**
 * The workspace as a project to hand over. `texts` holds the canonical text of every article of the scope; one that
 * is missing leaves its article a mere pointer. A highlight on another version of a text keeps its words and gives no
 * offsets.
 */
export function toCodingProject(
  records: Records,
  texts: ReadonlyMap<ArticleId, string>,
  { name, articleIds }: ProjectScope,
): CodingProject {
  const articles = records.articles.filter(({ id }) => articleIds.has(id));
  const versions = new Map(articles.map(({ id, textSha256 }) => [id, textSha256]));
  const highlights = records.highlights.filter(({ anchor }) => articleIds.has(anchor.articleId));
  const there = new Set<string>([
    ...articleIds,
    ...highlights.map(({ id }) => id),
    ...records.tags.map(({ id }) => id),
  ]);
  const tags = listNodes(buildTagTree(records.tags)).map(({ tag }) => tag);
  return {
    name,
    origin: 'Liptako',
    analysts: records.analysts,
    tags: tags.map(({ order: _, ...tag }) => ({ ...tag, isFolder: false })),
    groups: records.tagGroups,
    articles: articles.map((article) => toArticle(article, texts.get(article.id) ?? null)),
    highlights: highlights.map((highlight) => toHighlight(highlight, versions)),
    memos: records.memos.filter((memo) => isThere(memo, there)),
  };
}

function toArticle(article: Article, text: string | null): ProjectArticle {
  const { id, title, originalName, textSha256, publishedAt, language } = article;
  return {
    id,
    title: title.value,
    text,
    source: originalName,
    textSha256,
    publisher: printed(article.publisher),
    carrier: printed(article.carrier),
    byline: printed(article.byline),
    publishedAt: publishedAt?.value.iso ?? null,
    language: language.value === 'und' ? null : language.value,
  };
}

function toHighlight(
  { id, anchor, tagIds, note, grade, marks, analystId, createdAt, updatedAt }: Records['highlights'][number],
  versions: ReadonlyMap<ArticleId, string>,
): ProjectHighlight {
  const stands = versions.get(anchor.articleId) === anchor.textSha256;
  return {
    id,
    articleId: anchor.articleId,
    start: stands ? anchor.start : null,
    end: stands ? anchor.end : null,
    exact: anchor.exact,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    tagIds,
    note,
    grade,
    marks: marks ?? [],
    analystId: analystId ?? null,
    createdAt,
    updatedAt,
  };
}

function isThere({ subject }: Memo, there: ReadonlySet<string>): boolean {
  return !('id' in subject) || subject.kind === 'memo' || there.has(subject.id);
}

function printed(field: Field<string> | null): string | null {
  return field?.value ?? null;
}
