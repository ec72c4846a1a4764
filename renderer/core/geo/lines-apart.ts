import type { Position } from 'geojson';
import { distanceKm } from './distance.ts';

/** Lines cut in two kinds; each part is in one of them, in its order. */
export type CutLines = {
  /** Parts that run along another line. */
  readonly along: readonly Position[][];
  /** All other parts. */
  readonly apart: readonly Position[][];
};

/** Points between two corners of the other lines lie no farther from one another. */
const sampleKm = 1;
const cellDegrees = 0.25;

/**
 * Find where lines run along others, that is within `km` (25 at most): two drawings of one border. A piece between two
 * corners belongs to a part as a whole, and is apart when one of its corners is.
 */
export function cutAlong(
  lines: readonly (readonly Position[])[],
  others: readonly (readonly Position[])[],
  km: number,
): CutLines {
  const isNear = findNear(others, km);
  const along: Position[][] = [];
  const apart: Position[][] = [];
  for (const line of lines) {
    let part: Position[] = [];
    let wasAlong: boolean | null = null;
    const near = line.map(isNear);
    for (const [index, end] of line.entries()) {
      const start = line[index - 1];
      if (start === undefined) continue;
      const isAlong = near[index - 1] === true && near[index] === true;
      if (isAlong !== wasAlong) {
        part = [start];
        (isAlong ? along : apart).push(part);
      }
      part.push(end);
      wasAlong = isAlong;
    }
  }
  return { along, apart };
}

/** Whether a corner has one of the lines within reach. */
function findNear(lines: readonly (readonly Position[])[], km: number): (corner: Position) => boolean {
  const cells = new Map<string, Position[]>();
  for (const sample of lines.flatMap(sampleLine)) {
    const key = cellOf(sample, 0, 0);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [sample]);
    else cell.push(sample);
  }
  const around = [-1, 0, 1].flatMap((east) => [-1, 0, 1].map((north) => [east, north] as const));
  return (corner) =>
    around.some(([east, north]) =>
      cells.get(cellOf(corner, east, north))?.some((sample) => apartKm(corner, sample) <= km),
    );
}

function sampleLine(line: readonly Position[]): Position[] {
  return line.flatMap((end, index) => {
    const start = line[index - 1] ?? end;
    const [lon = 0, lat = 0] = start;
    const count = Math.max(1, Math.ceil(apartKm(start, end) / sampleKm));
    return Array.from({ length: count }, (_, step): Position => {
      const share = (step + 1) / count;
      return [lon + ((end[0] ?? 0) - lon) * share, lat + ((end[1] ?? 0) - lat) * share];
    });
  });
}

function cellOf([lon = 0, lat = 0]: Position, east: number, north: number): string {
  return `${Math.floor(lon / cellDegrees) + east} ${Math.floor(lat / cellDegrees) + north}`;
}

function apartKm([lon = 0, lat = 0]: Position, [otherLon = 0, otherLat = 0]: Position): number {
  return distanceKm({ lat, lon }, { lat: otherLat, lon: otherLon });
}
