import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import { listPlaces } from '#storage/places.ts';
import { OwnPlaces } from '#workers/own-places.ts';

let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`own-places-${opened}`);
});

function place(id: string, name = id): Place {
  return {
    id: id as PlaceId,
    name,
    aliases: [],
    country: 'ML',
    type: 'analyst',
    lat: 16,
    lon: 0,
    precision: 'near',
    source: 'analyst',
    note: '',
  };
}

describe('OwnPlaces', () => {
  it('is what a reading of all would be after any edits, with one stamp for one content', async () => {
    const own = new OwnPlaces(db);
    expect(await own.current()).toEqual({ places: [], stamp: expect.any(String) });
    // Numbers that follow each other without a pattern (Park and Miller’s generator), the same at each run.
    let seed = 20;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let step = 0; step < 60; step++) {
      const id = `place-${random(9)}`;
      if (random(3) === 0) await db.places.delete(id as PlaceId);
      else await db.places.put(place(id, `Camp ${random(4)}`));
      own.note([id as PlaceId]);
      if (random(2) === 0) continue;
      const { places, stamp } = await own.current();
      expect(places).toEqual(await listPlaces(db));
      expect(stamp).toBe((await new OwnPlaces(db).current()).stamp);
    }
  });

  it('gives the same list until something is noted', async () => {
    await db.places.put(place('one'));
    const own = new OwnPlaces(db);
    const first = await own.current();
    expect(await own.current()).toBe(first);
    await db.places.put(place('one', 'Another name'));
    own.note(['one' as PlaceId]);
    const second = await own.current();
    expect(second.places).not.toBe(first.places);
    expect(second.stamp).not.toBe(first.stamp);
  });

  it('does not miss what is noted while all are read', async () => {
    await db.places.bulkPut([place('one'), place('two')]);
    const own = new OwnPlaces(db);
    const reading = own.current();
    await db.places.put(place('two', 'Camp Echo'));
    own.note(['two' as PlaceId]);
    await reading;
    expect((await own.current()).places.map(({ name }) => name)).toEqual(['one', 'Camp Echo']);
  });
});
