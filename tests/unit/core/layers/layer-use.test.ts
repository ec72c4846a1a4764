import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import { type Change, creation, removal, replacement, reverse } from '#core/history/change.ts';
import { createUndoStack } from '#core/history/undo-stack.ts';
import type { DeviceId, GroupId, MapLayerId } from '#core/ids.ts';
import { createLayerUse, type LayerEdit, stepsAtHand } from '#core/layers/layer-use.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';

const device = 'this one' as DeviceId;

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

type Made = LayerEdit['edit'];

const plain = { label: { action: 'made.up', detail: {} }, kind: 'new', group: null, target: null } as const;
const edit = (...changes: Change[]): Made => ({ ...plain, changes });
const grouped = (name: string, ...changes: Change[]): Made => ({
  ...edit(...changes),
  group: name as GroupId,
});
const others = (count: number) => Array.from({ length: count }, () => edit());
/** Takes back, or makes again, the edit of this number. */
const again = (kind: 'undo' | 'redo', target: number, changes: readonly Change[] = []): Made => ({
  ...plain,
  kind,
  target,
  changes: kind === 'undo' ? reverse(changes) : changes,
});

function idleAfter(edits: readonly Made[]): string[] {
  const use = createLayerUse();
  for (const [at, one] of edits.entries()) use.add({ device, sequence: at + 1, edit: one });
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
    expect(idleAfter([add, remove, again('undo', 2, remove.changes), ...others(50)])).toEqual([]);
    const twin = edit(creation('mapLayers', layer('twin', wells.sha256)));
    expect(idleAfter([add, twin, remove, ...others(50)])).toEqual([]);
  });

  it('counts what was typed in one go as the one step it is', () => {
    const typing = Array.from({ length: 60 }, () => grouped('typing'));
    expect(idleAfter([add, remove, ...typing])).toEqual([]);
    expect(idleAfter([add, remove, ...typing, ...others(stepsAtHand - 2)])).toEqual([]);
    expect(idleAfter([add, remove, ...typing, ...others(stepsAtHand - 1)])).toEqual(['wells']);
    // Parted by something else, it is as many steps as undo makes of it.
    const parted = Array.from({ length: stepsAtHand / 2 }, () => [grouped('typing'), edit()]).flat();
    expect(idleAfter([add, remove, ...parted])).toEqual(['wells']);
  });

  it('counts an import as one step with all that was done while it went on', () => {
    const part = { ...grouped('import'), label: { action: 'articles.import', detail: {} } };
    const meanwhile = Array.from({ length: 60 }, () => [part, edit()]).flat();
    expect(idleAfter([add, remove, ...meanwhile, part])).toEqual([]);
    expect(idleAfter([add, remove, ...meanwhile, part, ...others(stepsAtHand - 1)])).toEqual(['wells']);
  });

  it('is not hurried by what was taken back again, or made again', () => {
    const toAndFro = Array.from({ length: 50 }, (_, at) => [edit(), again('undo', 3 + at * 2)]).flat();
    expect(idleAfter([add, remove, ...toAndFro])).toEqual([]);
    const wavering = Array.from({ length: 50 }, () => [again('undo', 3), again('redo', 3)]).flat();
    expect(idleAfter([add, remove, edit(), ...wavering])).toEqual([]);
  });

  it('keeps what redo would bring back, as long as it can', () => {
    expect(idleAfter([add, again('undo', 1, add.changes)])).toEqual([]);
    expect(idleAfter([add, again('undo', 1, add.changes), edit()])).toEqual(['wells']);
  });

  it('is not hurried by what was done on another device', () => {
    const use = createLayerUse();
    for (const [at, one] of [add, remove].entries()) use.add({ device, sequence: at + 1, edit: one });
    for (const [at, one] of others(50).entries())
      use.add({ device: 'another' as DeviceId, sequence: at + 1, edit: one });
    expect(use.idle()).toEqual([]);
  });

  it('never lets go of the bytes of an article, even of one that was removed', () => {
    const article = { id: 'a', originalSha256: wells.sha256, textSha256: 't' } as unknown as Article;
    const ofArticle = [edit(creation('articles', article)), edit(removal('articles', article))];
    expect(idleAfter([...ofArticle, add, remove, ...others(50)])).toEqual([]);
    expect(idleAfter([add, remove, ...others(50), ...ofArticle])).toEqual([]);
  });

  it('counts only what undo takes back: what was read does not hurry it', () => {
    const read = Array.from({ length: 100 }, () => ({ ...edit(), kind: 'beside' as const }));
    expect(idleAfter([add, remove, ...read])).toEqual([]);
  });

  it('names no file that the undo stack would bring back with the steps at hand, and every other', async () => {
    const deed = fc.tuple(
      fc.constantFrom('add', 'remove', 'fade', 'other', 'other', 'undo', 'redo'),
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom(null, null, 'one', 'two'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 20, maxLength: 120 }), async (deeds) => {
        const desk = createDesk();
        const use = createLayerUse();
        const keep = (edits: readonly Made[]) => {
          for (const one of edits) use.add(desk.keep(one));
        };
        for (const [what, name, group] of deeds) {
          if (what === 'undo' || what === 'redo') keep(await desk.step(what));
          else keep([{ ...edit(...desk.plan(what, name)), group: group as GroupId | null }]);
        }
        const named = use.idle().map(({ sha256 }) => sha256);
        const reached = await desk.reach();
        expect(new Set(named)).toEqual(new Set([...desk.everShown()].filter((file) => !reached.has(file))));
      }),
    );
  });
});

/** Layers on a map under the program's own undo stack, which finds out by trying what undo and redo bring back. */
function createDesk() {
  const edits: LayerEdit[] = [];
  const shown = new Map<string, MapLayer>();
  const ever = new Set<string>();
  const stack = createUndoStack(async () => []);

  function keep(made: Made): LayerEdit {
    const entry = { device, sequence: edits.length + 1, edit: made };
    edits.push(entry);
    stack.push({ ...made, sequence: entry.sequence });
    for (const { id, after } of made.changes)
      if (after === null) shown.delete(id);
      else shown.set(id, after as MapLayer);
    for (const { sha256 } of shown.values()) ever.add(sha256);
    return entry;
  }

  async function step(kind: 'undo' | 'redo'): Promise<Made[]> {
    const targets = (await stack[kind]()) ?? [];
    return targets.map((target) => again(kind, target, edits[target - 1]?.edit.changes));
  }

  return {
    keep,
    step,
    everShown: () => ever,
    plan: (what: string, name: string): Change[] => {
      const now = shown.get(name);
      if (what === 'add' && now === undefined) return [creation('mapLayers', layer(name))];
      if (what === 'fade' && now !== undefined)
        return [replacement('mapLayers', now, { ...now, opacity: 0.5 })];
      return what === 'remove' && now !== undefined ? [removal('mapLayers', now)] : [];
    },
    /** The files that are on the map now, or after any of the next undo or redo steps. */
    reach: async (): Promise<Set<string>> => {
      const files = new Set<string>();
      const look = () => {
        for (const { sha256 } of shown.values()) files.add(sha256);
      };
      const walk = async (kind: 'undo' | 'redo', most: number) => {
        for (let steps = 0; steps < most; steps++) {
          const made = await step(kind);
          if (made.length === 0) return;
          for (const one of made) {
            keep(one);
            look();
          }
        }
      };
      look();
      await walk('undo', stepsAtHand);
      await walk('redo', Number.POSITIVE_INFINITY);
      return files;
    },
  };
}
