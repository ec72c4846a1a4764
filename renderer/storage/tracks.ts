import type { AreaId, TrackId } from '#core/ids.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import type { Database } from './database.ts';

/** All tracks, in the order in which they were made. */
export function listTracks(db: Database): Promise<Track[]> {
  return db.tracks.toArray();
}

/** One track; `null` when there is none with this id. */
export async function findTrack(db: Database, id: TrackId): Promise<Track | null> {
  return (await db.tracks.get(id)) ?? null;
}

/** All areas, in the order in which they were made. */
export function listAreas(db: Database): Promise<Area[]> {
  return db.areas.toArray();
}

/** One area; `null` when there is none with this id. */
export async function findArea(db: Database, id: AreaId): Promise<Area | null> {
  return (await db.areas.get(id)) ?? null;
}

/** All tracks and areas. */
export async function readShapes(
  db: Database,
): Promise<{ readonly tracks: Track[]; readonly areas: Area[] }> {
  const [tracks, areas] = await Promise.all([listTracks(db), listAreas(db)]);
  return { tracks, areas };
}
