import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Change, creation, removal } from '#core/history/change.ts';
import type { MapLayerId } from '#core/ids.ts';
import { stepsAtHand } from '#core/layers/layer-use.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import { findIdleLayers, letGoOfLayers } from '#main/idle-layers.ts';
import { keepFiles, keptPath } from '#main/originals.ts';
import { edit, openGood } from './journal-fixtures.ts';
import { createSimulatedDisk } from './simulated-disk.ts';

function layer(name: string): MapLayer {
  return {
    id: name as MapLayerId,
    name,
    form: 'kml',
    fileName: `${name}.kml`,
    sha256: createHash('sha256').update(name).digest('hex'),
    sizeBytes: name.length,
    attribution: '',
    isShown: true,
    opacity: 1,
    order: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

const [onMap, off, gone] = [layer('on the map'), layer('off'), layer('gone')];

async function workspace() {
  const disk = createSimulatedDisk();
  const journal = await openGood({ files: disk.files });
  const kept = [onMap, off].map(({ name, sha256 }) => ({
    kind: 'original' as const,
    sha256,
    bytes: new TextEncoder().encode(name),
  }));
  await keepFiles(disk.files, '/w', kept);
  const write = (...changes: Change[]) => journal.append([{ ...edit(1), changes }]);
  for (const one of [onMap, off, gone]) await write(creation('mapLayers', one));
  for (const one of [off, gone]) await write(removal('mapLayers', one));
  for (let at = 0; at < stepsAtHand; at++) await journal.append([edit(at)]);
  const fresh = new Set<string>();
  return { disk, write, fresh, keeping: { files: disk.files, folder: '/w', journal, fresh } };
}

const pathOf = ({ sha256 }: MapLayer) => keptPath('/w', { kind: 'original', sha256 });

describe('letGoOfLayers', () => {
  it('finds the files nothing uses with their sizes, and removes those and no others', async () => {
    const { disk, keeping } = await workspace();
    const idle = await findIdleLayers(keeping);
    expect(idle).toEqual([{ name: 'off', fileName: 'off.kml', sha256: off.sha256, sizeBytes: 3 }]);

    const asked = [onMap.sha256, off.sha256, gone.sha256];
    expect(await letGoOfLayers(keeping, asked)).toEqual({ ok: true, freedBytes: 3 });

    expect(disk.paths()).toContain(pathOf(onMap));
    expect(disk.paths()).not.toContain(pathOf(off));
    expect(await findIdleLayers(keeping)).toEqual([]);
  });

  it('leaves what has come back into use since it was listed, or was just kept', async () => {
    const { disk, write, fresh, keeping } = await workspace();
    fresh.add(off.sha256);
    expect(await letGoOfLayers(keeping, [off.sha256])).toEqual({ ok: true, freedBytes: 0 });
    fresh.clear();
    await write(creation('mapLayers', off));
    expect(await letGoOfLayers(keeping, [off.sha256])).toEqual({ ok: true, freedBytes: 0 });
    expect(disk.paths()).toContain(pathOf(off));
  });

  it('says when the disk refuses', async () => {
    const { disk, keeping } = await workspace();
    disk.failAt(1, 'EIO', true);
    expect(await letGoOfLayers(keeping, [off.sha256])).toMatchObject({ ok: false });
  });
});
