import { type CircleMarker, circleMarker, type Map as LeafletMap, svg } from 'leaflet';
import type { PlacePrecision } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import styles from './Map.module.css';

/** A place on the map. */
export type MapPin = {
  readonly id: PlaceId;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Exclude<PlacePrecision, 'unknown'>;
  readonly status: 'accepted' | 'suggested';
  readonly count: number;
  /** Shown beside the pointer. */
  readonly title: string;
};

/** Pins with what happens to them. */
export type PinLayer = {
  /** Answers whether a pin came, went or changed. */
  update(pins: readonly MapPin[], marks: { chosenId: PlaceId | null; hoverId: PlaceId | null }): boolean;
};

type Drawn = { pin: MapPin; marker: CircleMarker };
type Listeners = {
  /** The pins that a click meant: several where they overlap, the topmost first. */
  readonly onChoose: (ids: readonly PlaceId[]) => void;
  readonly onHover: (id: PlaceId | null) => void;
};

const svgNamespace = 'http://www.w3.org/2000/svg';
const hatchId = 'liptako-map-hatch';

/** The radius of a pin in pixels: it grows with its passages, an area's ring is larger than any point. */
export function pinRadius({ count, precision }: Pick<MapPin, 'count' | 'precision'>): number {
  const radius = Math.min(13, 4.4 + 1.4 * Math.sqrt(count));
  return precision === 'area' ? radius + 8 : radius;
}

/** Draw pins over everything else. */
export function addPinLayer(map: LeafletMap, { onChoose, onHover }: Listeners): PinLayer {
  const pane = map.createPane('pins');
  pane.style.zIndex = '450';
  const renderer = svg({ pane: 'pins', padding: 0.5 }).addTo(map);
  pane.querySelector('svg')?.append(hatch());
  const drawn = new Map<PlaceId, Drawn>();

  function choose({ pin }: Drawn): void {
    const here = map.latLngToContainerPoint([pin.lat, pin.lon]);
    const near = [...drawn.values()].filter(({ pin: other }) => {
      const there = map.latLngToContainerPoint([other.lat, other.lon]);
      return (
        other.id !== pin.id && other.status === pin.status && here.distanceTo(there) < pinRadius(pin) * 0.8
      );
    });
    onChoose([pin.id, ...near.map(({ pin: other }) => other.id)]);
  }

  function draw(pin: MapPin): Drawn {
    const marker = circleMarker([pin.lat, pin.lon], {
      renderer,
      pane: 'pins',
      radius: pinRadius(pin),
      className: classOf(pin),
      bubblingMouseEvents: false,
    });
    const made = { pin, marker };
    // A node of its own: nothing of a name is ever read as markup.
    const words = document.createElement('span');
    words.textContent = pin.title;
    marker.bindTooltip(words, {
      direction: 'top',
      offset: [0, -pinRadius(pin)],
      className: styles.tooltip ?? '',
    });
    marker.on('click', () => choose(made));
    marker.on('mouseover', () => onHover(pin.id));
    marker.on('mouseout', () => onHover(null));
    marker.addTo(map);
    return made;
  }

  return {
    update(pins, { chosenId, hoverId }) {
      const wanted = new Map(pins.map((pin) => [pin.id, pin]));
      const gone = [...drawn.values()].filter(({ pin }) => !sameLook(pin, wanted.get(pin.id)));
      for (const { pin, marker } of gone) {
        marker.remove();
        drawn.delete(pin.id);
      }
      const added = pins.filter(({ id }) => !drawn.has(id));
      for (const pin of added) drawn.set(pin.id, draw(pin));
      // Large ones first, so that small ones lie on top and can be clicked; suggestions below what is decided.
      const order = added.length === 0 ? [] : [...drawn.values()].sort(compareDepth);
      for (const { marker } of order) marker.bringToFront();
      for (const { pin, marker } of drawn.values()) {
        const { classList } = marker.getElement() ?? { classList: null };
        classList?.toggle(styles.chosen ?? '', pin.id === chosenId);
        classList?.toggle(styles.lit ?? '', pin.id === hoverId);
      }
      return gone.length + added.length > 0;
    },
  };
}

function compareDepth({ pin: a }: Drawn, { pin: b }: Drawn): number {
  return Number(a.status === 'accepted') - Number(b.status === 'accepted') || pinRadius(b) - pinRadius(a);
}

function sameLook(a: MapPin, b: MapPin | undefined): boolean {
  return b !== undefined && (Object.keys(a) as (keyof MapPin)[]).every((key) => a[key] === b[key]);
}

function classOf({ precision, status }: MapPin): string {
  return [styles.pin, styles[precision], styles[status]].filter(Boolean).join(' ');
}

/** The fill of areas: thin slanted lines. */
function hatch(): SVGElement {
  const defs = document.createElementNS(svgNamespace, 'defs');
  const pattern = document.createElementNS(svgNamespace, 'pattern');
  const attributes = {
    id: hatchId,
    width: '5',
    height: '5',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  };
  for (const [name, value] of Object.entries(attributes)) pattern.setAttribute(name, value);
  const line = document.createElementNS(svgNamespace, 'line');
  for (const [name, value] of Object.entries({ x1: '0', y1: '0', x2: '0', y2: '5' }))
    line.setAttribute(name, value);
  line.classList.add(styles.hatch ?? '');
  pattern.append(line);
  defs.append(pattern);
  return defs;
}
