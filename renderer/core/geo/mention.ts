import type { Anchor } from '#core/annotations/highlight.ts';
import type { MentionId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Place } from './place.ts';

/** A place name the program found in a text. It stays a suggestion until the analyst decides. */
export type SuggestedMention = TextSpan & {
  /** The words as they stand in the text. */
  readonly exact: string;
  /** Best first; never empty. */
  readonly candidates: readonly Place[];
  /** Why the first candidate: codes the screen words (`name`, `alias`, `country-in-text`, `near-others`, `larger` …). */
  readonly reasons: readonly string[];
};

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
