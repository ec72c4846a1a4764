import { destination } from '#core/geo/great-circle.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, AreaId } from '#core/ids.ts';
import { undated } from '#core/time/dating.ts';
import { type Area, type Circle, maxAreaPoints, maxRadiusKm, maxTrackName, maxTrackNote } from './track.ts';

/** Who makes an area, under which id and when. */
export type AreaMaker = { readonly id: AreaId; readonly analystId: AnalystId; readonly now: string };

/** [longitude, latitude] in degrees. */
export type Corner = readonly [number, number];

/** An area of which nothing is said yet; without `rings` it has no corners either. */
export function newArea(
  { id, analystId, now }: AreaMaker,
  name: string,
  rings: readonly (readonly Corner[])[] = [],
): Area {
  return {
    id,
    name,
    kind: 'interest',
    actorIds: [],
    rings,
    dating: undated,
    note: '',
    passages: [],
    analystId,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * Keep `area` in the place of `stored`, which is `null` as long as nothing is; what did not change makes no edit.
 * Throws when it holds more than can be stored.
 */
export function keepArea(stored: Area | null, area: Area, now: string): Change[] {
  const corners = area.rings.reduce((count, ring) => count + ring.length, 0);
  if (area.name.length > maxTrackName) throw new RangeError(`a name of ${area.name.length} units`);
  if (area.note.length > maxTrackNote) throw new RangeError(`a note of ${area.note.length} units`);
  if (corners > maxAreaPoints) throw new RangeError(`an area of ${corners} corners`);
  const radius = area.circle?.radiusKm ?? 1;
  if (!(radius > 0 && radius <= maxRadiusKm)) throw new RangeError(`a circle of ${radius} km`);
  const kept = { ...area, name: area.name.toWellFormed(), note: area.note.toWellFormed() };
  if (stored === null) return [creation('areas', { ...kept, updatedAt: now })];
  const unchanged = sameRecord({ ...stored, updatedAt: '' }, { ...kept, updatedAt: '' });
  return unchanged ? [] : [replacement('areas', stored, { ...kept, updatedAt: now })];
}

/** Take an area away. */
export function deleteArea(area: Area): Change[] {
  return [removal('areas', area)];
}

/** The area with one more corner at the end of its outline, or of a hole; full: as it was. */
export function addCorner(area: Area, corner: Corner, ring = 0): Area {
  const corners = area.rings.reduce((count, each) => count + each.length, 0);
  if (corners >= maxAreaPoints) return area;
  // A hole begins with its first corner.
  return withRing(area, Math.min(ring, area.rings.length), [...(area.rings[ring] ?? []), corner]);
}

/** The area with a corner of its outline, or of a hole, somewhere else. */
export function moveCorner(area: Area, at: number, corner: Corner, ring = 0): Area {
  const corners = area.rings[ring] ?? [];
  return corners[at] === undefined ? area : withRing(area, ring, corners.with(at, corner));
}

/** The area without a corner of its outline, or of a hole; a hole goes with its last one. */
export function removeCorner(area: Area, at: number, ring = 0): Area {
  const corners = (area.rings[ring] ?? []).filter((_, index) => index !== at);
  if (ring > 0 && corners.length === 0) return fillHole(area, ring);
  return withRing(area, ring, corners);
}

/** The area with a hole cut out of it; full: as it was. */
export function cutHole(area: Area, hole: readonly Corner[]): Area {
  const corners = area.rings.reduce((count, each) => count + each.length, hole.length);
  return corners > maxAreaPoints || area.rings.length === 0
    ? area
    : { ...area, rings: [...area.rings, hole] };
}

/** The area without a hole. */
export function fillHole(area: Area, ring: number): Area {
  return ring === 0 ? area : { ...area, rings: area.rings.filter((_, index) => index !== ring) };
}

/** The area with other rings, as they were pulled; it is a circle no longer. */
export function reshapeArea({ circle: _, ...area }: Area, rings: Area['rings']): Area {
  return { ...area, rings };
}

/** The area as a circle around a middle, drawn with `circleCorners` corners; its holes stay where they are. */
export function makeCircle(area: Area, circle: Circle): Area {
  return { ...area, rings: [circleRing(circle), ...area.rings.slice(1)], circle };
}

/** The area with another middle or radius of its circle; that of no circle: as it was. */
export function adjustCircle(area: Area, part: Partial<Circle>): Area {
  return area.circle === undefined ? area : makeCircle(area, { ...area.circle, ...part });
}

/** The corners a circle is drawn with, and leaves the program with. */
export const circleCorners = 72;

/** The corners of a circle, all of them as far from its middle as it says, against the clock from the east. */
export function circleRing(circle: Circle): Corner[] {
  return Array.from({ length: circleCorners }, (_, at): Corner => {
    const { lat, lon } = destination(circle, 90 - (at * 360) / circleCorners, circle.radiusKm);
    return [lon, lat];
  });
}

function withRing(area: Area, ring: number, corners: readonly Corner[]): Area {
  const rings = area.rings.length === 0 ? [corners] : area.rings.toSpliced(ring, 1, corners);
  return ring === 0 ? reshapeArea(area, rings) : { ...area, rings };
}
