import {
  circleMarker,
  type LatLngExpression,
  type LatLngTuple,
  type Layer,
  type Map as LeafletMap,
  layerGroup,
  type Polyline,
  polygon,
  polyline,
  type SVG,
  svg,
} from 'leaflet';
import type { LatLon } from '#core/geo/distance.ts';
import styles from './Shapes.module.css';
import { createShapeEditor } from './shape-editor.ts';
import {
  type DrawnArea,
  type DrawnTrack,
  type DrawnWaypoint,
  noShapes,
  type ShapeDeed,
  type ShapesOnMap,
} from './shapes.ts';

/** Tracks and areas, drawn. */
export type ShapeLayer = {
  update(shapes: ShapesOnMap): void;
  destroy(): void;
};

const hatchId = 'liptako-area-hatch';
const svgNamespace = 'http://www.w3.org/2000/svg';

/** Draw tracks and areas below the pins; a click chooses one unless the map is being clicked for a point. */
export function addShapeLayer(
  map: LeafletMap,
  onShape: (deed: ShapeDeed) => void,
  isPicking: () => boolean,
): ShapeLayer {
  const pane = map.createPane('shapes');
  pane.style.zIndex = '420';
  const renderer = svg({ pane: 'shapes', padding: 0.5 }).addTo(map);
  pane.querySelector('svg')?.append(hatch());
  const drawn = layerGroup().addTo(map);
  const editor = createShapeEditor(map, onShape);
  let shown = noShapes;

  function draw(): void {
    drawn.clearLayers();
    const held = editor.holds();
    for (const area of shown.areas) {
      if (held?.id === area.id) continue;
      const made = drawArea(area, renderer, shown.chosen?.id === area.id);
      made.on('click', () => choose({ kind: 'area', id: area.id }));
      drawn.addLayer(made);
    }
    for (const track of shown.tracks) {
      if (held?.id === track.id) continue;
      const made = drawTrack(map, track, { renderer, isChosen: shown.chosen?.id === track.id });
      for (const layer of made.layers) drawn.addLayer(layer);
      made.grip.on('click', () => choose({ kind: 'track', id: track.id }));
    }
  }

  function choose(shape: NonNullable<ShapesOnMap['chosen']>): void {
    if (!isPicking() && shown.tool === null) onShape({ kind: 'choose', shape });
  }

  const onZoom = () => {
    // The width of a band is kilometres, and arrows have their size on the screen.
    if (shown.tracks.length > 0) draw();
  };
  map.on('zoomend', onZoom);
  return {
    update(shapes) {
      if (shapes === shown) return;
      shown = shapes;
      editor.update(shapes);
      draw();
    },
    destroy() {
      map.off('zoomend', onZoom);
      editor.destroy();
    },
  };
}

function drawArea(area: DrawnArea, renderer: SVG, isChosen: boolean): Layer {
  const shape = polygon(
    area.rings.map((ring) => ring.map(([lon, lat]): LatLngTuple => [lat, lon])),
    {
      renderer,
      pane: 'shapes',
      className: [styles.area, styles[area.kind], isChosen && styles.chosen].filter(Boolean).join(' '),
    },
  );
  if (area.name !== '')
    shape.bindTooltip(words(area.name), {
      permanent: true,
      direction: 'center',
      className: styles.areaName ?? '',
      // The name is not in the way of a click.
      interactive: false,
    });
  return shape;
}

type TrackLook = { readonly renderer: SVG; readonly isChosen: boolean };

