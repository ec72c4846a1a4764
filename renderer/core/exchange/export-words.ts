import type { HighlightMark } from '#core/annotations/highlight.ts';

/** What stands around an analyst's work in a page or a vault, in the language of the screen. */
export type ExportWords = {
  /** BCP 47, of these words. */
  readonly language: string;
  readonly articles: string;
  readonly contents: string;
  readonly highlights: string;
  readonly tags: string;
  readonly groups: string;
  readonly memos: string;
  readonly text: string;
  readonly note: string;
  readonly grade: string;
  readonly marks: Readonly<Record<HighlightMark, string>>;
  readonly analyst: string;
  readonly source: string;
  readonly publisher: string;
  readonly carrier: string;
  readonly byline: string;
  readonly date: string;
  readonly place: string;
  readonly about: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly untagged: string;
  readonly archived: string;
  /** Of a passage that stands in no text of the file. */
  readonly unplaced: string;
  readonly written: string;
  /** Leads from a passage to its place in the text. */
  readonly show: string;
  /** Lets the browser itself search the words. */
  readonly check: string;
  /** What the hash, the offsets and the check prove. */
  readonly checkHelp: string;
  readonly colorNote: string;
};
