import type { Anchor } from '#core/annotations/highlight.ts';
import type { AnalystId, AreaId, ArticleId, TrackId } from '#core/ids.ts';
import { type Dating, undated } from '#core/time/dating.ts';
import { newArea } from '#core/tracks/edit-areas.ts';
import { newTrack } from '#core/tracks/edit-tracks.ts';
import type { Area, Track, Waypoint } from '#core/tracks/track.ts';

const made = { analystId: 'a-1' as AnalystId, now: '2024-10-01T08:00:00.000Z' };

/** A track for tests; `id` is also its name. */
export function track(id: string, fields: Partial<Track> = {}): Track {
  return { ...newTrack({ ...made, id: id as TrackId }, id), ...fields };
}

/** An area for tests; `id` is also its name. */
export function area(id: string, fields: Partial<Area> = {}): Area {
  return { ...newArea({ ...made, id: id as AreaId }, id), ...fields };
}

/** A point of a way. */
export function waypoint(name: string, lat: number, lon: number, dating: Dating = undated): Waypoint {
  return { name, lat, lon, dating };
}

/** A dating of certain days. */
export function days(from: string | null, until = from): Dating {
  return { ...undated, from, until, precision: 1, basis: 'stated' };
}

/** A passage of an article. */
export function passage(articleId: string, start: number, exact: string): Anchor {
  return {
    articleId: articleId as ArticleId,
    textSha256: 'a'.repeat(64),
    start,
    end: start + exact.length,
    exact,
    prefix: '',
    suffix: '',
  };
}
