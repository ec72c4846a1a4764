import type { ActorId } from '#core/ids.ts';
import { type Area, precisionOf, type Track, type Waypoint } from '#core/tracks/track.ts';
import { trackDays } from '#core/tracks/track-legs.ts';
import type { DrawnArea, DrawnTrack } from './shapes.ts';
import type { TrackWords } from './use-track-words.ts';

/** Turns records into what the map draws of them. */
export type DescribeShapes = {
  readonly track: (track: Track) => DrawnTrack;
  readonly area: (area: Area) => DrawnArea;
  /** What stands beside a waypoint of the chosen track. */
  readonly waypoint: (point: Waypoint) => string;
};

/** Describe tracks and areas; each record once, however often the map asks for it. */
export function describeShapes(
  words: TrackWords,
  actorName: (id: ActorId) => string,
  untitled: string,
): DescribeShapes {
  const names = (ids: readonly ActorId[]) => ids.map(actorName).join(', ');
  return {
    track: once((track) => ({
      id: track.id,
      uncertaintyKm: track.uncertaintyKm,
      title: join([track.name || untitled, words.when(trackDays(track)), names(track.actorIds)]),
      waypoints: track.waypoints.map((point) => ({
        lat: point.lat,
        lon: point.lon,
        isDated: point.dating.from !== null || point.dating.until !== null,
        precision: precisionOf(point),
      })),
    })),
    area: once((area) => ({
      id: area.id,
      kind: area.kind,
      rings: area.rings,
      circle: area.circle ?? null,
      name: area.name,
      title: join([area.name, words.areaKind(area.kind), words.when(area.dating), names(area.actorIds)]),
    })),
    waypoint: ({ name, dating }) => join([name, words.when(dating)]),
  };
}

/** Records are values: the answer for one stays. */
function once<Given extends object, Answer>(make: (given: Given) => Answer): (given: Given) => Answer {
  const made = new WeakMap<Given, Answer>();
  return (given) => {
    const known = made.get(given);
    if (known !== undefined) return known;
    const fresh = make(given);
    made.set(given, fresh);
    return fresh;
  };
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
