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
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly note: string;
  readonly aliases: readonly ActorAlias[];
};
