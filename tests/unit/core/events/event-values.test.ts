import { expect, it } from 'vitest';
import type { Actor } from '#core/actors/actor.ts';
import { arrangeEvents, everyEvent } from '#core/events/arrange-events.ts';
import { daysBetween, enterDating, isDay, toDateEntry } from '#core/events/enter-dating.ts';
import { eventMarks } from '#core/events/event-marks.ts';
import { acledColumns, eventsToAcled } from '#core/events/events-to-acled.ts';
import { publicationLag } from '#core/events/publication-lag.ts';
import { actorsIn, suggestEvent } from '#core/events/suggest-event.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { ActorId, ArticleId, MentionId } from '#core/ids.ts';
import { collectItems } from '#core/picture/collect-items.ts';
import { addDays } from '#core/time/calendar.ts';
import { undated } from '#core/time/dating.ts';
import { days, event, passage, takesPart, town } from './events.ts';

it('reads days and completes nothing', () => {
  const open = toDateEntry(undated);

  expect(enterDating(open)).toEqual(undated);
  expect(enterDating({ ...open, from: '2024-09-17', precision: 1 })).toMatchObject({
    from: '2024-09-17',
    until: '2024-09-17',
  });
  expect(enterDating({ ...open, from: '2024-09-17' })).toMatchObject({ from: '2024-09-17', until: null });
  expect(enterDating({ ...open, from: '2023-02-29' })).toBe('no-such-day');
  expect(enterDating({ ...open, from: '2024-09-17', until: '2024-09-16' })).toBe('until-before-from');
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-9-1')]).toEqual([true, false, false]);
});

it('counts days over leap years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
});

it('tells how long after the event an article came, only when both days are known', () => {
  const on = (iso: string) => ({ iso, precision: iso.length === 10 ? 'day' : 'month', printed: '' }) as const;

  // The death in mid-October that was announced on 30 November.
  expect(publicationLag(days('2022-10-15'), on('2022-11-30'))).toEqual({ least: 46, most: 46 });
  expect(publicationLag(days('2022-10-10', '2022-10-20', 2), on('2022-11-30'))).toEqual({
    least: 41,
    most: 51,
  });
  expect(publicationLag(days('2022-10-15'), on('2022-11'))).toBeNull();
  expect(publicationLag(days(null, '2022-10-15'), on('2022-11-30'))).toBeNull();
});

it('lists the newest first, undated ones last, and finds by folded words, type, place and article', () => {
  const gao = { place: town('Gao'), geoPrecision: null };
  const events = [
    event('no day', { note: 'Éclaireurs' }),
    event('old', { dating: days('2022-03-13'), subType: 'Attack' }),
    event('new', { dating: days('2024-09-17'), places: [gao], passages: [passage('001', 0, 'x')] }),
  ];
  const ids = (filter: object) => arrangeEvents(events, { ...everyEvent, ...filter }).map(({ id }) => id);

  expect(ids({})).toEqual(['new', 'old', 'no day']);
  expect(ids({ text: 'eclaireurs DAY' })).toEqual(['no day']);
  expect(ids({ type: 'Violence against civilians' })).toEqual(['old']);
  expect(ids({ type: 'open' })).toEqual(['new', 'no day']);
  expect(ids({ placeId: gao.place.id })).toEqual(['new']);
  expect(ids({ articleId: '001' })).toEqual(['new']);
});

