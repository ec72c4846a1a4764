import type { ProjectArticle, ProjectHighlight } from '#core/exchange/coding-project.ts';

/** A highlight with what its row tells of the things around it. */
export type HighlightRow = {
  readonly highlight: ProjectHighlight;
  /** `null`: the project does not hold it. */
  readonly article: ProjectArticle | null;
  readonly tags: string;
  readonly tagIds: string;
  readonly analyst: string;
};

/**
 * The columns of a table of highlights, in their order: named alike in every language of the screen, and as in the table
 * of passages, so that other programs and our own reader know them.
 */
export const highlightColumns: readonly {
  readonly head: string;
  /** In characters, in a workbook. */
  readonly width: number;
  readonly read: (row: HighlightRow) => string;
}[] = [
  { head: 'highlight_id', width: 14, read: ({ highlight }) => highlight.id },
  { head: 'quote', width: 60, read: ({ highlight }) => highlight.exact ?? '' },
  { head: 'tags', width: 30, read: ({ tags }) => tags },
  { head: 'note', width: 40, read: ({ highlight }) => highlight.note },
  { head: 'source_reliability', width: 9, read: ({ highlight }) => highlight.grade?.reliability ?? '' },
  {
    head: 'information_credibility',
    width: 9,
    read: ({ highlight }) => String(highlight.grade?.credibility ?? ''),
  },
  { head: 'marks', width: 14, read: ({ highlight }) => highlight.marks.join('; ') },
  { head: 'analyst', width: 16, read: ({ analyst }) => analyst },
  { head: 'article_title', width: 40, read: ({ article }) => article?.title ?? '' },
  { head: 'publisher', width: 20, read: ({ article }) => article?.publisher ?? '' },
  { head: 'carrier', width: 20, read: ({ article }) => article?.carrier ?? '' },
  { head: 'byline', width: 20, read: ({ article }) => article?.byline ?? '' },
  { head: 'date', width: 12, read: ({ article }) => article?.publishedAt ?? '' },
  { head: 'language', width: 9, read: ({ article }) => article?.language ?? '' },
  { head: 'text_before', width: 30, read: ({ highlight }) => highlight.prefix },
  { head: 'text_after', width: 30, read: ({ highlight }) => highlight.suffix },
  { head: 'start_utf16', width: 9, read: ({ highlight }) => String(highlight.start ?? '') },
  { head: 'end_utf16', width: 9, read: ({ highlight }) => String(highlight.end ?? '') },
  { head: 'text_sha256', width: 14, read: ({ article }) => article?.textSha256 ?? '' },
  { head: 'original_name', width: 24, read: ({ article }) => article?.source ?? '' },
  { head: 'article_id', width: 14, read: ({ highlight }) => highlight.articleId },
  { head: 'created_at', width: 22, read: ({ highlight }) => highlight.createdAt ?? '' },
  { head: 'updated_at', width: 22, read: ({ highlight }) => highlight.updatedAt ?? '' },
  { head: 'analyst_id', width: 14, read: ({ highlight }) => highlight.analystId ?? '' },
  { head: 'tag_ids', width: 14, read: ({ tagIds }) => tagIds },
];
