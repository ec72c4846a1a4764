/** Numbers in rows. */
export type Grid = { readonly width: number; readonly height: number; readonly values: Float32Array };

/**
 * Spread every number of a grid over those around it, about as far as `reach` cells, as a bell curve does: three
 * running means each way come close to one (P. Kovesi, “Fast almost-Gaussian filtering”, 2010). The sum stays the same,
 * but for what leaves the grid.
 */
export function blur({ width, height, values }: Grid, reach: number): Grid {
  const radius = Math.max(1, Math.round(reach / 3));
  let from: Float32Array = values;
  let to: Float32Array = new Float32Array(values.length);
  for (let pass = 0; pass < 3; pass++) {
    for (let row = 0; row < height; row++)
      meanAlong(from, to, { start: row * width, step: 1, count: width, radius });
    [from, to] = pass === 0 ? [to, new Float32Array(values.length)] : [to, from];
    for (let column = 0; column < width; column++)
      meanAlong(from, to, { start: column, step: width, count: height, radius });
    [from, to] = [to, from];
  }
  return { width, height, values: from };
}

type Line = {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly radius: number;
};

/** The mean of each number of a line with those up to `radius` from it; beyond the ends lie zeros. */
function meanAlong(from: Float32Array, to: Float32Array, { start, step, count, radius }: Line): void {
  const whole = 2 * radius + 1;
  let sum = 0;
  for (let ahead = 0; ahead < Math.min(radius, count); ahead++) sum += from[start + ahead * step] ?? 0;
  for (let at = 0; at < count; at++) {
    if (at + radius < count) sum += from[start + (at + radius) * step] ?? 0;
    if (at - radius > 0) sum -= from[start + (at - radius - 1) * step] ?? 0;
    to[start + at * step] = sum / whole;
  }
}
