import type { Activity } from '#core/activity.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Mention } from '#core/geo/mention.ts';
import { type Change, removal, replacement } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import type { Finding } from '#core/mentions/finding.ts';

/** What a batch brought, and what was made of it since. */
export type BatchContent = {
  /** `null`: it came before batches were kept. */
  readonly batch: Batch | null;
  readonly articles: readonly Article[];
  /** Its lines in the activity log. */
  readonly activity: readonly Activity[];
  /** Those in its articles. */
  readonly highlights: readonly Highlight[];
  readonly mentions: readonly Mention[];
  readonly findings: readonly Finding[];
  /** The articles of other batches that are of one group of same texts with one of its articles. */
  readonly sameTexts: readonly Article[];
};

/**
 * Take back all that a batch brought: its articles with what was marked in them, its lines in the log and itself. Memos
 * and quotations in briefs stay and are shown as leading to nothing; readings stay, and count again when the articles
 * come back.
 */
export function takeBackBatch(content: BatchContent): Change[] {
  const { batch, articles, activity, highlights, mentions, findings, sameTexts } = content;
  return [
    ...highlights.map((highlight) => removal('highlights', highlight)),
    ...mentions.map((mention) => removal('mentions', mention)),
    ...findings.map((finding) => removal('findings', finding)),
    ...leaveGroups(new Set(articles.map(({ id }) => id)), sameTexts),
    ...articles.map((article) => removal('articles', article)),
    ...activity.map((line) => removal('activity', line)),
    ...(batch === null ? [] : [removal('batches', batch)]),
  ];
}

/** What stays of each group goes on without those that are gone: the oldest that is left stands for it. */
function leaveGroups(gone: ReadonlySet<ArticleId>, staying: readonly Article[]): Change[] {
  const heads = new Map<ArticleId, ArticleId>();
  return staying
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((article) => {
      const { sameText, ...alone } = article;
      if (sameText === undefined) return [];
      const { group, likeId } = sameText;
      if (group !== null && gone.has(group) && !heads.has(group)) {
        heads.set(group, article.id);
        return [replacement('articles', article, alone)];
      }
      const left = {
        ...sameText,
        group: group === null ? null : (heads.get(group) ?? group),
        likeId: likeId !== null && gone.has(likeId) ? null : likeId,
      };
      const isSame = left.group === group && left.likeId === likeId;
      return isSame ? [] : [replacement('articles', article, { ...article, sameText: left })];
    });
}
