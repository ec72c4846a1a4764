import type { MapLayerId } from '#core/ids.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { Database } from './database.ts';

/** All files the analyst laid on the map, in no order that matters. */
export function listMapLayers(db: Database): Promise<MapLayer[]> {
  return db.mapLayers.toArray();
}

/** One of them; `null` when there is none with this id. */
export async function findMapLayer(db: Database, id: MapLayerId): Promise<MapLayer | null> {
  return (await db.mapLayers.get(id)) ?? null;
}
