import { createStore } from 'zustand/vanilla';
import type { LatLon } from '#core/geo/distance.ts';
import { look } from '#state/workspace.ts';

/** The point the analyst clicked for the passage that is being placed; `null` until then. */
export const placingPoint = createStore<{ readonly point: LatLon | null }>(() => ({ point: null }));

/** Take the point of a click on a map, while a passage waits for its place. */
export function pickPoint(point: LatLon): void {
  if (look.getState().placing !== null) placingPoint.setState({ point });
}

/** Stop placing. */
export function endPlacing(): void {
  placingPoint.setState({ point: null });
  look.setState({ placing: null });
}
