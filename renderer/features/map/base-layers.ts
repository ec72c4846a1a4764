import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import {
  canvas,
  type FitBoundsOptions,
  imageOverlay,
  type LatLngBoundsLiteral,
  type LatLngExpression,
  type Map as LeafletMap,
  type Path,
  type PathOptions,
  polygon,
  polyline,
  type Renderer,
} from 'leaflet';
import type { Area, Base, Line } from './load-base.ts';
import type { MapColours } from './map-colours.ts';

/** The drawn base. */
export type BaseLayers = {
  /** Draw in these colours, at the map's zoom. */
  restyle(colours: MapColours): void;
  /** Fill the area of a country, region or district (`c:ML`, `g:<id>`) as chosen; `null` takes the fill away. */
  showArea(area: Area | null): void;
};

/** How a group of paths looks at a zoom; `null`: not at all. */
type Look = (colours: MapColours, zoom: number) => PathOptions | null;
type Group = { readonly paths: readonly Path[]; readonly look: Look };

/**
 * The relief's corners: the box the base was cut for. The picture's 1040 × 757 pixels are 40 to a degree of Mercator's
 * map of exactly that box.
 */
const reliefBounds: LatLngBoundsLiteral = [
  [8, -13],
  [26, 13],
];
/** The box the base was cut to; there is nothing outside of it. */
export const baseBounds: LatLngBoundsLiteral = [
  [3, -18],
  [38, 16],
];
const coreFills: Readonly<Record<string, 'mali' | 'niger' | 'burkina'>> = {
  Mali: 'mali',
  Niger: 'niger',
  'Burkina Faso': 'burkina',
};

/** Draw the base on `map`: land, relief, waters, lines. Nothing of it takes the pointer. */
export function addBaseLayers(
  map: LeafletMap,
  base: Base,
  paneClasses: Readonly<Record<string, string>>,
): BaseLayers {
  const ground = addPane(map, 'ground', 200, paneClasses.ground);
  addPane(map, 'relief', 210, paneClasses.relief);
  const lines = addPane(map, 'lines', 220, paneClasses.lines);
  const relief = imageOverlay('/resources/geo/relief_bmng.webp', reliefBounds, {
    pane: 'relief',
    interactive: false,
    className: paneClasses.reliefPicture ?? '',
  });
  relief.addTo(map);
  const groups = [...groundGroups(base, ground), ...lineGroups(base, lines), ...frameGroups(lines)];
  for (const { paths } of groups) for (const path of paths) path.addTo(map);
  let shown: Path | null = null;
  let colours: MapColours | null = null;

  return {
    restyle(now) {
      colours = now;
      const zoom = map.getZoom();
      // Four arc-minutes a pixel: beyond this the relief is only a blur.
      relief.setOpacity(zoom <= 6 ? 1 : zoom < 7 ? 0.6 : 0);
      for (const { paths, look } of groups) {
        const style = look(now, zoom);
        for (const path of paths) path.setStyle(style ?? { stroke: false, fill: false });
      }
      shown?.setStyle(chosenLook(now));
    },
    showArea(area) {
      shown?.remove();
      shown =
        area === null ? null : polygon(rings(area.geometry), still(lines, chosenLook(colours))).addTo(map);
    },
  };
}

function addPane(map: LeafletMap, name: string, zIndex: number, className: string | undefined): Renderer {
  const pane = map.createPane(name);
  pane.style.zIndex = String(zIndex);
  pane.style.pointerEvents = 'none';
  if (className !== undefined) pane.classList.add(className);
  // Half a view more on every side, so that a pan shows no edge before the next drawing.
  const renderer = canvas({ pane: name, padding: 0.5 });
  // Leaflet 1.9 forgets a drawing it asked for when it draws at once, and would look for its canvas after the map went.
  const drawing = renderer as Renderer & { _ctx?: CanvasRenderingContext2D; _redraw(): void };
  const redraw = drawing._redraw.bind(drawing);
  drawing._redraw = () => {
    if (drawing._ctx !== undefined) redraw();
  };
  return renderer;
}

function groundGroups({ countries, lakes }: Base, renderer: Renderer): Group[] {
  const lands = countries.map((country): Group => {
    const fill = coreFills[country.properties.name] ?? 'land';
    return {
      paths: [polygon(rings(country.geometry), still(renderer))],
      // A line in the colour of the land closes the hair between two countries.
      look: (colours) => ({
        stroke: true,
        color: colours[fill],
        weight: 1,
        fill: true,
        fillColor: colours[fill],
        fillOpacity: 1,
      }),
    };
  });
  const waters: Group = {
    paths: lakes.map((lake) => polygon(rings(lake.geometry), still(renderer))),
    look: (colours) => ({
      stroke: true,
      color: colours.river,
      weight: 0.7,
      fill: true,
      fillColor: colours.water,
      fillOpacity: 1,
    }),
  };
  return [...lands, waters];
}

