import type { ActorEntry, ActorRelation } from '#core/actors/actor.ts';
import type { Database } from './database.ts';

/** All that the analyst says of actors, in the order of their ids. */
export function listActorEntries(db: Database): Promise<ActorEntry[]> {
  return db.actors.toArray();
}

/** The relations between actors that the analyst keeps. */
export function listActorRelations(db: Database): Promise<ActorRelation[]> {
  return db.relations.toArray();
}
