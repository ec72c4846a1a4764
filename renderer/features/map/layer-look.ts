import type { MapLayerId } from '#core/ids.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';

/** How the shapes of a layer are told from those of others: a colour of the theme, and lines whole or broken. */
export type LayerLook = { readonly colour: string; readonly dash: readonly number[] };

const colours = ['blue', 'orange', 'purple', 'green', 'magenta', 'teal', 'brown', 'red'] as const;
const dashes: readonly (readonly number[])[] = [[], [7, 4], [3, 3], [10, 3, 2, 3]];

/** The look of each layer: by when it was added, so that to move or hide one changes no other. */
export function layerLooks(layers: readonly MapLayer[]): ReadonlyMap<MapLayerId, LayerLook> {
  const byAge = [...layers].sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(
    byAge.map(({ id }, at) => [
      id,
      { colour: `--tag-${colours[at % colours.length]}`, dash: dashes[at % dashes.length] ?? [] },
    ]),
  );
}
