import { describe, expect, it } from 'vitest';
import { blur, type Grid } from '#core/picture/blur.ts';

const width = 61;
const height = 47;

function gridWith(points: readonly (readonly [number, number, number])[]): Grid {
  const values = new Float32Array(width * height);
  for (const [x, y, value] of points) values[y * width + x] = value;
  return { width, height, values };
}

/** Means over squares, worked out cell by cell. */
function blurSlowly(grid: Grid, radius: number): Float32Array {
  let values = grid.values;
  for (let pass = 0; pass < 3; pass++)
    values = values.map((_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      let sum = 0;
      for (let row = y - radius; row <= y + radius; row++)
        for (let column = x - radius; column <= x + radius; column++)
          if (row >= 0 && row < height && column >= 0 && column < width)
            sum += values[row * width + column] ?? 0;
      return sum / (2 * radius + 1) ** 2;
    });
  return values;
}

describe('blur', () => {
  it('is a mean over squares, three times', () => {
    const grid = gridWith([
      [3, 4, 5],
      [30, 20, 1],
      [31, 22, 7],
      [60, 46, 2],
      [0, 0, 3],
    ]);

    const [quick, slow] = [blur(grid, 9).values, blurSlowly(grid, 3)];

    expect(quick.every((value, at) => Math.abs(value - (slow[at] ?? Number.NaN)) < 1e-5)).toBe(true);
  });

  it('leaves the sum and the middle of a point that lies well inside', () => {
    const { values } = blur(gridWith([[30, 23, 8]]), 12);

    expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(8, 4);
    expect(values.indexOf(Math.max(...values))).toBe(23 * width + 30);
  });

  it('leaves the grid it is given as it was', () => {
    const grid = gridWith([[30, 23, 8]]);
    blur(grid, 12);

    expect(grid.values[23 * width + 30]).toBe(8);
  });
});
