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

/**
 * When an article that states no date may have been published, as far as it can be told: open at an end where nothing
 * tells. Shown as the program's, never completed and never taken for a stated date.
 */
export type InferredDate = {
  /** Not before this: an ISO 8601 date or moment, to the day, month or year that is known. */
  readonly from: string | null;
  /** Not after this. */
  readonly until: string | null;
};

/** Part of a text that is in another language than the rest. */
export type LanguageSpan = TextSpan & { readonly language: Language };

/** Where a text in translation comes from: the program's reading of what the text says or shows. */
export type Translation = {
  /** `machine`: by a machine, nobody says whose; `unknown`: translated, nobody says how. */
  readonly by: 'machine' | 'unknown';
  /** The language it was translated from, BCP 47; `null` when nothing tells. */
  readonly from: string | null;
};

/** A place where the text looks damaged. It is only pointed out: what stood there is for the analyst to say. */
export type Damage = TextSpan & {
  /**
   * `glued`: words run together; `translation`: left over from or garbled by machine translation; `cut-off`: the text
   * breaks off; `punctuation`: marks that have lost their partner or stand inside a name; `encoding`: characters that
   * were read wrongly once and can't be put right.
   */
  readonly kind: 'glued' | 'translation' | 'cut-off' | 'punctuation' | 'encoding';
  /** Which rule found it, as a code the screen words. */
  readonly reason: string;
  /** What may have stood there; left out when nothing tells. */
  readonly likely?: string;
  /** The analyst has looked and sees no damage. */
  readonly dismissed?: true;
};

/** Damage an article may have marked: one stored value with them, and none may pass 64 KiB. */
export const maxDamage = 120;

/** In UTF-16 units: what may have stood at a damaged place is a word or two. */
export const maxLikelyLength = 40;

/** Passages in other languages an article may have marked. */
export const maxLanguageSpans = 100;

/** The file an original lay in: an archive, a mailbox, a table. */
export type Container = {
  /** The file that came in, with the folder it came from if any. */
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Where in it: `reports/a.html`, `#12` for the twelfth message or row, `inner.zip/b.txt` when nested. */
  readonly path: string;
};

/** That an article carries the same text as another one, by another carrier or with other boilerplate. */
export type SameText = {
  /** The group: the id of its first article, which itself has no such field. `null`: the analyst said it is on its own. */
  readonly group: ArticleId | null;
  readonly basis: 'derived' | 'analyst';
  /** `same-words`: word for word; `near`: nearly all of both; `part`: one holds all of the other; `entered`: by hand. */
  readonly reason: 'same-words' | 'near' | 'part' | 'entered';
  /** The article it was compared with, and the share of common runs of words, from 0 to 1. */
  readonly likeId: ArticleId | null;
  readonly likeness: number;
};

/** What originals can be, by their media type. */
export const mediaTypes = [
  'text/plain',
  'text/html',
  'multipart/related',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/rtf',
  'application/epub+zip',
  'message/rfc822',
  'text/csv',
  'application/json',
] as const;

export type MediaType = (typeof mediaTypes)[number];

/** Boilerplate in the canonical text: greyed and folded by the reader, never deleted. */
export type NoiseSpan = TextSpan & {
  /** Marked by hand; left out when the program found it. */
  readonly basis?: 'analyst';
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
    | 'notice'
    /** Of a mail: what it repeats of the one it answers, and what stands under every mail of its sender. */
    | 'quoted'
    | 'signature';
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
  /** Its name with the folders it was chosen or dropped with, `/` between them; left out when there were none. */
  readonly originalPath?: string;
  readonly originalSha256: string;
  readonly originalSizeBytes: number;
  readonly mediaType: MediaType;
  /** Left out when it came as a file of its own. */
  readonly container?: Container;
  readonly encoding: string;
  readonly steps: readonly Step[];

  readonly textSha256: string;
  /** In UTF-16 units. */
  readonly textLength: number;
  readonly noise: readonly NoiseSpan[];
  /** In order: what was boilerplate until the analyst said that it is none. */
  readonly spared?: readonly TextSpan[];

  readonly title: Field<string>;
  readonly language: Field<Language>;
  /** `null`: no date is stated. A date is never inferred into this field. */
  readonly publishedAt: Field<StatedDate> | null;
  /** Who first published it; `null` when not stated. */
  readonly publisher: Field<string> | null;
  /** Who handed the text on; `null` when not stated. */
  readonly carrier: Field<string> | null;
  readonly byline: Field<string> | null;
  /** The address it was taken from. These are left out when nothing tells, and in articles older than the field. */
  readonly address?: Field<string>;
  readonly inferredDate?: Field<InferredDate>;
  readonly translation?: Field<Translation>;
  /** In order, none within another. */
  readonly languages?: readonly LanguageSpan[];
  /** In order. */
  readonly damage?: readonly Damage[];
  readonly sameText?: SameText;

  /** Set by the analyst's hand alone; that an unread article is being read follows from its readings. */
  readonly status: ReadingStatus;
  /** When the status was last set (ISO 8601 UTC); left out while it is the one of the import. */
  readonly statusAt?: string;
  readonly flagged: boolean;
};
