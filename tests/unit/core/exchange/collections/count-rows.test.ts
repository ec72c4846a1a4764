import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countRows } from '#core/exchange/collections/count-rows.ts';
import { noDay, passes } from '#core/exchange/collections/read-collection.ts';
import type { JudgedRow } from '#core/exchange/collections/read-row.ts';
import { addDays } from '#core/time/calendar.ts';

const countries = ['Burkina Faso', 'Mali', 'Niger'];
const day = (number: number | null) => (number === null ? null : addDays('1970-01-01', number));

it('counts the rows that would be taken, one by one', () => {
  const number = fc.integer({ min: 19_000, max: 19_010 });
  const row = fc.record({ country: fc.nat(2), days: fc.option(fc.tuple(number, fc.nat(3))) });
  const filter = fc.record({
    countries: fc.option(fc.subarray(countries)),
    from: fc.option(number),
    until: fc.option(number),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), filter, (rows, wanted) => {
      const from = rows.map(({ days }) => (days === null ? noDay : days[0]));
      const until = rows.map(({ days }) => (days === null ? noDay : days[0] + days[1]));
      const chosen = {
        countries: wanted.countries === null ? null : new Set(wanted.countries),
        from: day(wanted.from),
        until: day(wanted.until),
      };

      const { passing } = countRows(
        {
          countries,
          rowCountry: Uint32Array.from(rows, ({ country }) => country),
          rowFrom: Int32Array.from(from),
          rowUntil: Int32Array.from(until),
        },
        chosen,
      );

      const judged = rows.map(({ country, days }) => ({
        country: countries[country] ?? '',
        from: day(days === null ? null : days[0]),
        until: day(days === null ? null : days[0] + days[1]),
      }));
      expect(passing).toBe(judged.filter((one) => passes(one as JudgedRow, chosen)).length);
    }),
  );
});
