import { t as say } from '@lingui/core/macro';
import type { ActorKind } from '#core/actors/actor.ts';

/** What an actor is, in words. */
export function kindWord(kind: ActorKind): string {
  const words: Record<ActorKind, string> = {
    'armed-group': say`Armed group`,
    militia: say`Militia`,
    'state-forces': say`State forces`,
    'external-forces': say`External forces`,
    government: say`Government`,
    alliance: say`Alliance`,
    organisation: say`Organisation`,
    person: say`Person`,
  };
  return words[kind];
}
