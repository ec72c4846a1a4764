import type { Position } from 'geojson';
import { distanceKm } from './distance.ts';

type Line = readonly Position[];

/**
 * Let lines end on the borders they were meant to end on: an end within `km` of a border is moved to the nearest point
 * of it, be it short of the border or beyond. For lines and borders of two sources that differ a little.
 */
export function snapEnds(lines: readonly Line[], borders: readonly Line[], km: number): Position[][] {
  return lines.map((line) => {
    const first = line[0];
    // A closed line has no end.
    if (first === undefined || isSame(first, line.at(-1))) return [...line];
    return line.map((corner, index) =>
      index === 0 || index === line.length - 1 ? (nearestWithin(corner, borders, km) ?? corner) : corner,
    );
  });
}

function nearestWithin(corner: Position, borders: readonly Line[], km: number): Position | null {
  let best: Position | null = null;
  let bestKm = km;
  for (const border of borders)
    for (const [index, end] of border.entries()) {
      const start = border[index - 1];
      if (start === undefined) continue;
      const point = nearestOn(corner, start, end);
      const apart = apartKm(corner, point);
      if (apart > bestKm) continue;
      best = point;
      bestKm = apart;
    }
  return best;
}

/** The nearest point of a straight piece; over so short a way a degree of longitude has one length. */
function nearestOn(
  [lon = 0, lat = 0]: Position,
  [startLon = 0, startLat = 0]: Position,
  [endLon = 0, endLat = 0]: Position,
): Position {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [east, north] = [(endLon - startLon) * shrink, endLat - startLat];
  const length = east * east + north * north;
  const along = ((lon - startLon) * shrink * east + (lat - startLat) * north) / (length || 1);
  const share = Math.max(0, Math.min(1, along));
  return [startLon + (endLon - startLon) * share, startLat + (endLat - startLat) * share];
}

function isSame(a: Position, b: Position | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function apartKm([lon = 0, lat = 0]: Position, [otherLon = 0, otherLat = 0]: Position): number {
  return distanceKm({ lat, lon }, { lat: otherLat, lon: otherLon });
}
