/** How a date is known: printed with its year, worked out from what is printed, or given by the analyst. */
export type DatingBasis = 'stated' | 'inferred' | 'analyst';

/** When something happened, as far as it is known. Nothing is ever completed: what nobody says stays open. */
export type Dating = {
  /** The first day it may have been (`2024-09-17`); `null`: not known, as in “late March” where nobody says the year. */
  readonly from: string | null;
  /** The last day it may have been or lasted to; `null`: not known, or it goes on. */
  readonly until: string | null;
  /** ACLED's time precision: 1 a day, 2 a week or so, 3 a month; `null`: longer, or not known. */
  readonly precision: 1 | 2 | 3 | null;
  readonly basis: DatingBasis;
  /** The words as they are printed; empty when no text says it. */
  readonly printed: string;
  /** Why, when it is inferred: codes for the screen to word, such as `year-of-publication`. */
  readonly reasons: readonly string[];
};

/** Of something of which nobody says when it was. */
export const undated: Dating = {
  from: null,
  until: null,
  precision: null,
  basis: 'analyst',
  printed: '',
  reasons: [],
};
