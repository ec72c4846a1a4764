import { type Change, creation, replacement } from '#core/history/change.ts';
import type { AnalystId, ArticleId, NewId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { maxReadingSpans, type Reading } from './reading.ts';

/** That an analyst opened an article, or read on in it. */
export type Read = {
  readonly articleId: ArticleId;
  readonly analystId: AnalystId;
  readonly text: string;
  readonly textSha256: string;
  /** What has been read now; nothing when the article was only opened. */
  readonly spans: readonly TextSpan[];
  /** ISO 8601 UTC. */
  readonly at: string;
  /** When the analyst said that the article is unread; a reading from before that begins anew with this one. */
  readonly unreadSince: string | null;
};

/**
 * Note what was read beside what is `known` of the same analyst, article and text; `null` when there is nothing yet.
 * Another version of the text has a reading of its own: where the eyes were in the old one says nothing of the new.
 * No change comes of what is known already.
 */
export function noteReading(known: Reading | null, read: Read, newId: NewId): Change[] {
  const { articleId, analystId, text, textSha256, at, unreadSince } = read;
  if (known === null) {
    const spans = joinSpans(read.spans, text);
    const id = newId<'reading'>();
    return [
      creation('readings', { id, articleId, analystId, textSha256, spans, openedAt: at, updatedAt: at }),
    ];
  }
  const spans = joinSpans([...known.spans, ...read.spans], text);
  const isBegunAnew = unreadSince !== null && known.updatedAt <= unreadSince;
  if (!isBegunAnew && sameSpans(known.spans, spans)) return [];
  return [replacement('readings', known, { ...known, spans, updatedAt: at })];
}

/**
 * The same text in as few spans as can be, in order: those that overlap, or have no paragraph between them, become
 * one. Of more than a reading can hold the longest are kept: it says rather too little than what was not read.
 */
export function joinSpans(spans: readonly TextSpan[], text: string): TextSpan[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && (start <= last.end || text.slice(last.end, start).trim() === ''))
      last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  if (joined.length <= maxReadingSpans) return joined;
  return joined
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, maxReadingSpans)
    .sort((a, b) => a.start - b.start);
}

function sameSpans(a: readonly TextSpan[], b: readonly TextSpan[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, index) => span.start === b[index]?.start && span.end === b[index]?.end)
  );
}
