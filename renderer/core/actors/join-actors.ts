import type { ActorId } from '#core/ids.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { fold } from '#core/text/fold.ts';
import type { Actor, ActorAlias, ActorEntry } from './actor.ts';

/** An actor of the one registry there is: the program's with what the analyst says of it, or the analyst's own. */
export type JoinedActor = Actor & {
  /** Whether the program's registry has it. */
  readonly isKnown: boolean;
  /** What the analyst says of it; `null`: nothing. */
  readonly entry: ActorEntry | null;
  /** The actors that are the same as this one, whose names it has too. */
  readonly merged: readonly MergedActor[];
};

/** An actor that is the same as another, and the names that the other has by it. */
export type MergedActor = {
  readonly id: ActorId;
  readonly name: string;
  readonly names: readonly string[];
};

/** The source of a name that the analyst gave. */
export const analystSource = 'analyst';

/**
 * One registry of the program's actors and what the analyst says of them: names added and taken away, actors that are
 * the same as another made one with it, and new ones. A name that two actors have by what the analyst did is left open
 * for both. The program's come first, in their order; actors that went into another are not listed.
 */
export function joinActors(program: readonly Actor[], entries: readonly ActorEntry[]): JoinedActor[] {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const known = new Set(program.map(({ id }) => id));
  const all = [
    ...program.map((actor) => withEntry(actor, own.get(actor.id) ?? null)),
    ...entries.filter(({ id }) => !known.has(id)).map(newActor),
  ];
  if (entries.length === 0) return all;
  const byId = new Map(all.map((actor) => [actor.id, actor]));
  const stands = (id: ActorId) => standingFor(id, byId);
  const joined = all
    .filter(({ id }) => stands(id) === id)
    .map((actor) =>
      takeIn(
        actor,
        all.filter(({ id }) => id !== actor.id && stands(id) === actor.id),
      ),
    );
  return leaveSharedOpen(joined.map((actor) => pointAnew(actor, stands)));
}

/**
 * The actor that each id stands for, through all that are merged: to read what was noted of an actor before it went into
 * another. An id that nobody has stands for itself.
 */
export function standIn(actors: readonly JoinedActor[]): (id: ActorId) => ActorId {
  const into = new Map(actors.flatMap(({ id, merged }) => merged.map((one) => [one.id, id] as const)));
  return (id) => into.get(id) ?? id;
}

function withEntry(actor: Actor, entry: ActorEntry | null): JoinedActor {
  if (entry === null) return { ...actor, isKnown: true, entry, merged: [] };
  const { name, kind, note } = entry;
  const without = new Set(entry.without.map(fold));
  const aliases = actor.aliases.filter(({ text }) => !without.has(fold(text)));
  return {
    id: actor.id,
    name,
    kind,
    note,
    aliases: addNames(aliases, entry.aliases),
    isKnown: true,
    entry,
    merged: [],
  };
}

function newActor(entry: ActorEntry): JoinedActor {
  const { id, name, kind, note, aliases } = entry;
  return { id, name, kind, note, aliases: addNames([], aliases), isKnown: false, entry, merged: [] };
}

/** The names with those of `more` that are new among them. */
function addNames(aliases: readonly ActorAlias[], more: readonly ActorAlias[]): readonly ActorAlias[] {
  const has = new Set(aliases.map(({ text }) => fold(text)));
  const added = more.filter(({ text }) => {
    const key = fold(text);
    if (has.has(key)) return false;
    has.add(key);
    return true;
  });
  return added.length === 0 ? aliases : [...aliases, ...added];
}

/**
 * The end of the way that leads from an actor to what it is merged into. A way that goes in a circle, which two laptops
 * can make together, ends at the first id of the circle; one that leads to nobody ends where it still stands.
 */
function standingFor(id: ActorId, actors: ReadonlyMap<ActorId, JoinedActor>): ActorId {
  const way: ActorId[] = [id];
  for (let at = id; ; ) {
    const next = actors.get(at)?.entry?.mergedInto ?? null;
    if (next === null || !actors.has(next)) return at;
    const circle = way.indexOf(next);
    if (circle >= 0) return way.slice(circle).toSorted()[0] ?? at;
    way.push(next);
    at = next;
  }
}

function takeIn(actor: JoinedActor, others: readonly JoinedActor[]): JoinedActor {
  if (others.length === 0) return actor;
  let { aliases } = actor;
  const merged = others.map(({ id, name, aliases: more }): MergedActor => {
    const before = aliases.length;
    aliases = addNames(aliases, more);
    return { id, name, names: aliases.slice(before).map(({ text }) => text) };
  });
  return { ...actor, aliases, merged };
}

/** What a name is shared with, when some of these have become one. It stays open: nobody has said that it is clear. */
function pointAnew(actor: JoinedActor, stands: (id: ActorId) => ActorId): JoinedActor {
  const aliases = actor.aliases.map((alias) => {
    if (alias.ambiguousWith.length === 0) return alias;
    const others = new Set(alias.ambiguousWith.map((id) => stands(id as ActorId)));
    others.delete(actor.id);
    return { ...alias, ambiguousWith: [...others] };
  });
  return { ...actor, aliases };
}

/** What a name is recognised by in a search: `IS-GS` and `ISGS` are one. */
function keyOf(name: string): string {
  return scanWords(name)
    .map(({ word }) => word)
    .join('');
}

function leaveSharedOpen(actors: readonly JoinedActor[]): JoinedActor[] {
  const holders = new Map<string, Set<ActorId>>();
  for (const { id, aliases } of actors)
    for (const { text } of aliases) {
      const key = keyOf(text);
      holders.set(key, (holders.get(key) ?? new Set()).add(id));
    }
  return actors.map((actor) => {
    const aliases = actor.aliases.map((alias) => {
      const others = [...(holders.get(keyOf(alias.text)) ?? [])].filter((id) => id !== actor.id);
      const isSaid = others.every((id) => alias.ambiguousWith.includes(id));
      if (isSaid) return alias;
      return { ...alias, isOpen: true, ambiguousWith: [...new Set([...alias.ambiguousWith, ...others])] };
    });
    return { ...actor, aliases };
  });
}
