import type { BlockId, HighlightId } from '#core/ids.ts';
import type { TlpLabel } from './brief.ts';
import type { MapFigure } from './map-figure.ts';

/**
 * A brief made ready to be shown or written: every citation numbered, every word of its frame chosen. The preview and
 * all exporters show this and nothing else, so they agree.
 */
export type ComposedBrief = {
  readonly language: 'en' | 'fr';
  readonly title: string;
  readonly tlp: { readonly label: TlpLabel; readonly meaning: string };
  /** Author, cut-off and the like: only those that are given. */
  readonly facts: readonly Fact[];
  readonly author: string;
  readonly blocks: readonly ComposedBlock[];
  readonly notesTitle: string;
  readonly notes: readonly Endnote[];
  /** "Page" and "of", for formats that number their pages. */
  readonly page: { readonly page: string; readonly of: string };
  /** What a link from a note back to the text says. */
  readonly backLabel: string;
};

/** A line "label: value". */
export type Fact = { readonly label: string; readonly value: string };

/** A citation: note `number`, cited for the `occurrence`-th time (from 1) in the brief. */
export type Citation = { readonly number: number; readonly occurrence: number };

/** A stretch of prose, ready to be shown. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'citation' } & Citation);

/** A line of prose; `bullet` when it was written with a dash in front. */
export type ComposedLine = { readonly bullet: boolean; readonly runs: readonly Run[] };

/** A place in a figure's list. */
export type ComposedPlace = {
  readonly name: string;
  readonly precision: string;
  /** `16.27, -0.04`; empty for a place that is not located. */
  readonly position: string;
  readonly passages: string;
};

export type ComposedRow = {
  readonly citation: Citation;
  readonly cells: readonly string[];
  /** Nothing is left of the passage. */
  readonly missing: boolean;
};

export type ComposedBlock = { readonly blockId: BlockId } & (
  | { readonly kind: 'heading'; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly ComposedLine[] }
  | {
      readonly kind: 'quote';
      readonly citation: Citation;
      readonly passage: string;
      readonly missing: boolean;
      /** Publisher via carrier, date as stated. */
      readonly source: string;
    }
  | {
      readonly kind: 'map';
      /** "Figure 1". */
      readonly label: string;
      readonly caption: string;
      /** Which places it shows, in words. */
      readonly scope: string;
      /** `null`: there is no place to draw. */
      readonly figure: MapFigure | null;
      readonly columns: readonly string[];
      readonly places: readonly ComposedPlace[];
    }
  | {
      readonly kind: 'table';
      /** "Table 1". */
      readonly label: string;
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly ComposedRow[];
      /** What stands there when there are no rows. */
      readonly empty: string;
    }
);

/** What stands behind a number: the passage and all that proves it. */
export type Endnote = {
  readonly number: number;
  readonly highlightId: HighlightId;
  /** How often the brief cites it. */
  readonly occurrences: number;
  /** The exact words; what stands for them when `missing`. */
  readonly passage: string;
  /** The highlight was deleted: the citation is kept, and says so. */
  readonly missing: boolean;
  /** Nobody has judged the passage yet. */
  readonly ungraded: boolean;
  readonly title: string;
  readonly facts: readonly Fact[];
};
