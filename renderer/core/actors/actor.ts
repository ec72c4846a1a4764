import type { Anchor } from '#core/annotations/highlight.ts';
import type { ActorId, AnalystId, RelationId } from '#core/ids.ts';

/** What an actor is. */
export const actorKinds = [
  'armed-group',
  'militia',
  'state-forces',
  'external-forces',
  'government',
  'alliance',
  'organisation',
  'person',
] as const;

export type ActorKind = (typeof actorKinds)[number];

/** In which language an actor goes by a name; `any`: acronyms and proper names that all of them print. */
export const aliasLanguages = ['any', 'en', 'fr', 'ar'] as const;

export type AliasLanguage = (typeof aliasLanguages)[number];

/** A name or a usual description of an actor, as it stands in texts. */
export type ActorAlias = {
  readonly text: string;
  readonly language: AliasLanguage;
  /** Which of the registry's sources has it. */
  readonly source: string;
  /** When it came into use and went out of it (`2022`, `2022-03` or `2022-03-01`); `null`: not known, or still used. */
  readonly from: string | null;
  readonly until: string | null;
  /**
   * It may as well mean something else and is never taken for this actor alone, except where one of `near` stands close
   * by in the text.
   */
  readonly isOpen: boolean;
  readonly near: readonly string[];
  /** Ids of the actors that share it. */
  readonly ambiguousWith: readonly string[];
  /** What else has this name, to be shown: `Fama (ML)`. */
  readonly alsoMeans: readonly string[];
  readonly note: string;
};

/** Somebody who acts: a group, a force, a government, a person. */
export type Actor = {
  /** A word of the program's registry, such as `jnim`, or a UUIDv7 of one the analyst made. */
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  readonly note: string;
  readonly aliases: readonly ActorAlias[];
};

/** What the analyst says of an actor: a whole one of their own, or what they changed in one of the program's registry. */
export type ActorEntry = {
  /** The id of the actor it changes, or a new one. */
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  readonly note: string;
  /** Names that are added. */
  readonly aliases: readonly ActorAlias[];
  /** Names of the registry that are not this actor's. */
  readonly without: readonly string[];
  /** It is the same as this one, which has its names and mentions from then on; `null`: stands for itself. */
  readonly mergedInto: ActorId | null;
  readonly analystId?: AnalystId;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** How two actors stand to each other. The first is the subject: it pledges, belongs to, follows, splits from. */
export const relationKinds = [
  'pledged',
  'part-of',
  'allied',
  'follows',
  'split-from',
  'fights',
  'talks',
] as const;

export type RelationKind = (typeof relationKinds)[number];

/** A relation between two actors, for a time, and what it rests on. */
export type KnownRelation = {
  readonly id: RelationId;
  readonly kind: RelationKind;
  readonly from: ActorId;
  readonly to: ActorId;
  /** `2017`, `2017-03` or `2017-03-02`; `null`: not known, or still so. */
  readonly since: string | null;
  readonly until: string | null;
  /** Which of the registry's sources says so, for those of the registry; empty for the analyst's. */
  readonly source: string;
  readonly note: string;
};

/** A relation the analyst keeps. */
export type ActorRelation = KnownRelation & {
  /** The passages that say so. */
  readonly passages: readonly Anchor[];
  readonly analystId?: AnalystId;
  readonly createdAt: string;
};

/** Most names of one entry and passages of one relation: each is one stored value. */
export const maxEntryAliases = 100;
export const maxRelationPassages = 20;