it('writes ACLED’s documented columns and leaves empty what nobody knows', () => {
  const article = {
    publisher: { value: 'Le Monde' },
    carrier: null,
    title: { value: 'T' },
  } as never;
  const rows = eventsToAcled(
    [
      event('e1', {
        dating: days('2024-09-01', '2024-09-30', 3),
        places: [
          { place: town('Bamako'), geoPrecision: 1 },
          { place: town('Gao'), geoPrecision: 1 },
        ],
        actors: [takesPart('JNIM'), takesPart('FAMa', 'side-2'), takesPart('Wagner', 'with-2')],
        subType: 'Attack',
        deaths: { low: 60, best: null, high: 77 },
        note: 'two\nlines',
        passages: [passage('001', 0, 'the words')],
      }),
      event('e2'),
    ],
    new Map([['001' as ArticleId, article]]),
  );
  const cells = (at: number) =>
    Object.fromEntries(acledColumns.map((column, of) => [column, rows[at]?.[of]]));

  // The columns of the export as ACLED documents them, joined.
  expect(rows[0]?.join()).toBe(
    'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,' +
      'inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,' +
      'location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp',
  );
  expect(cells(1)).toMatchObject({
    // The middle of the month, as the codebook asks of a date that is known to the month.
    event_date: '2024-09-15',
    year: '2024',
    time_precision: '3',
    event_type: 'Violence against civilians',
    sub_event_type: 'Attack',
    actor1: 'JNIM',
    actor2: 'FAMa',
    assoc_actor_2: 'Wagner',
    iso: '466',
    country: 'Mali',
    location: 'Bamako',
    latitude: '12.65',
    geo_precision: '1',
    source: 'Le Monde',
    notes: 'e1 | two lines | + Gao | 2024-09-01/2024-09-30 | “the words”',
    fatalities: '60',
  });
  expect(cells(2)).toMatchObject({ event_date: '', event_type: '', latitude: '', fatalities: '', iso: '' });
});

const actor = (id: string, texts: readonly string[], isOpen = false): Actor => ({
  id: id as ActorId,
  name: texts[0] ?? id,
  kind: 'armed-group',
  note: '',
  aliases: texts.map((text) => ({
    text,
    language: 'any',
    source: 's',
    from: null,
    until: null,
    isOpen,
    near: [],
    ambiguousWith: [],
    alsoMeans: [],
    note: '',
  })),
});

it('finds actors by whole names that mean nobody else, of names within names the longest', () => {
  const actors = [
    actor('is', ['Islamic State']),
    actor('issp', ['Islamic State Sahel Province']),
    actor('fama', ['Malian Armed Forces', 'FAMa']),
  ];

  expect(actorsIn('The FAMA fought Islamic State – Sahel', actors).map(({ id }) => id)).toEqual([
    'fama',
    'is',
  ]);
  expect(actorsIn('the Islamic State Sahel Province', actors).map(({ id }) => id)).toEqual(['issp']);
  expect(actorsIn('a famado in Famana', actors)).toEqual([]);
});

it('begins an event with the accepted places in the passage, else the nearest in its paragraph', () => {
  const text = 'Fighters left Gao.\nThey came to Kidal in Mali. A convoy of forty was hit.';
  const mention = (name: string, type = 'P'): Mention => ({
    id: name as MentionId,
    anchor: passage('001', text.indexOf(name), name),
    status: 'accepted',
    origin: 'suggested',
    place: { ...town(name), type },
    reasons: [],
    createdAt: '',
  });
  const decided = [mention('Gao'), mention('Kidal'), mention('Mali', 'country')];
  const grounds = { decided, suggested: [], actors: [], published: null };
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const places = (words: string) =>
    suggestEvent(text, at(words), grounds).places.map(({ place }) => place.name);

  expect(places('They came to Kidal in Mali.')).toEqual(['Kidal']);
  expect(places('A convoy of forty was hit.')).toEqual(['Kidal']);
  expect(places('Fighters left Gao.')).toEqual(['Gao']);
  expect(suggestEvent(text, at('A convoy of forty was hit.'), grounds)).toMatchObject({
    title: 'A convoy of forty was hit.',
    dating: undated,
    deaths: null,
  });
});

it('marks each located place once, never more exact than its vaguest event', () => {
  const at = (name: string, geoPrecision: 1 | 2 | 3 | null, lat: number | null = 16.27) =>
    event(`${name} ${geoPrecision}`, { places: [{ place: town(name, lat, lat), geoPrecision }] });
  const events = [at('Gao', 1), at('Gao', 2), at('Kidal', null), at('Tessit', 3), at('Wistane', 1, null)];
  const none = { articles: [], highlights: [], mentions: [], tracks: [], areas: [] };
  const marks = eventMarks(collectItems({ ...none, events }));

  expect(marks.map(({ name, precision, count }) => [name, precision, count])).toEqual([
    ['Gao', 'near', 2],
    ['Kidal', 'exact', 1],
    ['Tessit', 'area', 1],
  ]);
});
