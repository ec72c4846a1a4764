import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LatLon } from '#core/geo/distance.ts';
import { look, useLook } from '#state/workspace.ts';
import { givePoint, useFoundPoint, usePlaceDesk } from './place-desk.ts';

/** The point the analyst clicked for the passage that is being placed; `null` until then. */
export const placingPoint = createStore<{ readonly point: LatLon | null }>(() => ({ point: null }));

/** Take the point of a click on a map, while a passage or a place waits for one. */
export function pickPoint(point: LatLon): void {
  if (givePoint(point)) return;
  if (look.getState().placing !== null) placingPoint.setState({ point });
}

/** Whether a passage or a place waits for a click on the map. */
export function useWaitsForPoint(): boolean {
  const isPlaceWaiting = usePlaceDesk((desk) => desk.moving !== null);
  const isPassageWaiting = useLook((state) => state.placing !== null);
  return isPlaceWaiting || isPassageWaiting;
}

/** The point the cross hair of the map stands on: the one clicked for a passage, or that of the place searched for. */
export function usePointShown(): LatLon | null {
  const clicked = useStore(placingPoint, (state) => state.point);
  const found = useFoundPoint();
  return clicked ?? found;
}

/** Stop placing. */
export function endPlacing(): void {
  placingPoint.setState({ point: null });
  look.setState({ placing: null });
}
