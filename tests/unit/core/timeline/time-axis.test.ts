import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '#core/timeline/day-number.ts';
import { type AxisPart, divideAxis } from '#core/timeline/time-axis.ts';
import { dayAt, panBy, viewOf, xOf, zoomAround } from '#core/timeline/timeline-view.ts';

const view = fc.record({
  start: fc.double({ min: -40_000, max: 40_000, noNaN: true }),
  dayWidth: fc.double({ min: 0.001, max: 90, noNaN: true }),
});

it('divides the whole view without a gap, at the days its units begin on', () => {
  fc.assert(
    fc.property(view, fc.integer({ min: 200, max: 2_000 }), (seen, width) => {
      const { fine, coarse } = divideAxis(seen, width);
      for (const parts of [fine, coarse]) {
        if (parts.length === 0) continue;
        expect(parts[0]?.first).toBeLessThanOrEqual(seen.start);
        expect(parts.at(-1)?.end).toBeGreaterThanOrEqual(Math.floor(dayAt(seen, width)));
        for (const [at, part] of parts.entries()) {
          expect(beginsRight(part)).toBe(true);
          if (at > 0) expect(part.first).toBe(parts[at - 1]?.end);
        }
      }
      // Each label has room.
      for (const { first, end } of fine) expect((end - first) * seen.dayWidth).toBeGreaterThan(19);
    }),
  );
});

it('knows the days, weeks, months and years of a known autumn', () => {
  const at = (dayWidth: number) => divideAxis({ start: 19_977, dayWidth }, 600);
  expect(dayOf(19_977)).toBe('2024-09-11');
  expect(at(30).fine[0]).toEqual({ first: 19_977, end: 19_978, unit: 'day' });
  expect(
    at(5)
      .fine.slice(0, 2)
      .map(({ first }) => dayOf(first)),
  ).toEqual(['2024-09-09', '2024-09-16']);
  expect(
    at(1.5)
      .fine.slice(0, 2)
      .map(({ first }) => dayOf(first)),
  ).toEqual(['2024-09-01', '2024-10-01']);
  expect(at(1.5).coarse.map(({ first }) => dayOf(first).slice(0, 4))).toEqual(['2024', '2025']);
  expect(at(0.2).fine[0]).toMatchObject({ unit: 'year' });
});

it('keeps what is under the pointer where it is while zooming, and finds every day again', () => {
  fc.assert(
    fc.property(
      view,
      fc.integer({ min: 0, max: 1_000 }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (seen, x, factor) => {
        expect(dayAt(zoomAround(seen, factor, x), x)).toBeCloseTo(dayAt(seen, x), 4);
        expect(xOf(seen, dayAt(seen, x))).toBeCloseTo(x, 4);
        expect(dayAt(panBy(seen, 100), x - 100)).toBeCloseTo(dayAt(seen, x), 4);
      },
    ),
  );
  const whole = viewOf(100, 200, 1_000);
  expect(xOf(whole, 100)).toBeGreaterThan(0);
  expect(xOf(whole, 200)).toBeLessThan(1_000);
});

function beginsRight({ first, unit }: AxisPart): boolean {
  const date = new Date(`${dayOf(first)}T00:00Z`);
  if (unit === 'day') return Number.isInteger(first);
  if (unit === 'week') return date.getUTCDay() === 1;
  if (date.getUTCDate() !== 1) return false;
  if (unit === 'month') return true;
  return unit === 'quarter' ? date.getUTCMonth() % 3 === 0 : date.getUTCMonth() === 0;
}
