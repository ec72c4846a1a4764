import type { PlaceId } from '#core/ids.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import type { EventPlace } from './event.ts';

/** The events at one located place, as a map draws them. */
export type EventMark = {
  readonly placeId: PlaceId;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** The least exact of them: a mark never looks more exact than what it stands for. */
  readonly precision: 'exact' | 'near' | 'area';
  readonly count: number;
};

/** One mark a place that any of the events has; places nobody has located get none. The most events first. */
export function eventMarks(items: readonly PictureItem[]): EventMark[] {
  const marks = new Map<PlaceId, EventMark>();
  for (const { kind, place } of items) {
    if (kind !== 'event' || place === null) continue;
    const { id, name, lat, lon } = place;
    if (lat === null || lon === null || place.precision === 'unknown') continue;
    const before = marks.get(id);
    const precision = vaguer(before?.precision ?? 'exact', place.precision);
    marks.set(id, { placeId: id, name, lat, lon, precision, count: (before?.count ?? 0) + 1 });
  }
  return [...marks.values()].sort((a, b) => b.count - a.count);
}

/** How exactly an event is located: by its place and as it was coded; not judged, it is no more exact than its place. */
export function precisionAt({ place, geoPrecision }: EventPlace): EventMark['precision'] {
  const coded = geoPrecision === 3 ? 'area' : geoPrecision === 2 ? 'near' : 'exact';
  return vaguer(place.precision === 'unknown' ? 'area' : place.precision, coded);
}

const order = ['exact', 'near', 'area'] as const;

function vaguer(a: EventMark['precision'], b: EventMark['precision']): EventMark['precision'] {
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
