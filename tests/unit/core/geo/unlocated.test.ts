import { describe, expect, it } from 'vitest';
import { newEvent } from '#core/events/edit-events.ts';
import { eventMarks } from '#core/events/event-marks.ts';
import type { Mention } from '#core/geo/mention.ts';
import { correctPlace, makePlace } from '#core/geo/place-edits.ts';
import type { AnalystId, ArticleId, EventId, MentionId, PlaceId } from '#core/ids.ts';
import type { ArticleHead } from '#core/library/article-head.ts';
import { collectItems } from '#core/picture/collect-items.ts';
import { pointOf } from '#core/picture/map-point.ts';
import { narrowItems } from '#core/picture/narrow-items.ts';
import { wideOpen } from '#core/picture/narrowing.ts';
import { bundledGazetteer } from './bundled-gazetteer.ts';

const gazetteer = bundledGazetteer();
const now = '2026-01-01T00:00:00Z';
const nobodyKnows = ['Intazayene', 'Bakoarate', 'Wistane', 'Inafarak'];

function placeOf(name: string) {
  const [place] = gazetteer.lookup(name);
  if (place === undefined) throw new Error(`no ${name}`);
  return place;
}

function itemsAt(names: readonly string[]) {
  const articles = [
    {
      id: 'a' as ArticleId,
      title: { value: 'An article' },
      publishedAt: null,
      publisher: null,
      carrier: null,
    },
  ] as unknown as ArticleHead[];
  const mentions = names.map((name, at): Mention => {
    const start = at * 100;
    const end = start + name.length;
    const anchor = {
      articleId: 'a' as ArticleId,
      textSha256: 'h',
      start,
      end,
      exact: name,
      prefix: '',
      suffix: '',
    };
    return {
      id: `m${at}` as MentionId,
      anchor,
      status: 'accepted',
      origin: 'analyst',
      place: placeOf(name),
      reasons: [],
      createdAt: now,
    };
  });
  const event = {
    ...newEvent({ id: 'e' as EventId, analystId: 'me' as AnalystId, now }),
    places: names.map((name) => ({ place: placeOf(name), geoPrecision: 1 as const })),
  };
  const items = collectItems({ articles, mentions, events: [event], highlights: [], tracks: [], areas: [] });
  return { items, event };
}

describe('places nobody has located', () => {
  it('are legal, listed with what names them, and never plotted', () => {
    const { items, event } = itemsAt(nobodyKnows);
    const shown = narrowItems(items, wideOpen).inside;
    for (const name of nobodyKnows)
      expect(shown.filter(({ place }) => place?.name === name).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['mention', 'event']),
      );
    expect(shown.flatMap(pointOf)).toEqual([]);
    expect(eventMarks(items)).toEqual([]);
    expect(event.places).toHaveLength(4);
  });

  it('are plotted once the analyst locates one, and that one alone', () => {
    const place = placeOf('Inafarak');
    const said = {
      ...place,
      aliases: [],
      point: { lat: 19.1, lon: 0.4 },
      precision: 'near' as const,
      note: '',
    };
    const located = correctPlace(place, said);
    expect(located).toMatchObject({ id: place.id, precision: 'near', original: { precision: 'unknown' } });
    const mine = gazetteer.withPlaces(located === null ? [] : [located]);
    expect(mine.lookup('In-Afarak')[0]).toMatchObject({ lat: 19.1, lon: 0.4 });
    expect(mine.lookup('Wistane')[0]).toMatchObject({ lat: null });
  });

  it('keep no point, whatever precision is chosen', () => {
    const form = { name: 'X', aliases: [], country: '', point: null, precision: 'exact' as const, note: '' };
    expect(makePlace(form, 'x' as PlaceId)).toMatchObject({ lat: null, lon: null, precision: 'unknown' });
  });
});
