import * as leaflet from 'leaflet';
import { DivIcon, type Map as LeafletMap } from 'leaflet';

/** Leaflet as geoman looks for it and adds to it: an object on the window, whose classes are those of the maps. */
const Leaflet: typeof leaflet = { ...leaflet };

let loading: Promise<void> | undefined;

/**
 * Give a map the handles of leaflet-geoman, loaded when they are needed first. Layers take part in it only when they
 * are made with `pmIgnore: false`.
 */
export async function loadGeoman(map: LeafletMap): Promise<void> {
  loading ??= begin();
  await loading;
  if ((map as { readonly pm?: unknown }).pm !== undefined) return;
  map.options.pmIgnore = false;
  Leaflet.PM.reInitLayer(map as never);
  map.pm.setGlobalOptions({
    snappable: false,
    finishOnEnter: true,
    panes: { vertexPane: 'markerPane', layerPane: 'overlayPane', markerPane: 'markerPane' },
  });
}

async function begin(): Promise<void> {
  makeEmptyIconsWithoutMarkup();
  Object.assign(globalThis, { L: Leaflet });
  await import('@geoman-io/leaflet-geoman-free');
  Leaflet.PM.setOptIn(true);
}

/**
 * Leaflet 1.9 empties the icon of an empty `DivIcon` by assigning markup, which our Trusted Types forbid; the handles
 * of geoman are such icons.
 */
function makeEmptyIconsWithoutMarkup(): void {
  const createIcon = DivIcon.prototype.createIcon;
  DivIcon.include({
    createIcon(this: DivIcon & { _setIconStyles(icon: HTMLElement, name: string): void }, old?: HTMLElement) {
      if (this.options.html !== false && this.options.html !== undefined) return createIcon.call(this, old);
      const icon = old?.tagName === 'DIV' ? old : document.createElement('div');
      icon.replaceChildren();
      this._setIconStyles(icon, 'icon');
      return icon;
    },
  });
}
