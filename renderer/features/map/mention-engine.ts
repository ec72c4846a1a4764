import { createStore } from 'zustand/vanilla';
import type { Bounds, Town } from '#core/geo/create-gazetteer.ts';
import type { SuggestionGroup, SuggestionPassage } from '#core/geo/group-suggestions.ts';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import type { MentionProgress, mentionsApi } from '#workers/mentions-api.ts';
import type { Client } from '#workers/rpc.ts';

/** The worker that finds places in texts, and how far it is. */
export type MentionEngine = {
  readonly client: Client<typeof mentionsApi> | null;
  /** Name of the working copy. */
  readonly name: string;
  /** `null` once all articles have been looked through. */
  readonly progress: MentionProgress | null;
  /** Counts the times suggestions have been found anew, so that what is shown can be asked again. */
  readonly version: number;
  /** Why it stopped; `null` while it works. */
  readonly failure: string | null;
};

export const mentionEngine = createStore<MentionEngine>(() => ({
  client: null,
  name: '',
  progress: null,
  version: 0,
  failure: null,
}));

/** Places by name, best first; none when the worker is not there. */
export async function searchPlaces(text: string, limit: number): Promise<readonly Place[]> {
  const { client, name } = mentionEngine.getState();
  return client === null ? [] : answer(client.call('search', { name, text, limit }), []);
}

/** The most important towns in a box. */
export async function askTowns(bounds: Bounds, limit: number): Promise<readonly Town[]> {
  const { client } = mentionEngine.getState();
  return client === null ? [] : answer(client.call('towns', { bounds, limit }), []);
}

/** Undecided suggestions of all articles by place. */
export async function askGroups(): Promise<readonly SuggestionGroup[]> {
  const { client, name } = mentionEngine.getState();
  return client === null ? [] : answer(client.call('groups', { name }), []);
}

/** The undecided passages of a place. */
export async function askPassages(placeId: PlaceId, limit: number): Promise<readonly SuggestionPassage[]> {
  const { client, name } = mentionEngine.getState();
  return client === null ? [] : answer(client.call('passages', { name, placeId, limit }), []);
}

/** What the worker says, or `fallback` when it stopped, which the engine then knows. */
async function answer<Value>(asked: Promise<Value>, fallback: Value): Promise<Value> {
  const { client } = mentionEngine.getState();
  try {
    return await asked;
  } catch (error) {
    if (mentionEngine.getState().client === client) mentionEngine.setState({ failure: String(error) });
    return fallback;
  }
}
