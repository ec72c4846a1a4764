import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '#core/import/file-source.ts';
import { openLayerFile } from '#core/layers/open-layer-file.ts';
import { maxScanBytes, openMbtiles } from '#core/layers/read-mbtiles.ts';
import { type SouthTile, schemes, writeMbtiles } from './mbtiles-file.ts';

/** Every tile from zoom 0 to 4, of very different sizes, some larger than a page. */
const tiles: SouthTile[] = Array.from({ length: 5 }, (_, z) => z).flatMap((z) =>
  Array.from({ length: 4 ** z }, (_, at): SouthTile => {
    const [x, y] = [at % 2 ** z, Math.floor(at / 2 ** z)];
    const length = (z * 997 + x * 131 + y * 17) % (at % 7 === 0 ? 9_000 : 300);
    return [z, x, y, Uint8Array.from({ length: length + 1 }, (_, byte) => (byte * 7 + x + y * 3 + z) % 251)];
  }),
);
const metadata = {
  name: 'Wells of the Azawagh',
  format: 'png',
  minzoom: '0',
  maxzoom: '5',
  bounds: '-6,10,12,24',
  attribution: '&copy; <a href="https://example.org" onclick="alert(1)">Surveyors</a>',
};

describe('openMbtiles', () => {
  it.each(
    Object.entries(schemes).flatMap(([name, scheme]) =>
      [512, 4096, 65_536].map((pageBytes) => ({ name, scheme, pageBytes })),
    ),
  )('finds each tile and no other in $name, pages of $pageBytes', async ({ scheme, pageBytes }) => {
    const bytes = await writeMbtiles(scheme, tiles, metadata, pageBytes);
    const archive = await openMbtiles(sourceOf('a.mbtiles', bytes));

    for (const [z, x, y, data] of tiles) expect(await archive.getTile(z, x, 2 ** z - 1 - y)).toEqual(data);
    expect(await archive.getTile(5, 0, 0)).toBeNull();
    expect(await archive.getTile(3, 8, 0)).toBeNull();
  });

  it('says what the file says of itself, its credits as text', async () => {
    const bytes = await writeMbtiles(schemes['one table with an index'], tiles.slice(0, 5), metadata);
    expect((await openMbtiles(sourceOf('a.mbtiles', bytes))).facts).toEqual({
      title: 'Wells of the Azawagh',
      attribution: '© Surveyors',
      kind: 'image/png',
      minZoom: 0,
      maxZoom: 5,
      box: [-6, 10, 12, 24],
      layers: [],
    });
  });

  it('unpacks vector tiles', async () => {
    const data = new TextEncoder().encode('a tile of lines');
    const json = JSON.stringify({ vector_layers: [{ id: 'roads' }, { id: 'wells' }] });
    const bytes = await writeMbtiles(
      schemes['one table with an index'],
      [[0, 0, 0, new Uint8Array(gzipSync(data))]],
      { format: 'pbf', json },
    );
    const archive = await openMbtiles(sourceOf('a.mbtiles', bytes));

    expect(archive.facts).toMatchObject({ kind: 'vector', layers: ['roads', 'wells'] });
    expect(await archive.getTile(0, 0, 0)).toEqual(data);
  });

  it('reads a small part of a large file', async () => {
    const bytes = await writeMbtiles(schemes['one table with an index'], tiles, metadata);
    let read = 0;
    const source = sourceOf('a.mbtiles', bytes);
    const counting = {
      ...source,
      read: (start: number, end: number) => {
        read += end - start;
        return source.read(start, end);
      },
    };
    const archive = await openMbtiles(counting);
    await archive.getTile(4, 3, 3);

    expect(bytes.length).toBeGreaterThan(200_000);
    expect(read).toBeLessThan(bytes.length / 2);
  });

  it.each([
    {
      what: 'tiles without their place',
      scheme: 'CREATE TABLE tiles (a, b, c, tile_data blob);',
      code: 'no-tiles',
    },
  ])('refuses $what', async ({ scheme, code }) => {
    const bytes = await writeMbtiles(scheme, [], metadata);
    expect(await openLayerFile(sourceOf('a.mbtiles', bytes))).toMatchObject({ ok: false, problem: { code } });
  });

  it('refuses a large file without an index by its size, before it reads through it', async () => {
    const bytes = await writeMbtiles(schemes['one table without an index'], tiles.slice(0, 3), metadata);
    // As long as it says, with nothing behind the database.
    const source = {
      ...sourceOf('a.mbtiles', bytes),
      sizeBytes: maxScanBytes + 1,
      read: async (start: number, end: number) => {
        const part = new Uint8Array(end - start);
        part.set(bytes.subarray(start, end));
        return part;
      },
    };
    expect(await openLayerFile(source)).toEqual({
      ok: false,
      problem: { code: 'no-index', detail: { sizeBytes: maxScanBytes + 1, limit: maxScanBytes } },
    });
  });

  it.each([
    [{ format: 'mlt' }, 'tile-kind'],
    [{ format: 'png', crs: 'EPSG:4326' }, 'other-projection'],
  ])('refuses %o', async (said, code) => {
    const bytes = await writeMbtiles(schemes['one table with an index'], tiles.slice(0, 1), said);
    expect(await openLayerFile(sourceOf('a.mbtiles', bytes))).toMatchObject({ ok: false, problem: { code } });
  });

  it.each(['one table with an index', 'one table without an index'] as const)(
    'answers or refuses whatever is broken in %s, and always comes to an end',
    async (scheme) => {
      const whole = await writeMbtiles(schemes[scheme], tiles.slice(0, 200), metadata, 512);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 60 }),
          fc.oneof(fc.constant(whole.length), fc.nat(whole.length)),
          async (damage, length) => {
            const bytes = whole.slice(0, Math.max(16, length));
            for (const [at, byte] of damage) if (at >= 16 && at < bytes.length) bytes[at] = byte;
            const answer = await openLayerFile(sourceOf('a.mbtiles', bytes));
            if (!answer.ok || answer.layer.kind !== 'tiles') return;
            await answer.layer.archive.getTile(3, 2, 1).catch((error: Error) => {
              expect(['LayerRefusal', 'RangeError']).toContain(error.name);
            });
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});
