import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LatLon } from '#core/geo/distance.ts';
import type { Place } from '#core/geo/place.ts';
import { look, showScreen } from '#state/workspace.ts';
import { draftOf, type PlaceDraft } from './place-draft.ts';
import { useNewestPlace } from './use-place-data.ts';

/** A place that is looked at closely, or a new one (`place` `null`), with what is typed about it. */
type OpenPlace = { readonly place: Place | null; readonly draft: PlaceDraft };

type PlaceDesk = {
  /** What the window of a place shows. */
  readonly open: OpenPlace | null;
  /** The window that waits behind the map for a click. */
  readonly moving: OpenPlace | null;
  /** The place that was searched for on the map. */
  readonly found: Place | null;
};

const desk = createStore<PlaceDesk>(() => ({ open: null, moving: null, found: null }));

/** Follow a part of the desk of places. */
export function usePlaceDesk<Part>(select: (state: PlaceDesk) => Part): Part {
  return useStore(desk, select);
}

/** Open the window of a place, or of a new one of a name. */
export function openPlace(place: Place | null, name = ''): void {
  desk.setState({ open: { place, draft: draftOf(place, name) }, moving: null });
}

/** Close the window of a place. */
export function closePlace(): void {
  desk.setState({ open: null, moving: null });
}

/** Let the next click on the large map say where the place is; the window comes back with it. */
export function askForPoint(place: Place | null, draft: PlaceDraft): void {
  desk.setState({ open: null, moving: { place, draft } });
  // A click means one thing at a time.
  look.setState({ placing: null });
  showScreen('map');
}

/** Give the place that waits its point; answers whether one waited. */
export function givePoint({ lat, lon }: LatLon): boolean {
  const { moving } = desk.getState();
  if (moving === null) return false;
  const draft = { ...moving.draft, point: `${lat.toFixed(5)}, ${lon.toFixed(5)}` };
  desk.setState({ open: { ...moving, draft }, moving: null });
  return true;
}

/** Go back to the window without a point. */
export function stopAsking(): void {
  desk.setState(({ moving }) => ({ open: moving, moving: null }));
}

/** Show a place that was searched for; `null`: none any more. */
export function showFound(place: Place | null): void {
  desk.setState({ found: place });
}

/** The place that was searched for, as it is by now. */
export function useFoundPlace(): Place | null {
  return useNewestPlace(usePlaceDesk((state) => state.found));
}

/** Where it is; `null`: there is none, or nobody has located it. */
export function useFoundPoint(): LatLon | null {
  const found = useFoundPlace();
  const [lat, lon] = [found?.lat ?? null, found?.lon ?? null];
  return useMemo(() => (lat === null || lon === null ? null : { lat, lon }), [lat, lon]);
}
