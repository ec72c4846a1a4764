import type { Anchor } from '#core/annotations/highlight.ts';
import type { MentionId, PlaceId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Place } from './place.ts';

/** A place name the program found in a text. It stays a suggestion until the analyst decides. */
export type SuggestedMention = TextSpan & {
  /** The words as they stand in the text. */
  readonly exact: string;
  /** Best first; never empty. */
  readonly candidates: readonly Place[];
  /** Why the first candidate: `MentionReason`s, for the screen to word. */
  readonly reasons: readonly string[];
  /** From 0 to 1: how much speaks for a place at all and for the first candidate. Only good for putting in order. */
  readonly strength: number;
};

/** What a suggestion is counted and put in order by. */
export type BriefSuggestion = Pick<SuggestedMention, 'start' | 'end' | 'strength'> & {
  /** Of the first candidate. */
  readonly placeId: PlaceId;
};

/** A suggestion in brief; none of one without a candidate. */
export function briefOf({ start, end, strength, candidates }: SuggestedMention): BriefSuggestion[] {
  const [place] = candidates;
  return place === undefined ? [] : [{ start, end, strength, placeId: place.id }];
}

/** What speaks for or against a suggestion. */
export type MentionReason =
  /** The text has the place's own name, one of its other spellings, or a name of the list of aliases. */
  | 'name'
  | 'other-spelling'
  | 'alias'
  /** A place the analyst made. */
  | 'own-place'
  /** No other place has this name. */
  | 'only-one'
  | 'larger'
  /** Its country is spoken of in the article. */
  | 'country-in-text'
  /** Other places close to it are named nearby. */
  | 'near-others'
  /** A word such as “region” or “village” stands beside the name. */
  | 'kind-word'
  /** Decided together with the same name elsewhere in the article. */
  | 'same-name'
  /** The name hung on another word (“Barsaloghoin”). */
  | 'glued'
  /** Coordinates were corrected; the note says how. */
  | 'corrected'
  /** No one knows the coordinates. */
  | 'unlocated'
  /** May well be something else: a person, a common word. */
  | 'weak-name'
  /** Stands in what import took for boilerplate. */
  | 'boilerplate';

/** The analyst's word on a mention: this passage is about this place, or this is no place (`rejected`). */
export type Mention = {
  readonly id: MentionId;
  readonly anchor: Anchor;
  readonly status: 'accepted' | 'rejected';
  /** `suggested`: the program had proposed it; `analyst`: placed by hand. */
  readonly origin: 'suggested' | 'analyst';
  /** The place as it was known at the decision, so that the record stays true if the gazetteer changes. */
  readonly place: Place;
  readonly reasons: readonly string[];
  readonly createdAt: string;
};
