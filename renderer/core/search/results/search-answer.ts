import type { ReadingStatus } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Snippet } from './snippets.ts';

/** What a result can be narrowed by, in the order the screen shows it. */
export type FacetName = 'source' | 'publisher' | 'language' | 'tag' | 'status' | 'actor' | 'place' | 'year';

/** One value of a facet. */
export type FacetValue = {
  /** What narrows by it: a tag's or place's id, a year (`2024`), a language, a status, a printed source; '' is "none". */
  readonly value: string;
  /** What to show; the screen words languages, statuses and "none" itself. */
  readonly label: string;
  /** Texts of the result that have it by one of their articles, the narrowing by other facets counted in. */
  readonly count: number;
  /** Of these, those for which the program only suggests it. */
  readonly suggested: number;
};

export type Facet = {
  readonly name: FacetName;
  /** The most frequent first, years in their order; "none" and chosen ones that are rare or gone last. */
  readonly values: readonly FacetValue[];
  /** How many more values there are, too rare to be listed. */
  readonly rare: number;
};

/** Values chosen in one facet: an article needs one of them. */
export type Narrowing = { readonly facet: FacetName; readonly values: readonly string[] };

export type ResultOrder = 'relevance' | 'newest' | 'oldest' | 'unread';

/** A question to the index. */
export type SearchAsk = {
  readonly query: string;
  /** The last word may not be typed whole. */
  readonly isTyping: boolean;
  /** Whether other spellings of names are searched too. */
  readonly expands: boolean;
  /** Entries of the registry whose spellings are left out. */
  readonly withoutAliases: readonly string[];
  readonly order: ResultOrder;
  readonly narrowing: readonly Narrowing[];
};

/** A name of the query that other spellings of were searched for. */
export type AliasChip = {
  readonly entry: string;
  readonly name: string;
  readonly typed: string;
  /** The other spellings; none when what was typed may mean several things, and was searched as it stands. */
  readonly also: readonly string[];
  /** What else has this name; `entry` is `null` for what the registry has no entry of. */
  readonly mayMean?: readonly { readonly entry: string | null; readonly name: string }[];
  /** Left out by the analyst. */
  readonly isOff: boolean;
};

/** An article that was found, as it is listed. */
export type ResultRow = {
  readonly articleId: ArticleId;
  /** Others of the result with the same text, which are not listed on their own; left out when there are none. */
  readonly carriers?: readonly ArticleId[];
  /** Where in the canonical text, in order, not overlapping. */
  readonly positions: readonly TextSpan[];
  /** Where in the title. */
  readonly titlePositions: readonly TextSpan[];
  readonly lines: readonly Snippet[];
  readonly status: ReadingStatus;
};

/** What the index answers; more rows are asked for by `result`. */
export type SearchAnswer = {
  /** The number of this result, to ask for more of it while it is the newest. */
  readonly result: number;
  /** The query as it was understood, in its own language; '' when it asked for nothing. */
  readonly understood: string;
  /** The query was longer than is looked up: its end was left out. */
  readonly isCut: boolean;
  readonly aliases: readonly AliasChip[];
  /** How many rows there are: one for each text. */
  readonly total: number;
  /** How many articles, those of the same text each counted. */
  readonly articleCount: number;
  /** The first rows. */
  readonly rows: readonly ResultRow[];
  /** `null` while what is known of the articles is still being read. */
  readonly facets: readonly Facet[] | null;
};
