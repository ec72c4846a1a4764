import type { PlacePrecision } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
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
  readonly placeId: PlaceId;
  readonly placeName: string;
  /** `null`: a suggestion. */
  readonly item: PictureItem | null;
};

/** Where an item is drawn; none: nobody has located it, or it has no place. */
export function pointOf(item: PictureItem): MapPoint[] {
  const { place, kind } = item;
  if (place === null || place.lat === null || place.lon === null || place.precision === 'unknown') return [];
  const { lat, lon, precision, id: placeId, name: placeName } = place;
  return [{ kind, lat, lon, precision, placeId, placeName, item }];
}
