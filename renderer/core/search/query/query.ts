/** A field the analyst may name in a query. */
export type SearchField = 'title' | 'text';

/** What every part of a query that stands for words has. */
type Weighed = {
  /** `null`: title and text. */
  readonly field: SearchField | null;
  /** How much it counts, 1 being usual; between 0 and 1,000. */
  readonly boost: number;
};

/** A word as it is looked up: folded, without marks around it. */
export type WordNode = Weighed & {
  readonly kind: 'word';
  readonly word: string;
  /**
   * `stem`: in all its forms, by the language of each article; `exact`: in this form alone; `typed`: in all its forms,
   * and every word that begins with it, since the analyst may not have typed it whole.
   */
  readonly how: 'stem' | 'exact' | 'typed';
  /** A stop word in capitals, as `US` and `WHO` are: meant as a name, and found only in capitals. */
  readonly isName: boolean;
  /** Of an `exact` word: the beginning of one that is being typed with a hyphen, not in quotation marks. */
  readonly isUnquoted?: true;
};

/** Every word that fits: `*` stands for any letters. Folded. */
export type PatternNode = Weighed & { readonly kind: 'pattern'; readonly pattern: string };

/** Every word at most `distance` letters (put in, left out, changed or swapped) from `word`; 1 or 2. */
export type FuzzyNode = Weighed & {
  readonly kind: 'fuzzy';
  readonly word: string;
  readonly distance: number;
};

/** Words in exactly these forms: one after another, or (`slack` set) in any order with at most so many others between. */
export type PhraseNode = Weighed & {
  readonly kind: 'phrase';
  readonly words: readonly string[];
  readonly slack: number | null;
  /** One word as it was typed, without quotation marks (`tri-border`): other spellings of it may be meant as well. */
  readonly isUnquoted?: true;
};

/** What is asked of an article rather than of its words. */
export type Filter =
  /** A tag by its name or path (`Actors/JNIM`), or one below it; folded. */
  | { readonly by: 'tag'; readonly value: string }
  /** Publisher or carrier holds these words; folded. */
  | { readonly by: 'source'; readonly value: string }
  | { readonly by: 'publisher'; readonly value: string }
  /** `en`, `fr`, `ar` or `und`. */
  | { readonly by: 'lang'; readonly value: string }
  /** A place by one of its names: accepted, or only suggested by the program; folded. */
  | { readonly by: 'place'; readonly value: string }
  /** The stated date of publication is on or after (before) `date`: `2024`, `2024-09` or `2024-09-01`. */
  | { readonly by: 'after' | 'before'; readonly date: string }
  | { readonly by: 'is'; readonly value: 'unread' | 'reading' | 'read' | 'flagged' }
  | { readonly by: 'has'; readonly value: 'highlight' | 'note' | 'tag' | 'place' | 'date' };

export type FilterNode = { readonly kind: 'filter'; readonly filter: Filter };

/**
 * An actor of the registry (`actor:JNIM`), meant with all its spellings even where names are not expanded: the registry
 * puts an alias node in its place, which keeps this as `typed`. A name the registry doesn't know is found as it stands.
 */
export type ActorNode = { readonly kind: 'actor'; readonly name: WordNode | PhraseNode };

/** All of them. */
export type AllNode = { readonly kind: 'all'; readonly of: readonly QueryNode[] };

/** At least one of them; of none, nothing. */
export type AnyNode = { readonly kind: 'any'; readonly of: readonly QueryNode[] };

/** Not this one; the articles that are left do not count as better or worse. */
export type NotNode = { readonly kind: 'not'; readonly of: QueryNode };

/** What `of` finds; articles that have some of `also` as well count as better. */
export type PreferNode = {
  readonly kind: 'prefer';
  readonly of: QueryNode;
  readonly also: readonly QueryNode[];
};

/** What was typed, or another spelling of the same name from the registry. */
export type AliasNode = {
  readonly kind: 'alias';
  /** The entry of the registry, so that one can be switched off. */
  readonly entry: string;
  /** The name as the registry has it, to be shown. */
  readonly name: string;
  readonly typed: QueryNode;
  readonly also: readonly LeafNode[];
};

/** Every article. */
export type EverythingNode = { readonly kind: 'everything' };

export type LeafNode = WordNode | PatternNode | FuzzyNode | PhraseNode;

export type QueryNode =
  | LeafNode
  | FilterNode
  | ActorNode
  | AllNode
  | AnyNode
  | NotNode
  | PreferNode
  | AliasNode
  | EverythingNode;

/** A query as it was understood. */
export type Query = {
  /** `null`: nothing is asked for. */
  readonly root: QueryNode | null;
  /** Whether boilerplate is searched too. */
  readonly inNoise: boolean;
  /** More was asked than is looked up: the rest, at the end, is left out. */
  readonly isCut: boolean;
};
