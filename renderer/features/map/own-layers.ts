import {
  type GridLayer,
  type LatLng,
  type LatLngBoundsLiteral,
  type Map as LeafletMap,
  latLngBounds,
} from 'leaflet';
import type { Spot } from '#core/layers/shapes-at.ts';
import type { TileName } from '#core/layers/tile-names.ts';
import type { FoundWords } from '#workers/layers-api.ts';
import { createOwnColours, type OwnColours } from './own-colours.ts';
import { pictureTiles } from './picture-tiles.ts';
import { shapeTiles } from './shape-tiles.ts';
import type { DrawnLayer } from './use-map-layers.ts';
import { vectorTiles } from './vector-tiles.ts';

/** A shape of a layer at the place that was clicked. */
export type FoundShape = { readonly layer: string; readonly shape: FoundWords };

/** The analyst's own files on the map. */
export type OwnLayers = {
  update(layers: readonly DrawnLayer[]): void;
  /** Draw anew in the colours of the theme. */
  restyle(): void;
};

type Drawn = { readonly drawn: DrawnLayer; readonly tiles: GridLayer };

const mostFound = 12;
/** How far from a shape a click may be and still mean it, in pixels. */
const reachPixels = 8;

type OwnListeners = {
  /** What lies where the map was clicked. */
  readonly onFound: (found: readonly FoundShape[]) => void;
  /** The names that vector tiles give; written with all others. */
  readonly onNames: (names: readonly TileName[]) => void;
};

/** Draw the analyst's files over the base and under names and pins. */
export function addOwnLayers(map: LeafletMap, { onFound, onNames }: OwnListeners): OwnLayers {
  const pane = map.createPane('own');
  pane.style.zIndex = '230';
  pane.style.pointerEvents = 'none';
  const colours = createOwnColours(map.getContainer());
  const names = new Map<DrawnLayer['file'], readonly TileName[]>();
  let shown: Drawn[] = [];
  let given: readonly DrawnLayer[] = [];

  let asked = 0;
  async function find(latlng: LatLng): Promise<void> {
    const point = map.latLngToContainerPoint(latlng);
    const beside = map.containerPointToLatLng(point.add([reachPixels, reachPixels]));
    const spot = {
      lon: latlng.wrap().lng,
      lat: latlng.lat,
      reach: [Math.abs(beside.lng - latlng.lng), Math.abs(beside.lat - latlng.lat)] as const,
    };
    asked += 1;
    const ask = asked;
    const found = await Promise.all([...shown].reverse().map(({ drawn }) => findIn(drawn, spot)));
    // Of another click meanwhile the answer counts.
    if (ask === asked) onFound(found.flat().slice(0, mostFound));
  }
  map.on('click', ({ latlng }) => void find(latlng));

  const make = (drawn: DrawnLayer) =>
    makeTiles(drawn, colours, (found) => {
      names.set(drawn.file, found);
      onNames([...names.values()].flat());
    });

  return {
    update(layers) {
      if (layers === given) return;
      given = layers;
      const kept = new Map(shown.map((one) => [one.drawn.file, one]));
      // From the bottom up: what is added later lies above.
      shown = [...layers].reverse().map((drawn) => {
        const before = kept.get(drawn.file);
        kept.delete(drawn.file);
        return { drawn, tiles: before?.tiles ?? make(drawn).addTo(map) };
      });
      for (const { tiles } of kept.values()) tiles.remove();
      for (const [at, { drawn, tiles }] of shown.entries()) {
        tiles.setZIndex(at + 1);
        tiles.setOpacity(drawn.layer.opacity);
      }
    },
    restyle() {
      colours.forget();
      for (const { tiles } of shown) tiles.redraw();
    },
  };
}

async function findIn({ layer, file: { contents, worker } }: DrawnLayer, spot: Spot): Promise<FoundShape[]> {
  if (contents.kind !== 'shapes') return [];
  // A layer that was closed meanwhile has nothing there.
  const found = await worker.call('findShapes', { spot, limit: mostFound }).catch(() => []);
  return found.map((shape) => ({ layer: layer.name, shape }));
}

function makeTiles(
  { file: { contents, worker }, look }: DrawnLayer,
  colours: OwnColours,
  onNames: OwnListeners['onNames'],
): GridLayer {
  const options = { pane: 'own', tileSize: 256, updateWhenZooming: false, keepBuffer: 1 };
  if (contents.kind === 'shapes') return shapeTiles(worker, { look, colours, options });
  const { facts } = contents;
  const [west, south, east, north] = facts.box;
  const corners: LatLngBoundsLiteral = [
    [south, west],
    [north, east],
  ];
  // Drawn from its own first zoom on: below it, Leaflet would walk through every tile of the view at that zoom.
  const bounded = { ...options, bounds: latLngBounds(corners), minZoom: facts.minZoom };
  return facts.kind === 'vector'
    ? vectorTiles(worker, { colours, options: bounded, onNames })
    : pictureTiles(worker, facts.kind, { ...bounded, maxNativeZoom: facts.maxZoom });
}
