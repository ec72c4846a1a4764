import { forward } from 'mgrs';
import type { LatLon } from './distance.ts';

/**
 * The point in the Military Grid Reference System, to ten metres: `31P BT 0123 4567`. `null` near the poles, where the
 * system has another grid.
 */
export function gridReference({ lat, lon }: LatLon): string | null {
  if (!(lat >= -80 && lat <= 84 && lon >= -180 && lon <= 180)) return null;
  const [, zone = '', square = '', digits = ''] =
    /^(\d+[A-Z])([A-Z]{2})(\d{8})$/.exec(forward([lon, lat], 4)) ?? [];
  return zone === '' ? null : `${zone} ${square} ${digits.slice(0, 4)} ${digits.slice(4)}`;
}
