import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Place } from '#core/geo/place.ts';

/** Finds places of the gazetteer and the analyst's own by name, best first. */
export type SearchPlaces = (text: string, limit: number) => Promise<readonly Place[]>;

/** The search over the gazetteer; `null` as long as nobody has read it. */
export const placeSearch = createStore<{ readonly search: SearchPlaces | null }>(() => ({ search: null }));

const none: readonly Place[] = [];

/** The places that go by what is typed, best first; those of the text before until they are found, none for nothing. */
export function usePlacesNamed(text: string, limit: number): readonly Place[] {
  const search = useStore(placeSearch, (state) => state.search);
  const [found, setFound] = useState(none);
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (search === null || isEmpty) return;
    let isCurrent = true;
    void search(text, limit).then((places) => isCurrent && setFound(places));
    return () => {
      isCurrent = false;
    };
  }, [search, text, limit, isEmpty]);
  return isEmpty ? none : found;
}
