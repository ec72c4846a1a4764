import { sameRecord } from '#core/history/same-record.ts';
import type { Highlight } from './highlight.ts';

/** As `sameRecord`, for highlights alone: thousands are compared after every edit. */
export function sameHighlight(a: Highlight, b: Highlight): boolean {
  return (
    a.id === b.id &&
    a.updatedAt === b.updatedAt &&
    a.createdAt === b.createdAt &&
    a.note === b.note &&
    a.analystId === b.analystId &&
    a.grade.reliability === b.grade.reliability &&
    a.grade.credibility === b.grade.credibility &&
    sameList(a.tagIds, b.tagIds) &&
    (a.marks === b.marks || (a.marks !== undefined && b.marks !== undefined && sameList(a.marks, b.marks))) &&
    sameAnchor(a.anchor, b.anchor) &&
    (a.firstAnchor === b.firstAnchor || sameRecord(a.firstAnchor ?? null, b.firstAnchor ?? null))
  );
}

function sameAnchor(a: Highlight['anchor'], b: Highlight['anchor']): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.articleId === b.articleId &&
    a.textSha256 === b.textSha256 &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
