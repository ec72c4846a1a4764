import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { topmostFirst } from '#core/layers/edit-layers.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import { useSession } from '#state/session.ts';
import { listMapLayers } from '#storage/map-layers.ts';
import { closeOthers, type LayerFile, layerFiles, type OpenFile, openLayer } from './layer-files.ts';
import { type LayerLook, layerLooks } from './layer-look.ts';

/** A layer that can be drawn. */
export type DrawnLayer = { readonly layer: MapLayer; readonly look: LayerLook; readonly file: OpenFile };

/** A layer in the list, drawn or not. */
export type ListedLayer = {
  readonly layer: MapLayer;
  readonly look: LayerLook;
  /** `undefined`: not asked for, as it is not shown. */
  readonly file: LayerFile | undefined;
};

/** The analyst's layers, the topmost first; files of those that are shown are opened. */
export function useMapLayers(): readonly ListedLayer[] | undefined {
  const { db } = useSession();
  const layers = useLiveQuery(() => listMapLayers(db), [db]);
  const files = useStore(layerFiles, (state) => state.byHash);
  useEffect(() => {
    if (layers === undefined) return;
    closeOthers(layers);
    for (const layer of layers) if (layer.isShown) openLayer(layer);
  }, [layers]);
  return useMemo(() => {
    if (layers === undefined) return undefined;
    const looks = layerLooks(layers);
    return topmostFirst(layers).flatMap((layer) => {
      const look = looks.get(layer.id);
      return look === undefined ? [] : [{ layer, look, file: files.get(layer.sha256) }];
    });
  }, [layers, files]);
}

/** Whom the drawn layers are owed to, each named once. */
export function creditsOf(layers: readonly DrawnLayer[]): string[] {
  return [...new Set(layers.map(({ layer }) => layer.attribution).filter((credit) => credit !== ''))];
}

/** Those of them that are shown and could be opened. */
export function drawnLayers(listed: readonly ListedLayer[]): DrawnLayer[] {
  return listed.flatMap(({ layer, look, file }) =>
    layer.isShown && typeof file === 'object' && file.ok ? [{ layer, look, file: file.file }] : [],
  );
}
