import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';

/** The actor that a name stands for and nobody else. */
export type NamedActor = { readonly actorId: ActorId; readonly name: string };

/** Names by which collections may call an actor of the registry, folded; a plain list, so that a worker can have it. */
export type ActorNames = readonly (readonly [string, NamedActor])[];

/** The names that mean one actor alone. Names that are left open mean nobody. */
export function listActorNames(actors: readonly JoinedActor[]): ActorNames {
  const owners = new Map<string, NamedActor | null>();
  for (const { id, name, aliases } of actors) {
    const names = [name, ...aliases.filter(({ isOpen }) => !isOpen).map(({ text }) => text)];
    for (const key of new Set(names.map(keyOf))) {
      const owner = owners.get(key);
      owners.set(key, owner === undefined || owner?.actorId === id ? { actorId: id, name } : null);
    }
  }
  return [...owners].flatMap(([key, owner]) => (owner === null ? [] : [[key, owner] as const]));
}

/**
 * The actor of the registry that a collection's name means: the name itself, without the years or the country in
 * brackets at its end, or either side of the colon in “JNIM: Group for Support of Islam and Muslims”. `null` when it
 * means nobody or the parts mean two.
 */
export function findNamedActor(printed: string, names: ReadonlyMap<string, NamedActor>): NamedActor | null {
  const bare = printed.replace(/\s*\([^()]*\)\s*$/, '');
  const parts = [printed, bare, ...(bare.includes(':') ? bare.split(':', 2) : [])].map(keyOf);
  const found = parts.flatMap((part) => names.get(part) ?? []);
  const [first] = found;
  return first !== undefined && found.every(({ actorId }) => actorId === first.actorId) ? first : null;
}

function keyOf(name: string): string {
  return fold(name.normalize('NFC')).replace(/\s+/g, ' ').trim();
}
