import type { Passage } from './passages.ts';

const columns: readonly (readonly [name: string, read: (passage: Passage) => string])[] = [
  ['highlight_id', ({ highlight }) => highlight.id],
  ['quote', ({ highlight }) => highlight.anchor.exact],
  ['tags', ({ tagPaths }) => tagPaths.join('; ')],
  ['note', ({ highlight }) => highlight.note],
  ['source_reliability', ({ highlight }) => highlight.grade.reliability],
  ['information_credibility', ({ highlight }) => String(highlight.grade.credibility)],
  ['marks', ({ highlight }) => highlight.marks?.join('; ') ?? ''],
  ['article_title', ({ article }) => article?.title.value ?? ''],
  ['article_title_basis', ({ article }) => article?.title.basis ?? ''],
  ['publisher', ({ article }) => article?.publisher?.value ?? ''],
  ['carrier', ({ article }) => article?.carrier?.value ?? ''],
  ['date_as_printed', ({ article }) => article?.publishedAt?.value.printed ?? ''],
  ['date', ({ article }) => article?.publishedAt?.value.iso ?? ''],
  ['date_precision', ({ article }) => article?.publishedAt?.value.precision ?? ''],
  ['date_basis', ({ article }) => article?.publishedAt?.basis ?? ''],
  ['text_before', ({ highlight }) => highlight.anchor.prefix],
  ['text_after', ({ highlight }) => highlight.anchor.suffix],
  ['start_utf16', ({ highlight }) => String(highlight.anchor.start)],
  ['end_utf16', ({ highlight }) => String(highlight.anchor.end)],
  ['text_sha256', ({ highlight }) => highlight.anchor.textSha256],
  ['original_name', ({ article }) => article?.originalName ?? ''],
  ['original_sha256', ({ article }) => article?.originalSha256 ?? ''],
  ['article_id', ({ highlight }) => highlight.anchor.articleId],
  ['analyst_id', ({ highlight }) => highlight.analystId ?? ''],
  ['created_at', ({ highlight }) => highlight.createdAt],
  ['updated_at', ({ highlight }) => highlight.updatedAt],
];

/**
 * Passages as the rows of a table for other programs, with a head. The columns are named alike in every language of
 * the screen, and what is not known stays empty. `groups`, when given, names the group of each passage.
 */
export function passagesToRows(passages: readonly Passage[], groups?: readonly string[]): string[][] {
  const rows = [
    columns.map(([name]) => name),
    ...passages.map((passage) => columns.map(([, read]) => read(passage))),
  ];
  if (groups === undefined) return rows;
  return rows.map((row, index) => [index === 0 ? 'group' : (groups[index - 1] ?? ''), ...row]);
}
