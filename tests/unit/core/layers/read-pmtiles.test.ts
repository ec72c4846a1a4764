import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '#core/import/file-source.ts';
import { openLayerFile } from '#core/layers/open-layer-file.ts';
import { openPmtiles } from '#core/layers/read-pmtiles.ts';

const bytes = new Uint8Array(readFileSync('tests/fixtures/layers/sahel_z9.pmtiles'));

/** The tile that a point lies on, by the formula of the Slippy Map. */
function tileAt(lat: number, lon: number, z: number): { x: number; y: number } {
  const angle = (lat * Math.PI) / 180;
  const north = (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2;
  return { x: Math.floor(((lon + 180) / 360) * 2 ** z), y: Math.floor(north * 2 ** z) };
}

describe('openPmtiles', () => {
  it('finds Gao on the tile of its coordinates', async () => {
    const archive = await openPmtiles(sourceOf('sahel.pmtiles', bytes));
    const { x, y } = tileAt(16.2717, -0.0447, 9);
    const tile = await archive.getTile(9, x, y);
    const layers = Object.values(new VectorTile(new Pbf(tile ?? new Uint8Array())).layers);
    const names = layers.flatMap((layer) =>
      Array.from({ length: layer.length }, (_, at) => layer.feature(at).properties.name),
    );

    expect(archive.facts).toMatchObject({ kind: 'vector', maxZoom: 9 });
    expect(archive.facts.layers).toContain('places');
    expect(names).toContain('Gao');
    expect(await archive.getTile(12, 0, 0)).toBeNull();
  });

  it('reads a small part of the file', async () => {
    let read = 0;
    const source = sourceOf('sahel.pmtiles', bytes);
    const counting = {
      ...source,
      read: (start: number, end: number) => {
        read += end - start;
        return source.read(start, end);
      },
    };
    const { x, y } = tileAt(16.2717, -0.0447, 9);
    await (await openPmtiles(counting)).getTile(9, x, y);

    expect(read).toBeLessThan(bytes.length / 10);
  });

  it.each([
    ['cut behind its head', bytes.slice(0, 127)],
    ['cut in its directory', bytes.slice(0, 300)],
    ['of an older version', Uint8Array.from(bytes, (byte, at) => (at === 7 ? 2 : byte))],
    [
      'whose directory is not packed as it says',
      Uint8Array.from(bytes, (byte, at) => (at >= 127 && at < 400 ? 0xff : byte)),
    ],
  ])('refuses one %s', async (_, broken) => {
    const answer = await openLayerFile(sourceOf('sahel.pmtiles', broken));
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/damaged|unreadable/) },
    });
  });
});
