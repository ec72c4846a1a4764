import type { MediaType, Step } from '#core/article.ts';
import type { Block } from '#core/import/collect-blocks.ts';
import type { PageFacts } from '#core/import/page-facts.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { Tools } from '#core/import/tools.ts';

/** What is handed to the reader of a format: the bytes of one article. */
export type Given = {
  /** The file's name, for its ending and for what is said of it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The encoding the analyst chose; absent: as the bytes tell. */
  readonly encoding?: string;
  /** The encoding that what it came in names: a mail's or a web server's header. */
  readonly charset?: string;
};

/** The text a format holds, before it is cleaned, repaired and described. */
export type Extraction = {
  readonly mediaType: MediaType;
  /**
   * Its paragraphs in reading order, each with the kind of boilerplate it is by its markup; or, of plain text, the whole
   * text as it was decoded. A line end within a paragraph is one of the page's width: import joins the lines there, and
   * the words that are broken by a hyphen.
   */
  readonly content: readonly Block[] | string;
  /** What the file says of itself; `null` when the format has no place for that. */
  readonly facts: PageFacts | null;
  /** What was done to get the text, decoding first. */
  readonly steps: readonly Step[];
  /** How its text was encoded; of formats that say so themselves: the format's own. */
  readonly encoding: string;
  /** Characters that could not be read. */
  readonly unreadable: number;
  /** Set when not everything could be read: a scan without text, pages or parts that are broken, a locked part. */
  readonly missing?: { readonly reason: 'no-text' | 'part'; readonly detail: Refusal['detail'] };
};

/** Reads one format. Broken files are refused, never thrown. */
export type Extractor = (given: Given, tools: Tools) => Promise<Extraction | Refusal>;
