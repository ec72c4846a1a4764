import type { ArticleId, BatchId } from './ids.ts';
import type { TextSpan } from './text/span.ts';

/** Languages the program tells apart; `und` when a text is too short or in none of them. */
export type Language = 'en' | 'fr' | 'ar' | 'und';

/** How far the analyst has come with an article. */
export type ReadingStatus = 'unread' | 'reading' | 'read';

/** How exactly a date is known. */
export type DatePrecision = 'minute' | 'day' | 'month' | 'year';

/**
 * A value of an article's header with the ground it stands on.
 *
 * `stated`: printed in the text or its markup (`evidence` says where, when it is in the canonical text);
 * `derived`: worked out by the program, to be shown as such; `analyst`: entered by hand, which always wins.
 */
export type Field<Value> = {
  readonly value: Value;
  readonly basis: 'stated' | 'derived' | 'analyst';
  /** Where in the canonical text it stands; `null` when it came from markup, the file's name or a hand. */
  readonly evidence: TextSpan | null;
  /** Which rule found it, as a code the screen words: `meta`, `dateline`, `credit`, `first-sentence`, `heading` … */
  readonly reason: string;
};

/** A calendar date as printed: nothing missing is ever filled in. */
export type StatedDate = {
  /** `2024-09-24T02:56`, `2024-09-24`, `2024-09` or `2024`, as far as `precision` goes. */
  readonly iso: string;
  readonly precision: DatePrecision;
  /** The words as they are printed. */
  readonly printed: string;
};

/** Boilerplate in the canonical text: greyed and folded by the reader, never deleted. */
export type NoiseSpan = TextSpan & {
  readonly kind:
    | 'menu'
    | 'caption'
    | 'bio'
    | 'share'
    | 'comments'
    | 'related'
    | 'markup'
    | 'hashtags'
    | 'stamp'
    | 'notice';
};

/** Spans of noise an article may have: it is one stored value with them, and none may pass 64 KiB. */
export const maxNoiseSpans = 500;

/** One thing import did to get from the original bytes to the canonical text, in order. */
export type Step = {
  /** `decode`, `strip-bom`, `extract-html`, `normalise-nfc`, `normalise-newlines`, `drop-controls`, `well-formed` … */
  readonly name: string;
  /** What was decided or how often it applied, for a person to read back: an encoding label, a count. */
  readonly detail: string;
};

/**
 * An imported document: the untouched original on disk (by hash) and one canonical text (by hash) that index,
 * anchors and exports share.
 */
export type Article = {
  readonly id: ArticleId;
  readonly batchId: BatchId;
  readonly importedAt: string;

  readonly originalName: string;
  readonly originalSha256: string;
  readonly originalSizeBytes: number;
  readonly mediaType: 'text/plain' | 'text/html';
  readonly encoding: string;
  readonly steps: readonly Step[];

  readonly textSha256: string;
  /** In UTF-16 units. */
  readonly textLength: number;
  readonly noise: readonly NoiseSpan[];

  readonly title: Field<string>;
  readonly language: Field<Language>;
  /** `null`: no date is stated. A date is never inferred into this field. */
  readonly publishedAt: Field<StatedDate> | null;
  /** Who first published it; `null` when not stated. */
  readonly publisher: Field<string> | null;
  /** Who handed the text on; `null` when not stated. */
  readonly carrier: Field<string> | null;
  readonly byline: Field<string> | null;

  /** Set by the analyst's hand alone; that an unread article is being read follows from its readings. */
  readonly status: ReadingStatus;
  /** When the status was last set (ISO 8601 UTC); left out while it is the one of the import. */
  readonly statusAt?: string;
  readonly flagged: boolean;
};
