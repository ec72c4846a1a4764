import { addLayer, changeLayer, type LayerPatch, moveLayer, removeLayer } from '#core/layers/edit-layers.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { Session } from '#state/session.ts';
import { findMapLayer, listMapLayers } from '#storage/map-layers.ts';

/** Lay a kept file on the map. Answers whether it was kept. */
export async function commitLayer(session: Session, layer: Omit<MapLayer, 'order'>): Promise<boolean> {
  const label = { action: 'layer.add', detail: { name: layer.name } };
  const committed = await session.commit(label, async () => addLayer(await listMapLayers(session.db), layer));
  return committed.ok;
}

/** Change how a layer is called, credited or shown. */
export async function editLayer(session: Session, layer: MapLayer, patch: LayerPatch): Promise<boolean> {
  const committed = await session.commit(
    { action: actionOf(patch), detail: { name: layer.name, to: patch.name ?? '' } },
    async () => {
      const newest = await findMapLayer(session.db, layer.id);
      return newest === null ? [] : changeLayer(newest, patch);
    },
  );
  return committed.ok;
}

/** Lay a layer one step higher or lower. */
export async function shiftLayer(session: Session, layer: MapLayer, way: 'up' | 'down'): Promise<boolean> {
  const committed = await session.commit({ action: 'layer.move', detail: { name: layer.name } }, async () =>
    moveLayer(await listMapLayers(session.db), layer.id, way),
  );
  return committed.ok;
}

/** Take a layer off the map; its file stays in the workspace. */
export async function dropLayer(session: Session, layer: MapLayer): Promise<boolean> {
  const committed = await session.commit(
    { action: 'layer.remove', detail: { name: layer.name } },
    async () => {
      const newest = await findMapLayer(session.db, layer.id);
      return newest === null ? [] : removeLayer(newest);
    },
  );
  return committed.ok;
}

function actionOf(patch: LayerPatch): string {
  if (patch.isShown !== undefined) return patch.isShown ? 'layer.show' : 'layer.hide';
  if (patch.opacity !== undefined) return 'layer.opacity';
  return patch.name === undefined ? 'layer.credit' : 'layer.rename';
}
