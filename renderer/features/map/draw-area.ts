import { type LatLngTuple, type Map as LeafletMap, type Polygon, polygon, type Renderer } from 'leaflet';
import styles from './Shapes.module.css';
import type { ShapePaths } from './shape-layer.ts';
import type { DrawnArea } from './shapes.ts';
import { wordsNode } from './words-node.ts';

type AreaLook = { readonly renderer: Renderer; readonly isChosen: boolean; readonly onClick: () => void };

const hatchId = 'liptako-area-hatch';
const svgNamespace = 'http://www.w3.org/2000/svg';

/** An area narrower than this on the screen has its name beside the pointer only: many would hide the map. */
const leastNamed = 56;

/** Draw an area, with its name in its middle where there is room for one. */
export function drawArea(
  map: LeafletMap,
  area: DrawnArea,
  { renderer, isChosen, onClick }: AreaLook,
): ShapePaths {
  const shape = polygon(
    area.rings.map((ring) => ring.map(([lon, lat]): LatLngTuple => [lat, lon])),
    {
      renderer,
      pane: 'shapes',
      className: [styles.area, styles[area.kind], isChosen && styles.chosen].filter(Boolean).join(' '),
    },
  );
  shape.on('click', onClick).addTo(map);
  let isNamed: boolean | null = null;
  const name = () => {
    const hasRoom =
      area.name !== '' && (isChosen || (isInView(map, shape) && widthOf(map, shape) >= leastNamed));
    if (hasRoom === isNamed) return;
    isNamed = hasRoom;
    shape.unbindTooltip();
    if (hasRoom) nameInside(shape, area.name);
    else shape.bindTooltip(() => wordsNode(area.title), { sticky: true, className: styles.tip ?? '' });
  };
  name();
  return { paths: [shape], onMove: name };
}

/** The fill of areas of influence: thin slanted lines. */
export function hatchFill(): SVGElement {
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

function nameInside(shape: Polygon, name: string): void {
  shape.bindTooltip(wordsNode(name), {
    permanent: true,
    direction: 'center',
    className: styles.areaName ?? '',
    // The name is not in the way of a click.
    interactive: false,
  });
}

/** A name out of sight is not there: Leaflet lays out each that is, at every move. */
function isInView(map: LeafletMap, shape: Polygon): boolean {
  return map.getBounds().pad(0.1).intersects(shape.getBounds());
}

/** On the screen, in pixels. */
function widthOf(map: LeafletMap, shape: Polygon): number {
  const bounds = shape.getBounds();
  return bounds.isValid() ? map.project(bounds.getNorthEast()).x - map.project(bounds.getSouthWest()).x : 0;
}
