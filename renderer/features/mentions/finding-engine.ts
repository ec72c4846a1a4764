import { createStore } from 'zustand/vanilla';
import type { findingsApi } from '#workers/findings-api.ts';
import type { MentionProgress } from '#workers/mentions-api.ts';
import type { Client } from '#workers/rpc.ts';

/** The worker that finds actors, people, dates and figures in texts, and how far it is. */
export type FindingEngine = {
  readonly client: Client<typeof findingsApi> | null;
  /** `null` once all articles have been looked through. */
  readonly progress: MentionProgress | null;
  /** Why it stopped; `null` while it works. */
  readonly failure: string | null;
};

export const findingEngine = createStore<FindingEngine>(() => ({
  client: null,
  progress: null,
  failure: null,
}));
