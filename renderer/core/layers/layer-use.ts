import type { Change } from '#core/history/change.ts';
import type { Edit, JournalEntry, Sequence } from '#core/history/edit.ts';
import { isPartOfImport } from '#core/history/whole-import.ts';
import type { DeviceId, GroupId, MapLayerId } from '#core/ids.ts';
import type { MapLayer } from './map-layer.ts';

/** The file of a layer that no layer uses any more. */
export type IdleLayer = Pick<MapLayer, 'name' | 'fileName' | 'sha256'>;

/** So many times in a row the analyst can undo without a file being missed. */
export const stepsAtHand = 20;

/** What has to be known of an edit to tell which files it uses, and until when. */
export type LayerEdit = Pick<JournalEntry, 'device' | 'sequence'> & {
  readonly edit: Pick<Edit, 'label' | 'changes' | 'kind' | 'group' | 'target'>;
};

/**
 * Tells which files of map layers nothing uses, from all edits of a workspace in their order: no layer on the map, no
 * article that ever was, and nothing the next undo steps of any device, or its redo, would bring back.
 */
export function createLayerUse() {
  const layers = new Map<MapLayerId, MapLayer>();
  /** By hash, as it was last known. */
  const known = new Map<string, IdleLayer>();
  const ofArticles = new Set<string>();
  const histories = new Map<DeviceId, History>();

  function noteLayer({ id, before, after }: { id: MapLayerId } & States<MapLayer>): void {
    if (after === null) layers.delete(id);
    else layers.set(id, after);
    for (const { name, fileName, sha256 } of present(before, after))
      known.set(sha256, { name, fileName, sha256 });
  }

  return {
    add(entry: LayerEdit): void {
      const { device, edit } = entry;
      const history = histories.get(device) ?? { done: [], undone: [] };
      histories.set(device, history);
      follow(history, entry);
      for (const change of edit.changes) {
        if (change.table === 'mapLayers') noteLayer(change);
        if (change.table !== 'articles') continue;
        for (const { originalSha256, textSha256 } of present(change.before, change.after))
          ofArticles.add(originalSha256).add(textSha256);
      }
    },

    /** Those files, in the order they were first used. */
    idle(): IdleLayer[] {
      const used = new Set([...layers.values()].map(({ sha256 }) => sha256));
      for (const { done, undone } of histories.values())
        for (const { files } of [...newestSteps(done), ...undone]) for (const file of files) used.add(file);
      return [...known.values()].filter(({ sha256 }) => !used.has(sha256) && !ofArticles.has(sha256));
    },
  };
}

/** An edit in the history of its device, with the hashes of the layers it is about. */
type Kept = {
  readonly sequence: Sequence;
  readonly group: GroupId | null;
  readonly isPart: boolean;
  readonly files: readonly string[];
};

/** The edits of a device that stand, oldest first, and those taken back since its last new one. */
type History = { readonly done: Kept[]; readonly undone: Kept[] };

function follow({ done, undone }: History, { sequence, edit }: LayerEdit): void {
  const { kind, group, target, label, changes } = edit;
  if (kind === 'new') {
    done.push({ sequence, group, isPart: isPartOfImport(label), files: filesOf(changes) });
    undone.length = 0;
  } else if (kind !== 'beside') {
    const [from, to] = kind === 'undo' ? [done, undone] : [undone, done];
    const at = from.findLastIndex((one) => one.sequence === target);
    if (at !== -1) to.push(...from.splice(at, 1));
  }
}

/** What the next `stepsAtHand` undo steps take back. */
function newestSteps(done: readonly Kept[]): readonly Kept[] {
  let start = done.length;
  for (let steps = 0; steps < stepsAtHand && start > 0; steps++) start = beginOfStep(done, start - 1);
  return done.slice(start);
}

/** Where the step begins that ends at `end`; an import is one with all that was done while it went on. */
function beginOfStep(done: readonly Kept[], end: number): number {
  const { group = null, isPart = false } = done[end] ?? {};
  if (group === null) return end;
  if (isPart) return done.findIndex((one) => one.group === group);
  return done.findLastIndex((one, at) => at < end && one.group !== group) + 1;
}

function filesOf(changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.table === 'mapLayers' ? present(change.before, change.after).map(({ sha256 }) => sha256) : [],
  );
}

type States<Stored> = { readonly before: Stored | null; readonly after: Stored | null };

function present<Stored>(...states: readonly (Stored | null)[]): Stored[] {
  return states.filter((state) => state !== null);
}
