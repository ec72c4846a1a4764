import type { Article } from '#core/article.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { AnalystId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { checkSelection } from './check-selection.ts';
import {
  type Grade,
  type Highlight,
  type HighlightMark,
  highlightMarks,
  maxNoteLength,
  ungraded,
} from './highlight.ts';
import { makeAnchor } from './make-anchor.ts';

/** What a new highlight is made of. */
export type NewHighlight = {
  readonly id: HighlightId;
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  /** The article's canonical text. */
  readonly text: string;
  readonly span: TextSpan;
  readonly tagIds: readonly TagId[];
  /** Who marks it; left out: nobody known. */
  readonly analystId?: AnalystId;
  readonly now: string;
};

/** Mark a passage. Throws when the span is not one that `checkSelection` lets pass. */
export function addHighlight(made: NewHighlight): Change[] {
  return [creation('highlights', newHighlight(made))];
}

/** The highlight that `addHighlight` makes: to be shown before it is kept. */
export function newHighlight({ id, article, text, span, tagIds, analystId, now }: NewHighlight): Highlight {
  return {
    id,
    anchor: makeAnchor(article, text, soundSpan(text, span)),
    tagIds: [...new Set(tagIds)],
    note: '',
    grade: ungraded,
    ...(analystId === undefined ? {} : { analystId }),
    createdAt: now,
    updatedAt: now,
  };
}

/** Give a highlight these tags, in this order, and no others. */
export function setHighlightTags(highlight: Highlight, tagIds: readonly TagId[], now: string): Change[] {
  const wanted = [...new Set(tagIds)];
  const same =
    wanted.length === highlight.tagIds.length && wanted.every((id, index) => id === highlight.tagIds[index]);
  return same ? [] : [replacement('highlights', highlight, { ...highlight, tagIds: wanted, updatedAt: now })];
}

/** Put a tag after the others. */
export function addHighlightTag(highlight: Highlight, tagId: TagId, now: string): Change[] {
  return setHighlightTags(highlight, [...highlight.tagIds, tagId], now);
}

/** Take a tag off. */
export function removeHighlightTag(highlight: Highlight, tagId: TagId, now: string): Change[] {
  return setHighlightTags(
    highlight,
    highlight.tagIds.filter((id) => id !== tagId),
    now,
  );
}

/** Give a highlight the tag `to` in the place of `from`; one that does not carry `from` stays as it is. */
export function recodeHighlight(highlight: Highlight, from: TagId, to: TagId, now: string): Change[] {
  if (!highlight.tagIds.includes(from)) return [];
  return setHighlightTags(
    highlight,
    highlight.tagIds.map((id) => (id === from ? to : id)),
    now,
  );
}

/** Set a mark, or take it off. */
export function setHighlightMark(
  highlight: Highlight,
  mark: HighlightMark,
  isOn: boolean,
  now: string,
): Change[] {
  const { marks: before = [], ...unmarked } = highlight;
  if (before.includes(mark) === isOn) return [];
  const marks = highlightMarks.filter((one) => (one === mark ? isOn : before.includes(one)));
  const after = marks.length === 0 ? unmarked : { ...unmarked, marks };
  return [replacement('highlights', highlight, { ...after, updatedAt: now })];
}

/** Write the note of a highlight. Throws when it is longer than a note may be. */
export function setHighlightNote(highlight: Highlight, note: string, now: string): Change[] {
  if (note.length > maxNoteLength) throw new RangeError(`a note of ${note.length} units is too long`);
  const sound = note.toWellFormed();
  if (sound === highlight.note) return [];
  return [replacement('highlights', highlight, { ...highlight, note: sound, updatedAt: now })];
}

/** Grade the passage. */
export function setHighlightGrade(highlight: Highlight, grade: Grade, now: string): Change[] {
  const { reliability, credibility } = highlight.grade;
  if (reliability === grade.reliability && credibility === grade.credibility) return [];
  return [replacement('highlights', highlight, { ...highlight, grade, updatedAt: now })];
}

/** What a highlight's new extent is measured on. */
export type NewExtent = {
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  readonly text: string;
  readonly span: TextSpan;
  readonly now: string;
};

/** Let a highlight cover another stretch of its article; all else stays with it. */
export function resizeHighlight(highlight: Highlight, { article, text, span, now }: NewExtent): Change[] {
  const { anchor } = highlight;
  if (article.id !== anchor.articleId) throw new Error('a highlight stays in its article');
  const sameText = article.textSha256 === anchor.textSha256;
  if (sameText && span.start === anchor.start && span.end === anchor.end) return [];
  const moved = makeAnchor(article, text, soundSpan(text, span));
  return [replacement('highlights', highlight, { ...highlight, anchor: moved, updatedAt: now })];
}

/** Take highlights away. */
export function deleteHighlights(highlights: readonly Highlight[]): Change[] {
  return highlights.map((highlight) => removal('highlights', highlight));
}

/**
 * The highlight that covers exactly `span` and is `analystId`'s or nobody's; `null` when there is none. The oldest
 * when there are several.
 */
export function twinOf(
  highlights: readonly Highlight[],
  span: TextSpan,
  analystId: AnalystId,
): Highlight | null {
  const twins = highlights.filter(
    ({ anchor, analystId: owner = analystId }) =>
      anchor.start === span.start && anchor.end === span.end && owner === analystId,
  );
  return twins.sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
}

function soundSpan(text: string, span: TextSpan): TextSpan {
  const checked = checkSelection(text, span);
  if (!checked.ok) throw new RangeError(`${span.start}–${span.end} can't be highlighted: ${checked.problem}`);
  return checked.span;
}
