import type { Bounds } from './create-gazetteer.ts';

/** Lines of latitude and longitude, in degrees. */
export type Graticule = {
  /** Degrees between two lines, both ways. */
  readonly step: number;
  readonly lats: readonly number[];
  readonly lons: readonly number[];
};

const steps = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const mostLines = 8;

/** The lines in `bounds`, on round degrees: not more than eight over the longer side. */
export function graticule({ west, south, east, north }: Bounds): Graticule {
  const span = Math.max(east - west, north - south);
  const step = steps.find((size) => span / size <= mostLines) ?? 30;
  return { step, lats: multiples(south, north, step), lons: multiples(west, east, step) };
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Counted, not added up, so that 0.1 + 0.2 is not 0.30000000000000004.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = Number(((first + index) * step).toFixed(2));
    return value === 0 ? 0 : value;
  });
}

/** `15°N`, `0.5°W`, `0°`. */
export function formatDegrees(value: number, axis: 'lat' | 'lon'): string {
  const size = `${Math.abs(value)}°`;
  if (value === 0) return size;
  if (axis === 'lat') return size + (value > 0 ? 'N' : 'S');
  return size + (value > 0 ? 'E' : 'W');
}