function drawTrack(map: LeafletMap, track: DrawnTrack, { renderer, isChosen }: TrackLook) {
  const path = { renderer, pane: 'shapes' };
  const line = track.waypoints.map(toLatLng);
  const mark = isChosen ? styles.chosen : '';
  const classes = (name: string | undefined) => [name, mark].filter(Boolean).join(' ');
  const band = drawBand(map, track, { ...path, className: classes(styles.band) });
  // Wider than the line, so that it can be met.
  const grip = polyline(line, { ...path, className: styles.grip ?? '' });
  grip.bindTooltip(words(track.title), { sticky: true, className: styles.tip ?? '' });
  const way = polyline(line, { ...path, interactive: false, className: classes(styles.track) });
  const arrows = arrowHeads(map, track.waypoints).map((head) =>
    polygon(head, { ...path, interactive: false, className: classes(styles.arrow) }),
  );
  const points = track.waypoints.map((point) => {
    const dot = circleMarker(toLatLng(point), {
      ...path,
      interactive: false,
      radius: 4.5,
      className: classes(point.isDated ? styles.dated : styles.undated),
    });
    return isChosen ? withCaption(dot, point) : dot;
  });
  const layers: Layer[] = [...(band === null ? [] : [band]), way, ...arrows, grip, ...points];
  return { layers, grip };
}

function withCaption(dot: Layer, { caption }: DrawnWaypoint): Layer {
  return dot.bindTooltip(words(caption), {
    permanent: true,
    direction: 'right',
    offset: [0, 0],
    className: styles.caption ?? '',
    interactive: false,
  });
}

/** A line as wide as the way may be off, both sides together. */
function drawBand(
  map: LeafletMap,
  { waypoints, uncertaintyKm }: DrawnTrack,
  options: { readonly renderer: SVG; readonly pane: string; readonly className: string },
): Polyline | null {
  if (uncertaintyKm === null || uncertaintyKm === 0 || waypoints.length === 0) return null;
  const middle = waypoints.reduce((sum, { lat }) => sum + lat, 0) / waypoints.length;
  const weight = 2 * uncertaintyKm * pixelsPerKm(map, middle);
  const points = waypoints.map(toLatLng);
  // A single point has a round band, which a line of no length draws with its caps.
  const line = points.length === 1 ? [...points, ...points] : points;
  return polyline(line, { ...options, interactive: false, weight, lineCap: 'round', lineJoin: 'round' });
}

/** How many pixels a kilometre is at a latitude, as Mercator has it. */
export function pixelsPerKm(map: Pick<LeafletMap, 'getZoom'>, lat: number): number {
  const equatorKm = 2 * Math.PI * 6378.137;
  return (256 * 2 ** map.getZoom()) / (equatorKm * Math.cos((lat * Math.PI) / 180));
}

/** A triangle in the middle of each leg that is long enough for one, pointing along it. */
function arrowHeads(map: LeafletMap, waypoints: readonly LatLon[]): LatLngTuple[][] {
  return waypoints.slice(1).flatMap((to, at) => {
    const from = waypoints[at];
    if (from === undefined) return [];
    const [a, b] = [map.project(toLatLng(from)), map.project(toLatLng(to))];
    const length = a.distanceTo(b);
    if (length < 36) return [];
    const [x, y] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const middle = a.add(b).divideBy(2);
    const corner = (along: number, aside: number): LatLngTuple => {
      const { lat, lng } = map.unproject([
        middle.x + x * along - y * aside,
        middle.y + y * along + x * aside,
      ]);
      return [lat, lng];
    };
    return [[corner(8, 0), corner(-6, 5.5), corner(-3, 0), corner(-6, -5.5)]];
  });
}

function toLatLng({ lat, lon }: LatLon): LatLngExpression {
  return [lat, lon];
}

/** A node of its own: nothing of a name is ever read as markup. */
function words(text: string): HTMLElement {
  const node = document.createElement('span');
  node.textContent = text;
  return node;
}

/** The fill of areas of influence: thin slanted lines. */
function hatch(): SVGElement {
  const defs = document.createElementNS(svgNamespace, 'defs');
  const pattern = document.createElementNS(svgNamespace, 'pattern');
  const attributes = {
    id: hatchId,
    width: '7',
    height: '7',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  };
  for (const [name, value] of Object.entries(attributes)) pattern.setAttribute(name, value);
  const line = document.createElementNS(svgNamespace, 'line');
  for (const [name, value] of Object.entries({ x1: '0', y1: '0', x2: '0', y2: '7' }))
    line.setAttribute(name, value);
  line.classList.add(styles.hatch ?? '');
  pattern.append(line);
  defs.append(pattern);
  return defs;
}
