import type { Position } from 'geojson';
import { cutAlong } from './lines-apart.ts';
import { snapEnds } from './snap-ends.ts';

type Lines = readonly (readonly Position[])[];

/** Two drawings of one line lie no farther apart. */
const drawnKm = 6;
const ownKm = 4;

/** So far an end may have been cut short of what it ends on. */
const endKm = 14;

/** Shorter pieces, in corners, are left over from outlines that waver around a line. */
const leastCorners = 4;

/**
 * Lines between units whose outlines were drawn by different hands, so that no two share a line: parts of the outlines
 * that run along none of the lines that are drawn already nor along one another, the longest first, their ends on what
 * they were meant to end on. Seconds for a country; meant to be worked out once and kept.
 */
export function loneLines(outlines: Lines, drawn: Lines): Position[][] {
  const apart = cutAlong(outlines, drawn, drawnKm).apart.toSorted((a, b) => b.length - a.length);
  const kept: Position[][] = [];
  for (const part of apart)
    kept.push(...cutAlong([part], kept, ownKm).apart.filter(({ length }) => length >= leastCorners));
  return joinEnds(kept, drawn);
}

/** Each end goes on to the nearest point of another line. */
function joinEnds(lines: readonly Position[][], drawn: Lines): Position[][] {
  return lines.flatMap((line, index) => {
    const others = [...drawn, ...lines.filter((_, other) => other !== index)];
    const [first, last] = [line[0], line.at(-1)];
    if (first === undefined || last === undefined) return [];
    // The end itself stays a corner: only the way from it to the other line is new.
    const [joined = []] = snapEnds([[first, ...line, last]], others, endKm);
    return [joined.filter(([lon, lat], at) => lon !== joined[at - 1]?.[0] || lat !== joined[at - 1]?.[1])];
  });
}