/** A neat line around the map, and the page's colour beyond it, where an empty sea would be a lie. */
function frameGroups(renderer: Renderer): Group[] {
  const [[south, west], [north, east]] = baseBounds as [[number, number], [number, number]];
  const box: LatLngExpression[] = [
    [south, west],
    [north, west],
    [north, east],
    [south, east],
  ];
  const world: LatLngExpression[] = [
    [-70, -120],
    [80, -120],
    [80, 120],
    [-70, 120],
  ];
  return [
    {
      paths: [polygon([world, box], still(renderer))],
      look: (colours) => ({ stroke: false, fill: true, fillColor: colours.beyond, fillOpacity: 1 }),
    },
    {
      paths: [polygon(box, still(renderer))],
      look: (colours) => ({ stroke: true, color: colours.border, weight: 1.5, fill: false }),
    },
  ];
}

function lineGroups(base: Base, renderer: Renderer): Group[] {
  const line = (geometry: Geometry) => polyline(paths(geometry), { ...still(renderer), smoothFactor: 0.7 });
  const riverGroup = (isGreat: boolean): Group => ({
    paths: base.rivers
      .filter(({ properties }) => properties.scalerank <= 4 === isGreat)
      .map(({ geometry }) => line(geometry)),
    look: (colours, zoom) =>
      isGreat || zoom >= 6
        ? {
            stroke: true,
            color: colours.river,
            weight: (isGreat ? 1.1 : 0.7) + Math.max(0, zoom - 5) * 0.22,
            lineJoin: 'round',
          }
        : null,
  });
  const [sure, unsure] = [base.borders.filter(isSure), base.borders.filter((border) => !isSure(border))];
  return [
    {
      paths: [line(base.districtLines)],
      look: (colours, zoom) =>
        zoom >= 7 ? { stroke: true, color: colours.district, weight: zoom >= 9 ? 1.1 : 0.8 } : null,
    },
    {
      paths: base.neighbourLines.features.map(({ geometry }) => line(geometry)),
      look: (colours, zoom) =>
        zoom >= 7 ? { stroke: true, color: colours.district, weight: 0.8, dashArray: '2 3' } : null,
    },
    {
      paths: [line(base.coasts)],
      look: (colours) => ({ stroke: true, color: colours.river, weight: 1.1, lineJoin: 'round' }),
    },
    riverGroup(false),
    riverGroup(true),
    {
      paths: [line(base.regionLines)],
      look: (colours, zoom) =>
        zoom >= 5
          ? {
              stroke: true,
              color: colours.region,
              weight: zoom >= 8 ? 1.3 : 0.9,
              dashArray: '5 2.5',
              lineCap: 'butt',
            }
          : null,
    },
    {
      paths: base.borders.map(({ geometry }) => line(geometry)),
      look: (colours, zoom) => ({
        stroke: true,
        color: colours['border-wash'],
        weight: 3 + zoom * 0.7,
        lineJoin: 'round',
      }),
    },
    { paths: sure.map(({ geometry }) => line(geometry)), look: (colours, zoom) => borderLook(colours, zoom) },
    {
      paths: unsure.map(({ geometry }) => line(geometry)),
      look: (colours, zoom) => ({ ...borderLook(colours, zoom), dashArray: '5 4' }),
    },
  ];
}

/** Natural Earth writes “(verify)” behind every border; only these are disputed. */
function isSure({ properties }: Line): boolean {
  return !/disputed|line of control|indefinite|breakaway/i.test(properties.featurecla);
}

function borderLook(colours: MapColours, zoom: number): PathOptions {
  return {
    stroke: true,
    color: colours.border,
    weight: zoom >= 7 ? 1.6 : 1.2,
    lineJoin: 'round',
    opacity: 0.9,
  };
}

function chosenLook(colours: MapColours | null): PathOptions {
  const color = colours?.pin ?? '#9c1f1b';
  return {
    stroke: true,
    color,
    weight: 1.5,
    dashArray: '4 3',
    fill: true,
    fillColor: color,
    fillOpacity: 0.1,
  };
}

function still(
  renderer: Renderer,
  look: PathOptions = {},
): PathOptions & { smoothFactor: number; noClip: boolean } {
  return { renderer, interactive: false, smoothFactor: 0.5, noClip: false, ...look };
}

function rings(geometry: Polygon | MultiPolygon): LatLngExpression[][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((own) => own.map((ring) => ring.map(toLatLng)));
}

function paths(geometry: Geometry): LatLngExpression[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates.map(toLatLng)];
  return geometry.type === 'MultiLineString' ? geometry.coordinates.map((part) => part.map(toLatLng)) : [];
}

function toLatLng([lon = 0, lat = 0]: Position): LatLngExpression {
  return [lat, lon];
}

/** Where the map begins: the three countries' meeting point and the towns around it. */
export const homeBounds: LatLngBoundsLiteral = [
  [11.6, -5],
  [19.2, 6.2],
];
export const homeOptions: FitBoundsOptions = { animate: false, padding: [8, 8] };
