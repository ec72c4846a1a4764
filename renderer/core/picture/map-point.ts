import type { PlacePrecision } from '#core/geo/place.ts';
import type { ItemKind, PictureItem } from './picture-item.ts';

/** What a point of the map stands for; `suggested`: a place nobody has decided about. */
export const pointKinds = ['mention', 'event', 'highlight', 'article', 'track', 'area', 'suggested'] as const;

export type PointKind = ItemKind | 'suggested';

/** Something at one point of the map. */
export type MapPoint = {
  readonly kind: PointKind;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  readonly precision: Exclude<PlacePrecision, 'unknown'>;
  /** Of the place there. */
  readonly placeId: string;
  readonly placeName: string;
  /** `null`: a suggestion. */
  readonly item: PictureItem | null;
};

/** The point of each item already asked for, so that one item is the same point each time. */
const points = new WeakMap<PictureItem, MapPoint>();

/** Where an item is drawn; `null`: nobody has located it, or it has no place. */
export function pointOf(item: PictureItem): MapPoint | null {
  const known = points.get(item);
  if (known !== undefined) return known;
  const { place, kind } = item;
  if (place === null || place.lat === null || place.lon === null || place.precision === 'unknown')
    return null;
  const { lat, lon, precision, id: placeId, name: placeName } = place;
  const point: MapPoint = { kind, lat, lon, precision, placeId, placeName, item };
  points.set(item, point);
  return point;
}
