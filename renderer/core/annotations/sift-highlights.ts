import type { AnalystId, TagId } from '#core/ids.ts';
import type { Highlight, HighlightMark } from './highlight.ts';

/** Which highlights to list; `null` lets all through. */
export type HighlightSieve = {
  /** Any of these; `untagged` for those without a tag. */
  readonly tag: ReadonlySet<TagId> | 'untagged' | null;
  readonly mark: HighlightMark | null;
  /** Graded by anyone, or still F6. */
  readonly graded: boolean | null;
  /** Made by this analyst; what was made before that was noted passes only with `null`. */
  readonly analystId: AnalystId | null;
  readonly noted: boolean | null;
};

/** What highlights can be put in order by. */
export type HighlightOrder = 'text' | 'newest' | 'grade' | 'tag';

/** The sieve that holds nothing back. */
export const openSieve: HighlightSieve = {
  tag: null,
  mark: null,
  graded: null,
  analystId: null,
  noted: null,
};

/** The highlights that pass every part of the sieve, in the same order. */
export function siftHighlights(
  highlights: readonly Highlight[],
  { tag, mark, graded, analystId, noted }: HighlightSieve,
): Highlight[] {
  return highlights.filter(
    (one) =>
      (tag === null ||
        (tag === 'untagged' ? one.tagIds.length === 0 : one.tagIds.some((id) => tag.has(id)))) &&
      (mark === null || one.marks?.includes(mark) === true) &&
      (graded === null || isGraded(one) === graded) &&
      (analystId === null || one.analystId === analystId) &&
      (noted === null || (one.note.trim() !== '') === noted),
  );
}

/**
 * Put highlights of one article in order. Ties go by the place in the text; `tag` goes by `nameOf` of the first tag,
 * untagged last; `grade` has the best first.
 */
export function sortHighlights(
  highlights: readonly Highlight[],
  order: HighlightOrder,
  nameOf: (id: TagId) => string,
): Highlight[] {
  const names = new Map(
    order === 'tag' ? highlights.map((one) => [one.id, firstName(one, nameOf)] as const) : [],
  );
  const compare = (a: Highlight, b: Highlight): number => {
    switch (order) {
      case 'text':
        return 0;
      case 'newest':
        return a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0;
      case 'grade':
        return gradeRank(a) - gradeRank(b);
      case 'tag':
        return compareNames(names.get(a.id) ?? null, names.get(b.id) ?? null);
    }
  };
  return [...highlights].sort((a, b) => compare(a, b) || inTextOrder(a, b));
}

/** Whether somebody judged it: F6 says nobody could, or nobody did. */
export function isGraded({ grade }: Highlight): boolean {
  return grade.reliability !== 'F' || grade.credibility !== 6;
}

function gradeRank({ grade }: Highlight): number {
  return 'ABCDEF'.indexOf(grade.reliability) * 10 + grade.credibility;
}

function firstName({ tagIds }: Highlight, nameOf: (id: TagId) => string): string | null {
  const [first] = tagIds;
  return first === undefined ? null : nameOf(first);
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

function inTextOrder(a: Highlight, b: Highlight): number {
  return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : 1);
}
