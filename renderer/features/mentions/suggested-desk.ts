import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Which suggested actors are listed, and which is looked at: as it was left when the list comes up again. */
export type SuggestedDesk = {
  readonly query: string;
  readonly sort: 'all' | 'known' | 'people' | 'doubtful';
  /** The key of a group. */
  readonly chosen: string | null;
};

export const suggestedDesk = createStore<SuggestedDesk>(() => ({ query: '', sort: 'all', chosen: null }));

/** Follow all of the desk. */
export function useSuggestedDesk(): SuggestedDesk {
  return useStore(suggestedDesk);
}
