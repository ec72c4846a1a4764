import { fold } from '#core/text/fold.ts';
import type { ActorKind } from './actor.ts';
import type { JoinedActor } from './join-actors.ts';

/** An actor that was found. */
export type FoundActor = {
  readonly actor: JoinedActor;
  /** The name it was found by; `null`: what it is called. */
  readonly by: string | null;
};

/**
 * The actors of a kind (`null`: any) that have a name with what is typed in it, those called so first; all of them for
 * nothing. Within these they stay in their order.
 */
export function findActors(
  actors: readonly JoinedActor[],
  query: string,
  kind: ActorKind | null,
): FoundActor[] {
  const wanted = fold(query.trim());
  const called: FoundActor[] = [];
  const known: FoundActor[] = [];
  for (const actor of actors) {
    if (kind !== null && actor.kind !== kind) continue;
    if (fold(actor.name).includes(wanted)) called.push({ actor, by: null });
    else {
      const alias = actor.aliases.find(({ text }) => fold(text).includes(wanted));
      if (alias !== undefined) known.push({ actor, by: alias.text });
    }
  }
  return [...called, ...known];
}
