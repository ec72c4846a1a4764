import { expect, it } from 'vitest';
import {
  announceOn,
  deleteEvents,
  keepEvent,
  linkPassage,
  tellApart,
  unlinkPassage,
} from '#core/events/edit-events.ts';
import { maxEventPassages } from '#core/events/event.ts';
import { mergeEvents } from '#core/events/merge-events.ts';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import { reverse } from '#core/history/change.ts';
import { days, event, passage, takesPart, town } from './events.ts';

const now = '2024-10-02T08:00:00.000Z';
const [gao, kidal] = [town('Gao', 16.27, -0.04), town('Kidal', 18.44, 1.41)];

it('keeps what is new, what changed, and nothing else', () => {
  const one = event('a');
  const titled = { ...one, title: 'Convoy' };

  expect(keepEvent(null, one, now)).toEqual([
    { table: 'events', id: 'a', before: null, after: { ...one, updatedAt: now } },
  ]);
  expect(keepEvent(one, titled, now)).toEqual([
    { table: 'events', id: 'a', before: one, after: { ...titled, updatedAt: now } },
  ]);
  expect(keepEvent(one, { ...one, updatedAt: now }, now)).toEqual([]);
});

it('refuses words that could not be stored', () => {
  expect(() => keepEvent(null, event('a', { title: 'x'.repeat(301) }), now)).toThrow(RangeError);
  expect(() => keepEvent(null, event('a', { note: 'x'.repeat(4_001) }), now)).toThrow(RangeError);
});

it('links a passage once, and no more or longer ones than an event may hold', () => {
  const said = passage('001', 10, 'the convoy reached Kidal');
  const linked = linkPassage(event('a'), said);

  expect(linked).toEqual({ ok: true, event: event('a', { passages: [said] }) });
  expect(linkPassage(event('a', { passages: [said] }), { ...said, prefix: 'x' })).toMatchObject({
    event: { passages: [said] },
  });
  expect(unlinkPassage(event('a', { passages: [said] }), said).passages).toEqual([]);
  const many = Array.from({ length: maxEventPassages }, (_, at) => passage('001', at * 10, 'words'));
  expect(linkPassage(event('a', { passages: many }), said)).toEqual({ ok: false, problem: 'too-many' });
  expect(linkPassage(event('a'), passage('001', 0, 'x'.repeat(1_001)))).toEqual({
    ok: false,
    problem: 'too-long',
  });
});

it('merges two events into one that has all of both, and undoes it whole', () => {
  const kept = event('a', {
    dating: days('2024-09-01', '2024-09-30', 3),
    places: [{ place: gao, geoPrecision: 1 }],
    actors: [takesPart('fama')],
    deaths: { low: null, best: 7, high: null },
    passages: [passage('001', 0, 'one')],
  });
  const other = event('b', {
    dating: days('2024-09-17'),
    places: [
      { place: gao, geoPrecision: 2 },
      { place: kidal, geoPrecision: 1 },
    ],
    actors: [takesPart('fama', 'side-2'), takesPart('jnim', 'side-2')],
    subType: 'Attack',
    deaths: { low: 3, best: 9, high: 70 },
    note: 'as told by the second',
    passages: [passage('001', 0, 'one'), passage('004', 5, 'two')],
    notSameAs: [kept.id],
  });
  const merged = mergeEvents(kept, other, now);
  if (!merged.ok) throw new Error(merged.problem);

  expect(merged.event).toEqual({
    ...kept,
    dating: other.dating,
    places: [
      { place: gao, geoPrecision: 1 },
      { place: kidal, geoPrecision: 1 },
    ],
    actors: [takesPart('fama'), takesPart('jnim', 'side-2')],
    subType: 'Attack',
    deaths: { low: 3, best: 7, high: 70 },
    note: 'b\n\nas told by the second',
    passages: [passage('001', 0, 'one'), passage('004', 5, 'two')],
    updatedAt: now,
  });
  expect(merged.changes).toEqual([
    { table: 'events', id: 'a', before: kept, after: merged.event },
    { table: 'events', id: 'b', before: other, after: null },
  ]);
  expect(reverse(merged.changes).map(({ after }) => after)).toEqual([other, kept]);
});

it('leaves a single figure of deaths without bounds, and refuses more passages than one event may hold', () => {
  const seven = { low: null, best: 7, high: null };
  const merged = mergeEvents(event('a', { deaths: seven }), event('b', { deaths: seven }), now);
  const half = (article: string) => Array.from({ length: 11 }, (_, at) => passage(article, at * 10, 'words'));

  expect(merged).toMatchObject({ event: { deaths: seven } });
  expect(mergeEvents(event('a', { passages: half('1') }), event('b', { passages: half('2') }), now)).toEqual({
    ok: false,
    problem: 'too-large',
  });
});

it('keeps two events apart that both come from other collections, so that no origin is lost', () => {
  const from = (collection: 'acled' | 'ucdp', id: string) => ({
    origin: { collection, id, fileName: 'x.csv', readAt: now, columns: {} },
  });
  const [acled, sibling] = [event('a', from('acled', 'MLI1')), event('s', from('acled', 'MLI2'))];
  const ucdp = event('u', from('ucdp', '7'));
  const refused = { ok: false, problem: 'two-origins' };

  expect(mergeEvents(acled, ucdp, now)).toEqual(refused);
  expect(mergeEvents(ucdp, acled, now)).toEqual(refused);
  expect(mergeEvents(acled, sibling, now)).toEqual(refused);
  // One's own has none to lose, and takes over the other's.
  expect(mergeEvents(event('o'), acled, now)).toMatchObject({ ok: true, event: { origin: acled.origin } });
  expect(mergeEvents(acled, event('o'), now)).toMatchObject({ ok: true, event: { origin: acled.origin } });
});

it('tells two events apart once, and takes events away', () => {
  const [a, b] = [event('a'), event('b')];
  const [told] = tellApart(a, b, now);

  expect(told?.after).toEqual({ ...a, notSameAs: ['b'], updatedAt: now });
  expect(tellApart({ ...a, notSameAs: [b.id] }, b, now)).toEqual([]);
  expect(deleteEvents([a])).toEqual([{ table: 'events', id: 'a', before: a, after: null }]);
});

it('makes records that a bundle takes', () => {
  const whole = event('0192f0c0-0000-7000-8000-000000000001', {
    dating: days('2024-09-17'),
    places: [{ place: gao, geoPrecision: 1 }],
    actors: [takesPart('jnim')],
    subType: 'Attack',
    deaths: { low: 1, best: null, high: 2 },
    passages: [passage('0192f0c0-0000-7000-8000-000000000002', 0, 'one')],
    notSameAs: [event('0192f0c0-0000-7000-8000-000000000003').id],
    analystId: '0192f0c0-0000-7000-8000-000000000004' as never,
  });

  expect(recordSchemas.events.parse(whole)).toEqual(whole);
});

it('keeps the day an event was announced when it is one, and the first of two that are merged', () => {
  const told = announceOn(event('a'), '2022-11-30');
  expect(told).toEqual(event('a', { announcedOn: '2022-11-30' }));
  expect(announceOn(told, '')).toEqual(event('a'));
  expect(announceOn(told, '2022-11-31')).toEqual(event('a'));
  expect(recordSchemas.events.safeParse(told).success).toBe(true);

  const merged = mergeEvents(told, event('b', { announcedOn: '2022-11-03' }), now);
  expect(merged.ok && merged.event.announcedOn).toBe('2022-11-03');
  const plain = mergeEvents(event('a'), event('b'), now);
  expect(plain.ok && 'announcedOn' in plain.event).toBe(false);
});
