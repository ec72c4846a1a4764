import type { AnalystId, ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

/**
 * Where a passage lies, so that it can be proved and found again.
 *
 * While the article's text has `textSha256`, the offsets are the truth; `exact`, `prefix` and `suffix` (up to 32
 * units of context) are kept for ever beside them.
 */
export type Anchor = TextSpan & {
  readonly articleId: ArticleId;
  readonly textSha256: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** Source reliability A–F and information credibility 1–6 (NATO STANAG 2511); F6 is "cannot be judged". */
export type Grade = {
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
};

/** What the analyst may set on a passage beside its grade. */
export type HighlightMark = 'important' | 'translation-error';

/** All marks there are, in the order they are shown. */
export const highlightMarks = ['important', 'translation-error'] as const satisfies readonly HighlightMark[];

/** A span of an article the analyst marked. Without a tag it is a plain highlight. */
export type Highlight = {
  readonly id: HighlightId;
  readonly anchor: Anchor;
  /** In the order they were given; the first one colours the highlight. */
  readonly tagIds: readonly TagId[];
  readonly note: string;
  readonly grade: Grade;
  /** Absent: none. */
  readonly marks?: readonly HighlightMark[];
  /** Who made it; absent: made before that was noted. */
  readonly analystId?: AnalystId;
  /** Where it was made, kept for ever beside a later place; absent: it stands where it was made. */
  readonly firstAnchor?: Anchor;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** The grade of a passage nobody has judged. */
export const ungraded: Grade = { reliability: 'F', credibility: 6 };

/**
 * The most text one highlight may hold, in UTF-16 units of up to two bytes: with its note it is one stored value, and
 * none may pass 64 KiB.
 */
export const maxHighlightLength = 14_000;

/** The most text one note may hold, in UTF-16 units. */
export const maxNoteLength = 14_000;
