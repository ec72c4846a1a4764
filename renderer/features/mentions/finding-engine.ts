import { createStore } from 'zustand/vanilla';
import type { ActorGroup, ActorSpot } from '#core/mentions/group-actors.ts';
import type { findingsApi } from '#workers/findings-api.ts';
import type { MentionProgress } from '#workers/mentions-api.ts';
import type { Client } from '#workers/rpc.ts';

/** The worker that finds actors, people, dates and figures in texts, and how far it is. */
export type FindingEngine = {
  readonly client: Client<typeof findingsApi> | null;
  /** Name of the working copy. */
  readonly name: string;
  /** `null` once all articles have been looked through. */
  readonly progress: MentionProgress | null;
  /** Counts the times something has been found anew, so that what is shown can be asked again. */
  readonly version: number;
  /** Why it stopped; `null` while it works. */
  readonly failure: string | null;
};

export const findingEngine = createStore<FindingEngine>(() => ({
  client: null,
  name: '',
  progress: null,
  version: 0,
  failure: null,
}));

/** Who is suggested and not decided in all articles, the most passages first; `null` when nobody can say. */
export async function askActorGroups(): Promise<readonly ActorGroup[] | null> {
  const { client, name } = findingEngine.getState();
  return client === null ? null : answer(client.call('groups', { name }), null);
}

/** The undecided passages of one of the groups. */
export async function askActorSpots(key: string): Promise<readonly ActorSpot[]> {
  const { client, name } = findingEngine.getState();
  return client === null ? [] : answer(client.call('spots', { name, key }), []);
}

/** What the worker says, or `fallback` when it stopped, which the engine then knows. */
async function answer<Value>(asked: Promise<Value>, fallback: Value): Promise<Value> {
  const { client } = findingEngine.getState();
  try {
    return await asked;
  } catch (error) {
    if (findingEngine.getState().client === client) findingEngine.setState({ failure: String(error) });
    return fallback;
  }
}
