import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Narrowing, wideOpen } from '#core/picture/narrowing.ts';

/** What map and timeline are narrowed down to together: not kept. */
export const narrowing = createStore<Narrowing>(() => wideOpen);

/** Follow a part of the narrowing. */
export function useNarrowing<Part>(select: (state: Narrowing) => Part): Part {
  return useStore(narrowing, select);
}
