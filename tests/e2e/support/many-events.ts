import type { Event } from '#core/events/event.ts';
import { type EventId, idFrom, type PlaceId } from '#core/ids.ts';

/** Where a made-up event lies, and when it was. */
export type Spot = { readonly lat: number; readonly lon: number; readonly day: string };

const towns = [
  { lat: 16.27, lon: -0.04 },
  { lat: 15.92, lon: 2.4 },
  { lat: 18.44, lon: 1.41 },
  { lat: 14.21, lon: 1.45 },
  { lat: 14.03, lon: -0.03 },
  { lat: 12.64, lon: -8 },
  { lat: 13.51, lon: 2.11 },
  { lat: 16.77, lon: -3.01 },
];

/**
 * So many spots over the Sahel in six years, put together by counting, so that two runs make the same: two thirds
 * around towns, as events lie, the others anywhere; no two alike.
 */
export function makeSpots(count: number): Spot[] {
  const next = countOn(7);
  const first = Date.UTC(2019, 0, 1);
  return Array.from({ length: count }, (_, at) => {
    const town = towns[at % towns.length];
    const isNear = at % 3 !== 0 && town !== undefined;
    const away = 1.2 * next() ** 2;
    const angle = 2 * Math.PI * next();
    const day = new Date(first + Math.floor(next() * 2_190) * 86_400_000).toISOString().slice(0, 10);
    return isNear
      ? { lat: town.lat + away * Math.sin(angle), lon: town.lon + away * Math.cos(angle), day }
      : { lat: 11 + 9 * next(), lon: -10 + 18 * next(), day };
  });
}

/** Numbers from 0 to 1 that look like chance (Mulberry32, T. Ettinger, public domain). */
function countOn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Events at spots, each at a place of its own, as many exact as near or in an area. */
export function makeEvents(spots: readonly Spot[]): Event[] {
  return spots.map(({ lat, lon, day }, at) => ({
    id: idFrom<'event'>(`event ${at}`) as EventId,
    title: `Incident ${at}`,
    dating: { from: day, until: day, precision: 1, basis: 'analyst', printed: '', reasons: [] },
    places: [
      {
        place: {
          id: `g:made-${at}` as PlaceId,
          name: `Spot ${at}`,
          aliases: [],
          country: 'ML',
          type: 'P',
          lat,
          lon,
          precision: 'exact',
          source: 'made up',
          note: '',
        },
        geoPrecision: ([1, 2, 3] as const)[at % 3] ?? null,
      },
    ],
    actors: [],
    subType: null,
    deaths: null,
    note: '',
    passages: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }));
}
