import { type NarrowedItems, narrowItems } from '#core/picture/narrow-items.ts';
import type { Narrowing } from '#core/picture/narrowing.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { usePictureItems } from './use-picture-items.ts';
import { useReachingNarrowing } from './use-reaching-narrowing.ts';

type Narrowed = NarrowedItems & { readonly all: readonly PictureItem[] };

/** The answer given last: map, lists and bars ask for the same one at every step of the slider. */
let last: { readonly narrowing: Narrowing; readonly answer: Narrowed } | null = null;

/** What the narrowing leaves of everything with a place or a time; `undefined` until all of it is read. */
export function useNarrowedItems(): Narrowed | undefined {
  const all = usePictureItems();
  const narrowing = useReachingNarrowing();
  if (all === undefined) return undefined;
  if (last === null || last.narrowing !== narrowing || last.answer.all !== all)
    last = { narrowing, answer: { all, ...narrowItems(all, narrowing) } };
  return last.answer;
}

/** What was answered last, for words that are asked for now and then beside what follows each step; `null`: nothing. */
export function newestNarrowed(): Narrowed | null {
  return last?.answer ?? null;
}
