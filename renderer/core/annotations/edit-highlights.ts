import type { Article } from '#core/article.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { checkSelection } from './check-selection.ts';
import { type Grade, type Highlight, maxNoteLength, ungraded } from './highlight.ts';
import { makeAnchor } from './make-anchor.ts';

/** What a new highlight is made of. */
export type NewHighlight = {
  readonly id: HighlightId;
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  /** The article's canonical text. */
  readonly text: string;
  readonly span: TextSpan;
  readonly tagIds: readonly TagId[];
  readonly now: string;
};

/** Mark a passage. Throws when the span is not one that `checkSelection` lets pass. */
export function addHighlight({ id, article, text, span, tagIds, now }: NewHighlight): Change[] {
  return [
    creation('highlights', {
      id,
      anchor: makeAnchor(article, text, soundSpan(text, span)),
      tagIds: [...new Set(tagIds)],
      note: '',
      grade: ungraded,
      createdAt: now,
      updatedAt: now,
    }),
  ];
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

/** The highlight that covers exactly `span`; `null` when there is none. The oldest when there are several. */
export function twinOf(highlights: readonly Highlight[], span: TextSpan): Highlight | null {
  const twins = highlights.filter(({ anchor }) => anchor.start === span.start && anchor.end === span.end);
  return twins.sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
}

function soundSpan(text: string, span: TextSpan): TextSpan {
  const checked = checkSelection(text, span);
  if (!checked.ok) throw new RangeError(`${span.start}–${span.end} can't be highlighted: ${checked.problem}`);
  return checked.span;
}
