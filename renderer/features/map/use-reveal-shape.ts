import { type RefObject, useEffect, useRef } from 'react';
import { useLook } from '#state/workspace.ts';
import type { MapWidget } from './create-map.ts';
import type { ShapesOnMap } from './shapes.ts';

/** Bring the chosen track or area into the view and its list to the front, whoever chose it. */
export function useRevealShape(
  widget: RefObject<MapWidget | null>,
  { tracks, areas }: ShapesOnMap,
  onChosen: () => void,
): void {
  const chosen = useLook((state) => state.shape);
  const told = useRef(onChosen);
  told.current = onChosen;
  useEffect(() => {
    if (chosen !== null) told.current();
  }, [chosen]);

  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (chosen === null) shown.current = null;
    if (chosen === null || shown.current === chosen.id) return;
    const track = tracks.find(({ id }) => id === chosen.id);
    const area = areas.find(({ id }) => id === chosen.id);
    const points = track?.waypoints ?? area?.rings.flat().map(([lon, lat]) => ({ lat, lon }));
    // It comes a moment after it was chosen when it was just made: then it is where the analyst looks.
    if (points === undefined) return;
    shown.current = chosen.id;
    widget.current?.revealAll(points);
  }, [widget, chosen, tracks, areas]);
}
