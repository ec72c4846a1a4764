import { useMemo, useState } from 'react';
import type { LatLon } from '#core/geo/distance.ts';

/** An end of what is measured; a bare point of the map has no name. */
export type MeasuredEnd = LatLon & { readonly name: string | null };

/** The measuring on the map. */
export type Measure = {
  readonly isOn: boolean;
  readonly ends: readonly (MeasuredEnd | null)[];
  /** The ends that are set, in order, for the map. */
  readonly points: readonly LatLon[];
  toggle(): void;
  /** Take a click: the end that is missing, or with both a new beginning. */
  pick(end: MeasuredEnd): void;
  /** Set one end, or take it back. */
  set(at: 0 | 1, end: MeasuredEnd | null): void;
};

type Ends = readonly [MeasuredEnd | null, MeasuredEnd | null];
const noEnds: Ends = [null, null];
const noPoints: readonly LatLon[] = [];

/** Measure between two points of the map. */
export function useMeasure(): Measure {
  const [isOn, setIsOn] = useState(false);
  const [ends, setEnds] = useState<Ends>(noEnds);
  const points = useMemo(() => {
    const found = ends.filter((end) => end !== null);
    return isOn && found.length > 0 ? found : noPoints;
  }, [isOn, ends]);
  return {
    isOn,
    ends,
    points,
    toggle() {
      setIsOn(!isOn);
      setEnds(noEnds);
    },
    pick: (end) =>
      setEnds(([from, to]) => {
        if (from === null) return [end, to];
        return to === null ? [from, end] : [end, null];
      }),
    set: (at, end) => setEnds(([from, to]) => (at === 0 ? [end, to] : [from, end])),
  };
}
