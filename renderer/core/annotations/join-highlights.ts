import type { Article } from '#core/article.ts';
import { type Change, removal, replacement } from '#core/history/change.ts';
import type { AnalystId, HighlightId } from '#core/ids.ts';
import { words } from '#core/text/words.ts';
import { type Highlight, highlightMarks, maxHighlightLength, maxNoteLength, ungraded } from './highlight.ts';
import { makeAnchor } from './make-anchor.ts';

/** What joined highlights are measured on, and who joins them. */
export type Joining = {
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  readonly text: string;
  readonly analystId: AnalystId;
  readonly now: string;
};

/** What came of joining, or why it can't be done. */
export type Joined =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      /** The one that is left. */
      readonly highlight: Highlight;
      readonly gone: readonly HighlightId[];
      /** They were graded differently, so the one that is left is graded F6. */
      readonly gradesDiffer: boolean;
    }
  | {
      readonly ok: false;
      readonly problem: 'too-few' | 'other-text' | 'apart' | 'too-long' | 'note-too-long';
    };

/**
 * Make one highlight of several that overlap, or have no word between them. The first in the text stays the same
 * record and covers them all; tags are united in the order of the text, notes follow one another, marks are kept.
 */
export function joinHighlights(
  highlights: readonly Highlight[],
  { article, text, analystId, now }: Joining,
): Joined {
  const sorted = [...highlights].sort(inTextOrder);
  const [first, ...others] = sorted;
  if (first === undefined || others.length === 0) return { ok: false, problem: 'too-few' };
  if (sorted.some(({ anchor }) => !isOn(anchor, article))) return { ok: false, problem: 'other-text' };
  const end = reach(text, sorted);
  if (end === null) return { ok: false, problem: 'apart' };
  if (end - first.anchor.start > maxHighlightLength) return { ok: false, problem: 'too-long' };
  const note = joinNotes(sorted);
  if (note.length > maxNoteLength) return { ok: false, problem: 'note-too-long' };
  const gradesDiffer = sorted.some(({ grade }) => !sameGrade(grade, first.grade));
  const marks = highlightMarks.filter((mark) => sorted.some((one) => one.marks?.includes(mark)));
  const { marks: _own, analystId: firstAnalyst, ...kept } = first;
  const owner = sorted.every((one) => one.analystId === firstAnalyst) ? firstAnalyst : analystId;
  const highlight: Highlight = {
    ...kept,
    anchor: makeAnchor(article, text, { start: first.anchor.start, end }),
    tagIds: [...new Set(sorted.flatMap(({ tagIds }) => tagIds))],
    note,
    grade: gradesDiffer ? ungraded : first.grade,
    ...(marks.length === 0 ? {} : { marks }),
    ...(owner === undefined ? {} : { analystId: owner }),
    updatedAt: now,
  };
  return {
    ok: true,
    changes: [
      replacement('highlights', first, highlight),
      ...others.map((other) => removal('highlights', other)),
    ],
    highlight,
    gone: others.map(({ id }) => id),
    gradesDiffer,
  };
}

/** In the order of the text; of those that begin together the longer first, then the older. */
function inTextOrder(a: Highlight, b: Highlight): number {
  return a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || (a.id < b.id ? -1 : 1);
}

function isOn(anchor: Highlight['anchor'], article: Joining['article']): boolean {
  return anchor.articleId === article.id && anchor.textSha256 === article.textSha256;
}

/** Where the last of them ends; `null` when a word stands between two of them. */
function reach(text: string, sorted: readonly Highlight[]): number | null {
  let end = sorted[0]?.anchor.end ?? 0;
  for (const { anchor } of sorted) {
    if (anchor.start > end && words(text.slice(end, anchor.start)).length > 0) return null;
    end = Math.max(end, anchor.end);
  }
  return end;
}

/** The notes that say something, in order, each once. */
function joinNotes(sorted: readonly Highlight[]): string {
  return [...new Set(sorted.map(({ note }) => note).filter((note) => note.trim() !== ''))].join('\n\n');
}

function sameGrade(a: Highlight['grade'], b: Highlight['grade']): boolean {
  return a.reliability === b.reliability && a.credibility === b.credibility;
}

/**
 * The highlight of the same analyst that `highlight` can be joined with: the next in the text that overlaps it or has
 * no word between, or else the one before; `null` when there is none.
 */
export function neighbourToJoin(
  text: string,
  highlights: readonly Highlight[],
  highlight: Highlight,
): Highlight | null {
  const near = highlights
    .filter(
      (one) =>
        one.id !== highlight.id &&
        one.analystId === highlight.analystId &&
        one.anchor.textSha256 === highlight.anchor.textSha256 &&
        reach(text, [one, highlight].sort(inTextOrder)) !== null,
    )
    .sort(inTextOrder);
  return near.find((one) => inTextOrder(highlight, one) < 0) ?? near.at(-1) ?? null;
}
