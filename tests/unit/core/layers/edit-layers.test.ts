import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reverse } from '#core/history/change.ts';
import type { MapLayerId } from '#core/ids.ts';
import { addLayer, changeLayer, moveLayer, removeLayer, topmostFirst } from '#core/layers/edit-layers.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';

const layer = (id: string, order = 1): MapLayer => ({
  id: id as MapLayerId,
  name: `Layer ${id}`,
  form: 'geojson',
  fileName: `${id}.geojson`,
  sha256: 'ab'.repeat(32),
  sizeBytes: 10,
  attribution: '',
  isShown: true,
  opacity: 1,
  order,
  createdAt: '2026-11-21T12:00:00.000Z',
});

const apply = (layers: readonly MapLayer[], changes: ReturnType<typeof addLayer>): MapLayer[] => {
  const byId = new Map(layers.map((one) => [one.id, one]));
  for (const { id, after } of changes)
    if (after === null) byId.delete(id as MapLayerId);
    else byId.set(id as MapLayerId, after as MapLayer);
  return [...byId.values()];
};
const ids = (layers: readonly MapLayer[]) => topmostFirst(layers).map(({ id }) => id);

describe('the order of layers', () => {
  it('has a new one on top', () => {
    const layers = apply(
      [layer('a', 4), layer('b', 2)],
      addLayer([layer('a', 4), layer('b', 2)], layer('c')),
    );
    expect(ids(layers)).toEqual(['c', 'a', 'b']);
  });

  it('follows every step up and down as a list would, also from places that are the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.constantFrom('up' as const, 'down' as const)), { maxLength: 12 }),
        (orders, moves) => {
          let layers = orders.map((order, at) => layer(`${at}`, order));
          const list = ids(layers);
          for (const [index, way] of moves) {
            const id = list[index % list.length] as MapLayerId;
            const at = list.indexOf(id);
            const to = way === 'up' ? at - 1 : at + 1;
            const other = list[to];
            if (other !== undefined) [list[at], list[to]] = [other, id];
            const before = layers;
            const changes = moveLayer(layers, id, way);
            layers = apply(layers, changes);
            expect(ids(layers)).toEqual(list);
            expect(ids(apply(layers, reverse(changes)))).toEqual(ids(before));
          }
        },
      ),
    );
  });
});

describe('changes of a layer', () => {
  it('keep its name when the new one has no letters, and its strength between nothing and all', () => {
    const [change] = changeLayer(layer('a'), { name: '  ', opacity: -3 });
    expect(change?.after).toMatchObject({ name: 'Layer a', opacity: 0 });
  });

  it('are none when nothing is different', () => {
    expect(changeLayer(layer('a'), { name: ' Layer  a ', isShown: true, opacity: 1 })).toEqual([]);
  });

  it('take it away whole', () => {
    expect(apply([layer('a')], removeLayer(layer('a')))).toEqual([]);
  });
});
