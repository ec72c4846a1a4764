import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { MapLayerId } from '#core/ids.ts';
import type { MapLayer } from './map-layer.ts';

/** What of a layer can be changed. */
export type LayerPatch = Partial<Pick<MapLayer, 'name' | 'attribution' | 'isShown' | 'opacity'>>;

const longestLine = 300;

/** Lay a file over all others. */
export function addLayer(layers: readonly MapLayer[], layer: Omit<MapLayer, 'order'>): Change[] {
  const order = Math.max(0, ...layers.map((other) => other.order)) + 1;
  return [
    creation('mapLayers', {
      ...layer,
      name: line(layer.name) || line(layer.fileName),
      attribution: line(layer.attribution),
      order,
    }),
  ];
}

/** Change a layer; nothing comes of what it is already, nor of a name without letters. */
export function changeLayer(layer: MapLayer, patch: LayerPatch): Change[] {
  const after: MapLayer = {
    ...layer,
    ...patch,
    name: line(patch.name ?? layer.name) || layer.name,
    attribution: line(patch.attribution ?? layer.attribution),
    opacity: Math.min(1, Math.max(0, patch.opacity ?? layer.opacity)),
  };
  const keys = ['name', 'attribution', 'isShown', 'opacity'] as const;
  return keys.some((key) => after[key] !== layer[key]) ? [replacement('mapLayers', layer, after)] : [];
}

/** Layers as they lie on the map, the topmost first. */
export function topmostFirst(layers: readonly MapLayer[]): MapLayer[] {
  return [...layers].sort((a, b) => b.order - a.order || (a.id < b.id ? -1 : 1));
}

/** Move a layer one step up or down among the others; at the end nothing changes. */
export function moveLayer(layers: readonly MapLayer[], id: MapLayerId, way: 'up' | 'down'): Change[] {
  const order = topmostFirst(layers);
  const from = order.findIndex((layer) => layer.id === id);
  const to = way === 'up' ? from - 1 : from + 1;
  const [moved, other] = [order[from], order[to]];
  if (moved === undefined || other === undefined) return [];
  order[from] = other;
  order[to] = moved;
  // Counted anew, as two layers that were added on two machines may have the same place.
  return order.flatMap((layer, at) => {
    const place = order.length - at;
    return layer.order === place ? [] : [replacement('mapLayers', layer, { ...layer, order: place })];
  });
}

/** Take a layer off the map; its file stays in the workspace, so that undo brings it back. */
export function removeLayer(layer: MapLayer): Change[] {
  return [removal('mapLayers', layer)];
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestLine);
}
