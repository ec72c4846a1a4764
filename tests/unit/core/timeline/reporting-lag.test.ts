import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, dayOf } from '#core/timeline/day-number.ts';
import { middleLag, reportingLag } from '#core/timeline/reporting-lag.ts';
import { days } from './items.ts';

it('counts the 46 days from the middle of October to the announcement of 30 November', () => {
  expect(reportingLag(days('2022-10-15'), days('2022-11-30'))).toEqual({ least: 46, most: 46 });
  const vague = reportingLag(days('2022-10-10', '2022-10-20'), days('2022-11-30'));
  expect(vague).toEqual({ least: 41, most: 51 });
  expect(vague && middleLag(vague)).toBe(46);
});

it('is open where an end is, and nothing where nothing is known', () => {
  expect(reportingLag(days('2022-10-15'), days('2022-12-01', null))).toEqual({ least: 47, most: null });
  expect(reportingLag(days('2022-04-01', null), days('2022-05-21'))).toEqual({ least: null, most: 50 });
  expect(reportingLag(days(null, '2022-04-01'), days(null, '2022-05-21'))).toBeNull();
  expect(reportingLag(null, days('2022-05-21'))).toBeNull();
  // It was published in 2016 or later: that says nothing of how long after 2022.
  expect(reportingLag(days('2022-10-15'), days('2016-01-01', null))).toBeNull();
  expect(middleLag({ least: 3, most: 200 })).toBeNull();
  expect(middleLag({ least: 3, most: null })).toBeNull();
});

const stretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));

it('is the shortest and the longest of all pairs of days', () => {
  fc.assert(
    fc.property(stretch, stretch, ([a, b], [c, d]) => {
      const happened = list(a, b);
      const published = list(c, d);
      const all = happened.flatMap((one) => published.map((other) => other - one));

      const lag = reportingLag(
        days(dayOf(happened[0] ?? 0), dayOf(happened.at(-1) ?? 0)),
        days(dayOf(published[0] ?? 0), dayOf(published.at(-1) ?? 0)),
      );

      expect(lag).toEqual({ least: Math.min(...all), most: Math.max(...all) });
    }),
  );
});

it('reads back every day it writes, and only days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
      expect(dayNumber(dayOf(number))).toBe(number);
    }),
  );
  expect(dayOf(0)).toBe('1970-01-01');
  expect(dayNumber('late March')).toBeNull();
});

function list(a: number, b: number): number[] {
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  return Array.from({ length: last - first + 1 }, (_, at) => 19_000 + first + at);
}
