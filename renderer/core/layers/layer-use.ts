import type { Edit } from '#core/history/edit.ts';
import type { MapLayerId } from '#core/ids.ts';
import type { MapLayer } from './map-layer.ts';

/** The file of a layer that no layer uses any more. */
export type IdleLayer = Pick<MapLayer, 'name' | 'fileName' | 'sha256'>;

/** So many of the newest edits can be undone, one after the other, without a file being missed. */
export const stepsAtHand = 20;

/**
 * Tells which files of map layers nothing uses, from all edits of a workspace in their order: no layer on the map, no
 * article that ever was, and none of the newest edits, which undo would take back first.
 */
export function createLayerUse() {
  const layers = new Map<MapLayerId, MapLayer>();
  /** By hash, as it was last known. */
  const known = new Map<string, IdleLayer>();
  const lastUse = new Map<string, number>();
  const ofArticles = new Set<string>();
  let edits = 0;

  function noteLayer({ id, before, after }: { id: MapLayerId } & States<MapLayer>): void {
    if (after === null) layers.delete(id);
    else layers.set(id, after);
    for (const { name, fileName, sha256 } of present(before, after)) {
      known.set(sha256, { name, fileName, sha256 });
      lastUse.set(sha256, edits);
    }
  }

  return {
    add({ changes, kind }: Pick<Edit, 'changes' | 'kind'>): void {
      if (kind !== 'beside') edits += 1;
      for (const change of changes) {
        if (change.table === 'mapLayers') noteLayer(change);
        if (change.table !== 'articles') continue;
        for (const { originalSha256, textSha256 } of present(change.before, change.after))
          ofArticles.add(originalSha256).add(textSha256);
      }
    },

    /** Those files, in the order they were first used. */
    idle(): IdleLayer[] {
      const used = new Set([...layers.values()].map(({ sha256 }) => sha256));
      return [...known.values()].filter(
        ({ sha256 }) =>
          !used.has(sha256) && !ofArticles.has(sha256) && edits - (lastUse.get(sha256) ?? 0) >= stepsAtHand,
      );
    },
  };
}

type States<Kept> = { readonly before: Kept | null; readonly after: Kept | null };

function present<Kept>(...states: readonly (Kept | null)[]): Kept[] {
  return states.filter((state) => state !== null);
}
