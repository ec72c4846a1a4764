import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, AreaId } from '#core/ids.ts';
import { undated } from '#core/time/dating.ts';
import { type Area, maxAreaPoints, maxTrackName, maxTrackNote } from './track.ts';

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
  const kept = { ...area, name: area.name.toWellFormed(), note: area.note.toWellFormed() };
  if (stored === null) return [creation('areas', { ...kept, updatedAt: now })];
  const unchanged = sameRecord({ ...stored, updatedAt: '' }, { ...kept, updatedAt: '' });
  return unchanged ? [] : [replacement('areas', stored, { ...kept, updatedAt: now })];
}

/** Take an area away. */
export function deleteArea(area: Area): Change[] {
  return [removal('areas', area)];
}

/** The area with one more corner at the end of its outer ring; full: as it was. */
export function addCorner(area: Area, corner: Corner): Area {
  const [outer = [], ...holes] = area.rings;
  const corners = area.rings.reduce((count, ring) => count + ring.length, 0);
  return corners >= maxAreaPoints ? area : { ...area, rings: [[...outer, corner], ...holes] };
}

/** The area with a corner of its outer ring somewhere else. */
export function moveCorner(area: Area, at: number, corner: Corner): Area {
  const [outer = [], ...holes] = area.rings;
  return outer[at] === undefined ? area : { ...area, rings: [outer.with(at, corner), ...holes] };
}

/** The area without a corner of its outer ring. */
export function removeCorner(area: Area, at: number): Area {
  const [outer = [], ...holes] = area.rings;
  return { ...area, rings: [outer.filter((_, index) => index !== at), ...holes] };
}
