import { describe, expect, it } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { ActorId, AreaId, TrackId } from '#core/ids.ts';
import { collectItems } from '#core/picture/collect-items.ts';
import { makeCase, now } from '#tests/unit/core/brief/sample-case.ts';
import { days, event, takesPart, town } from '#tests/unit/core/events/events.ts';

const { articles, highlights, mentions, texts } = makeCase();
const nothing = { articles, highlights: [], mentions: [], events: [], tracks: [], areas: [] };
const [bamako, kidal] = articles;
const atLeast = highlights.find(({ anchor }) => anchor.exact === 'at least 70 dead');
if (bamako === undefined || kidal === undefined || atLeast === undefined)
  throw new Error('the case has other parts');

describe('collectItems', () => {
  it('has every accepted mention, and an article once at each of its places', () => {
    const items = collectItems({ ...nothing, mentions });
    const named = items.map(({ kind, place }) => `${kind} ${place?.name}`).sort();
    expect(named).toEqual(
      [
        'mention Bamako',
        'article Bamako',
        'mention Kidal',
        'article Kidal',
        'mention Tin Zaouatine',
        'article Tin Zaouatine',
      ].sort(),
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { place } of items.filter((item) => item.place?.name === 'Tin Zaouatine'))
      expect(place).toMatchObject({ lat: null, lon: null, precision: 'unknown' });
    const rejected = mentions.map((mention) => ({ ...mention, status: 'rejected' as const }));
    expect(collectItems({ ...nothing, mentions: rejected }).every(({ kind }) => kind === 'article')).toBe(
      true,
    );
  });

  it('leads each passage to its words, and states no date that none states', () => {
    const items = collectItems({ ...nothing, mentions, highlights });
    for (const { articleId, span, title, kind } of items) {
      if (span === null || kind === 'event') continue;
      const article = articles.find(({ id }) => id === articleId);
      expect(texts.get(article?.textSha256 ?? '')?.slice(span.start, span.end)).toBe(title);
    }
    const published = (id: string) =>
      items.filter(({ articleId }) => articleId === id).map((item) => item.published);
    expect(new Set(published(bamako.id).map((stretch) => stretch?.from))).toEqual(new Set(['2024-09-22']));
    expect(published(kidal.id).every((stretch) => stretch === null)).toBe(true);
  });

  it('gives the words an event rests on its time and its actors, and the event their tags and grade', () => {
    const attack = event('attack', {
      dating: days('2024-09-17'),
      actors: [takesPart('jnim')],
      places: [
        { place: town('Bamako'), geoPrecision: 2 },
        { place: town('Faladié', null, null), geoPrecision: null },
      ],
      passages: [atLeast.anchor],
    });
    const items = collectItems({ ...nothing, highlights, events: [attack] });
    const highlight = items.find(({ recordId }) => recordId === atLeast.id);
    expect(highlight).toMatchObject({
      when: { from: '2024-09-17', until: '2024-09-17' },
      actorIds: ['jnim'],
    });
    const own = items.filter(({ kind }) => kind === 'event');
    expect(own.map(({ place }) => [place?.name, place?.precision])).toEqual([
      ['Bamako', 'near'],
      ['Faladié', 'unknown'],
    ]);
    for (const item of own)
      expect(item).toMatchObject({
        tagIds: atLeast.tagIds,
        grade: atLeast.grade,
        published: { from: '2024-09-22' },
        articleId: bamako.id,
      });
  });

  it('takes the day an event was announced before those of its articles, and an inferred one as what it is', () => {
    const death = event('death', {
      dating: days('2022-10-10', '2022-10-20'),
      announcedOn: '2022-11-30',
      passages: [atLeast.anchor],
    });
    const [own] = collectItems({ ...nothing, events: [death] }).filter(({ kind }) => kind === 'event');
    expect(own?.published).toEqual({ from: '2022-11-30', until: '2022-11-30', basis: 'analyst' });

    const unstated = {
      ...kidal,
      publishedAt: null,
      inferredDate: {
        value: { from: '2022-12', until: null },
        basis: 'derived' as const,
        evidence: null,
        reason: 'latest-date',
      },
    };
    const [item] = collectItems({ ...nothing, articles: [unstated] });
    expect(item?.published).toEqual({ from: '2022-12-01', until: null, basis: 'inferred' });
  });

  it('puts a highlight where the places in its words are, and counts a merged actor as what it became', () => {
    const wide: Highlight = { ...atLeast, anchor: { ...atLeast.anchor, start: 0, end: bamako.textLength } };
    const items = collectItems({
      ...nothing,
      highlights: [wide],
      mentions,
      actorPassages: new Map([[bamako.id, [{ start: 5, end: 9, actorId: 'gsim' as ActorId }]]]),
      standsFor: (id) => (id === 'gsim' ? ('jnim' as ActorId) : id),
    });
    expect(items.find(({ kind }) => kind === 'highlight')).toMatchObject({
      place: { name: 'Bamako' },
      actorIds: ['jnim'],
    });
    expect(items.find(({ kind }) => kind === 'mention')).toMatchObject({
      tagIds: wide.tagIds,
      grade: wide.grade,
    });
  });

  it('has a track at each waypoint with its day, and an area in its middle', () => {
    const made = { actorIds: [], note: '', passages: [], createdAt: now, updatedAt: now };
    const waypoint = (name: string, lat: number, lon: number, day: string) => ({
      name,
      lat,
      lon,
      dating: days(day),
    });
    const track = {
      id: 't-1' as TrackId,
      name: 'Convoy',
      waypoints: [waypoint('Gao', 16.27, -0.04, '2024-09-12'), waypoint('Kidal', 18.44, 1.41, '2024-09-19')],
      uncertaintyKm: null,
      ...made,
    };
    const area = {
      id: 'a-1' as AreaId,
      name: 'North',
      kind: 'influence' as const,
      rings: [
        [
          [0, 18],
          [2, 18],
          [2, 20],
          [0, 20],
        ],
      ] as const,
      dating: days('2024-01-01', null),
      ...made,
    };
    const items = collectItems({ ...nothing, articles: [], tracks: [track], areas: [area] });
    expect(
      items.map(({ place, when }) => [place?.name, place?.lat, place?.lon, when?.from, when?.until]),
    ).toEqual([
      ['Gao', 16.27, -0.04, '2024-09-12', '2024-09-12'],
      ['Kidal', 18.44, 1.41, '2024-09-19', '2024-09-19'],
      ['North', 19, 1, '2024-01-01', null],
    ]);
  });
});
