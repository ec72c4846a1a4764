import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MapPoint } from '#core/picture/map-point.ts';

/** Points listed beside the map. */
export type ListedPoints = {
  /** `pile`: those that were clicked; `view`: all that the map shows, as it is moved. */
  readonly of: 'pile' | 'view';
  readonly points: readonly MapPoint[];
};

/** What is listed; `null`: nothing. */
export const listedPoints = createStore<{ readonly listed: ListedPoints | null }>(() => ({ listed: null }));

/** Follow what is listed. */
export function useListedPoints(): ListedPoints | null {
  return useStore(listedPoints, ({ listed }) => listed);
}

/** List points beside the map; those of a pile by the day they say, the newest first. */
export function listPoints(of: ListedPoints['of'], points: readonly MapPoint[]): void {
  const ordered = of === 'view' ? points : [...points].sort((a, b) => compareDays(dayOf(b), dayOf(a)));
  listedPoints.setState({ listed: { of, points: ordered } });
}

/** The day a point is put in order by: when it happened, otherwise when it was published; empty: nobody says. */
function dayOf({ item }: MapPoint): string {
  const time = item?.when ?? item?.published;
  return time?.from ?? time?.until ?? '';
}

function compareDays(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** List none. */
export function closePointList(): void {
  listedPoints.setState({ listed: null });
}
