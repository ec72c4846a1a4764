import { expect, it } from 'vitest';
import { isOfAcled, leaveOutAcled } from '#core/events/leave-out-acled.ts';
import { event, passage } from './events.ts';

const origin = (collection: 'acled' | 'ucdp') => ({
  collection,
  id: 'MLI1',
  fileName: 'x.csv',
  readAt: '2025-01-01T00:00:00.000Z',
  columns: { source: 'Invented Gazette' },
});

it('leaves out what is ACLED\u2019s alone, and ACLED\u2019s columns of what is not', () => {
  const theirs = { ...event('theirs'), origin: origin('acled') };
  const merged = { ...event('merged', { passages: [passage('a', 0, 'said')] }), origin: origin('acled') };
  const ucdp = { ...event('ucdp'), origin: origin('ucdp') };
  const own = event('own');

  const left = leaveOutAcled([theirs, merged, ucdp, own]);

  expect([theirs, merged, ucdp, own].map(isOfAcled)).toEqual([true, false, false, false]);
  expect(left).toEqual([{ ...merged, origin: { ...merged.origin, columns: {} } }, ucdp, own]);
});
