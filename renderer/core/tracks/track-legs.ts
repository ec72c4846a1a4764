import { daysBetween } from '#core/events/enter-dating.ts';
import { distanceKm } from '#core/geo/distance.ts';
import { bearingDegrees } from '#core/geo/great-circle.ts';
import type { Dating } from '#core/time/dating.ts';
import type { Track } from './track.ts';

/** The way from one waypoint to the next, as the crow flies. */
export type Leg = {
  readonly km: number;
  /** In which direction it begins, degrees from true north. */
  readonly bearing: number;
  /** Days it took at least and at most; `null`: not dated well enough at both ends. */
  readonly days: { readonly least: number; readonly most: number } | null;
  /** Whether the dates say that its end was reached before its beginning was left. */
  readonly isBackInTime: boolean;
};

/** The legs of a track: one fewer than it has waypoints. */
export function trackLegs({ waypoints }: Pick<Track, 'waypoints'>): Leg[] {
  return waypoints.slice(1).flatMap((to, at) => {
    const from = waypoints[at];
    if (from === undefined) return [];
    const days = daysOf(from.dating, to.dating);
    return {
      km: distanceKm(from, to),
      bearing: bearingDegrees(from, to),
      days: days === null || days.most < 0 ? null : { ...days, least: Math.max(0, days.least) },
      isBackInTime: days !== null && days.most < 0,
    };
  });
}

/** From the first day known of a way to its last; `null` where none is known. */
export function trackDays({ waypoints }: Pick<Track, 'waypoints'>): Pick<Dating, 'from' | 'until'> {
  const days = waypoints
    .flatMap(({ dating: { from, until } }) => [from, until])
    .filter((day) => day !== null)
    .sort();
  return { from: days[0] ?? null, until: days.at(-1) ?? null };
}

function daysOf(from: Dating, to: Dating): { least: number; most: number } | null {
  if (from.from === null || from.until === null || to.from === null || to.until === null) return null;
  return { least: daysBetween(from.until, to.from), most: daysBetween(from.from, to.until) };
}
