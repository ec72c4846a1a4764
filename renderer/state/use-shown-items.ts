import { type NarrowedItems, narrowItems } from '#core/picture/narrow-items.ts';
import type { Narrowing } from '#core/picture/narrowing.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { useNarrowing } from './narrowing.ts';
import { usePictureItems } from './use-picture-items.ts';

/** Everything with a place or a time, and what the narrowing leaves of it. */
export type ShownItems = NarrowedItems & { readonly all: readonly PictureItem[] };

/** The last answer: map, timeline and lists ask for the same one in the same frame. */
let last: { readonly narrowing: Narrowing; readonly shown: ShownItems } | null = null;

/** What map and timeline show now; `undefined` until everything is read. */
export function useShownItems(): ShownItems | undefined {
  const all = usePictureItems();
  const narrowing = useNarrowing((state) => state);
  if (all === undefined) return undefined;
  if (last?.narrowing !== narrowing || last.shown.all !== all) {
    last = { narrowing, shown: { all, ...narrowItems(all, narrowing) } };
  }
  return last.shown;
}
