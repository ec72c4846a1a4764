import { expect, it } from 'vitest';
import { eventsToUcdp } from '#core/events/events-to-ucdp.ts';
import { takeCollection } from '#core/exchange/collections/read-collection.ts';
import { toCsv } from '#core/exchange/csv.ts';
import type { AnalystId } from '#core/ids.ts';
import { days, event, takesPart, town } from './events.ts';

const tools = {
  openDecoder: (label: string) => ({ decode: (bytes: Uint8Array) => new TextDecoder(label).decode(bytes) }),
  pause: () => Promise.resolve(),
};

it('writes rows that our reader of UCDP takes for what was written', async () => {
  const own = event('0192d0c0-0000-7000-8000-000000000001', {
    title: 'Attack on Testville',
    dating: days('2024-09-01', '2024-09-30', 3),
    places: [{ place: town('Testville', 15.5, -1.25), geoPrecision: 2 }],
    actors: [takesPart('one'), takesPart('other', 'side-2')],
    deaths: { low: 1, best: 2, high: 3 },
  });
  const bytes = new TextEncoder().encode(toCsv(eventsToUcdp([own], new Map())));
  const names = new Map(['one', 'other'].map((name) => [name, { actorId: name as never, name }]));
  const making = {
    fileName: 'x',
    names,
    analystId: 'me' as AnalystId,
    now: '2025-01-01T00:00:00.000Z',
  };

  const taken = await takeCollection(bytes, { countries: null, from: null, until: null }, making, tools);

  expect(taken).toMatchObject({
    ok: true,
    events: [
      {
        note: own.title,
        dating: { from: '2024-09-01', until: '2024-09-30', precision: 3 },
        places: [{ place: { name: 'Testville', country: 'ML', lat: 15.5, lon: -1.25 }, geoPrecision: 2 }],
        actors: own.actors,
        deaths: own.deaths,
        origin: { id: own.id },
      },
    ],
  });
});
