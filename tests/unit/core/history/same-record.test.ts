import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameRecord } from '#core/history/same-record.ts';

it('takes what the journal gives back for what was written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      expect(sameRecord(record, JSON.parse(JSON.stringify(record)))).toBe(true);
    }),
  );
  expect(sameRecord({ offset: -0, gone: undefined }, JSON.parse('{"offset":0}'))).toBe(true);
});

it('tells values apart that differ', () => {
  expect(sameRecord({ a: 0 }, { a: null })).toBe(false);
  expect(sameRecord({ a: 0 }, { a: '0' })).toBe(false);
  expect(sameRecord({ a: [] }, { a: {} })).toBe(false);
  expect(sameRecord({ a: 1 }, { a: 1, b: 2 })).toBe(false);
});
