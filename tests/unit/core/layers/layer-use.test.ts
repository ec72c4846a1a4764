import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import { type Change, creation, removal, replacement, reverse } from '#core/history/change.ts';
import type { MapLayerId } from '#core/ids.ts';
import { createLayerUse, stepsAtHand } from '#core/layers/layer-use.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';

function layer(name: string, sha256 = `hash of ${name}`): MapLayer {
  return {
    id: name as MapLayerId,
    name,
    form: 'geojson',
    fileName: `${name}.geojson`,
    sha256,
    sizeBytes: 1,
    attribution: '',
    isShown: true,
    opacity: 1,
    order: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}

const edit = (...changes: Change[]) => ({ changes, kind: 'new' as const });
const others = (count: number) => Array.from({ length: count }, () => edit());

function idleAfter(edits: readonly ReturnType<typeof edit>[]): string[] {
  const use = createLayerUse();
  for (const one of edits) use.add(one);
  return use.idle().map(({ name }) => name);
}

describe('createLayerUse', () => {
  const wells = layer('wells');
  const add = edit(creation('mapLayers', wells));
  const remove = edit(removal('mapLayers', wells));

  it('lets a removed layer go once undo would have to take back more than the steps at hand', () => {
    expect(idleAfter([add, remove, ...others(stepsAtHand - 1)])).toEqual([]);
    expect(idleAfter([add, remove, ...others(stepsAtHand)])).toEqual(['wells']);
  });

  it('keeps what undo, or another layer, brought back', () => {
    const undo = { changes: reverse(remove.changes), kind: 'undo' as const };
    const use = createLayerUse();
    for (const one of [add, remove, undo, ...others(50)]) use.add(one);
    expect(use.idle()).toEqual([]);
    const twin = edit(creation('mapLayers', layer('twin', wells.sha256)));
    expect(idleAfter([add, twin, remove, ...others(50)])).toEqual([]);
  });

  it('never lets go of the bytes of an article, even of one that was removed', () => {
    const article = { id: 'a', originalSha256: wells.sha256, textSha256: 't' } as unknown as Article;
    const ofArticle = [edit(creation('articles', article)), edit(removal('articles', article))];
    expect(idleAfter([...ofArticle, add, remove, ...others(50)])).toEqual([]);
    expect(idleAfter([add, remove, ...others(50), ...ofArticle])).toEqual([]);
  });

  it('counts only what undo takes back: what was read does not hurry it', () => {
    const use = createLayerUse();
    for (const one of [add, remove]) use.add(one);
    for (let at = 0; at < 100; at++) use.add({ changes: [], kind: 'beside' });
    expect(use.idle()).toEqual([]);
  });

  it('names no file that undoing any of the newest steps would bring back', () => {
    const names = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom('add', 'remove', 'rename', 'other')), {
          maxLength: 90,
        }),
        (deeds) => {
          const there = new Map<string, MapLayer>();
          const states: Set<string>[] = [new Set()];
          const use = createLayerUse();
          for (const [name, deed] of deeds) {
            const now = there.get(name);
            const changes: Change[] = [];
            if (deed === 'add' && now === undefined) changes.push(creation('mapLayers', layer(name)));
            if (deed === 'remove' && now !== undefined) changes.push(removal('mapLayers', now));
            if (deed === 'rename' && now !== undefined)
              changes.push(replacement('mapLayers', now, { ...now, name: `${now.name}!` }));
            use.add(edit(...changes));
            for (const { after } of changes)
              if (after === null) there.delete(name);
              else there.set(name, after as MapLayer);
            states.push(new Set([...there.values()].map(({ sha256 }) => sha256)));
          }
          const reachable = new Set(states.slice(-stepsAtHand - 1).flatMap((state) => [...state]));
          for (const { sha256 } of use.idle()) expect(reachable.has(sha256)).toBe(false);
        },
      ),
    );
  });
});
