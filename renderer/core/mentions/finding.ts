import type { Anchor } from '#core/annotations/highlight.ts';
import type { ActorId, AnalystId, FindingId } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';

/** What is found in texts beside places. People are actors. */
export const findingKinds = ['actor', 'date', 'figure'] as const;

export type FindingKind = (typeof findingKinds)[number];

/** The analyst's word on an actor, a date or a figure in a text. */
export type Finding = {
  readonly id: FindingId;
  /** Where it was decided. */
  readonly anchor: Anchor;
  readonly kind: FindingKind;
  /** It is what `actorId`, `dating` or the words say; or it is not. */
  readonly status: 'accepted' | 'rejected';
  /** `suggested`: the program had proposed it; `analyst`: found by hand. */
  readonly origin: 'suggested' | 'analyst';
  /** `everywhere`: these words are not this actor in any article, also in those that come; only of what is rejected. */
  readonly reach: 'here' | 'everywhere';
  /** Who is meant, or who is not; `null`: a date, a figure, or somebody whom the registry does not have. */
  readonly actorId: ActorId | null;
  /** What it was called at the decision: the actor's name, or the words. */
  readonly name: string;
  /** When it is, of a date, as it was known at the decision. */
  readonly dating?: Dating;
  readonly reasons: readonly string[];
  readonly analystId?: AnalystId;
  readonly createdAt: string;
};

/** The longest passage that is a finding, in UTF-16 units. */
export const maxFindingLength = 400;
