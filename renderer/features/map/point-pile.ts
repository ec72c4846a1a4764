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

/** List points beside the map. */
export function listPoints(of: ListedPoints['of'], points: readonly MapPoint[]): void {
  listedPoints.setState({ listed: { of, points } });
}

/** List none. */
export function closePointList(): void {
  listedPoints.setState({ listed: null });
}
