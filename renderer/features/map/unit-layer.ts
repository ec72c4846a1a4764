import { divIcon, type Map as LeafletMap, type Marker, marker, type Polygon, polygon, svg } from 'leaflet';
import type { LatLon } from '#core/geo/distance.ts';
import type { AdminUnit } from '#core/picture/count-by-unit.ts';
import styles from './Units.module.css';

/** A region or district with what was counted in it. */
export type CountedUnit = {
  readonly unit: AdminUnit;
  /** Where its number stands. */
  readonly middle: LatLon;
  readonly count: number;
  /** Which of the classes it is in, from 0 for the least. */
  readonly rank: number;
};

/** Counts by admin unit, drawn: the colour says about how many, the number how many. */
export type UnitLayer = { update(counted: readonly CountedUnit[]): void };

/** A unit narrower than its number, in pixels, has none. */
const leastWidth = 26;

const ranks = [styles.rank0, styles.rank1, styles.rank2, styles.rank3, styles.rank4];

/** What the fill of a class looks like; the legend's swatches have it too. */
export function rankClass(rank: number): string {
  return ranks[rank] ?? '';
}

/** Lay counts between the relief and the lines, their numbers under the pins. */
export function addUnitLayer(map: LeafletMap): UnitLayer {
  const pane = map.createPane('units');
  pane.style.zIndex = '215';
  pane.style.pointerEvents = 'none';
  map.createPane('unit-numbers').style.zIndex = '440';
  const renderer = svg({ pane: 'units', padding: 0.5 });
  const fills = new Map<string, Polygon>();
  let numbers: Marker[] = [];
  let shown: readonly CountedUnit[] = [];

  function fillOf({ unit }: CountedUnit): Polygon {
    const known = fills.get(unit.id);
    if (known !== undefined) return known;
    const made = polygon(
      unit.shape.rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lat, lon])),
      { renderer, pane: 'units', interactive: false, className: styles.unit ?? '', smoothFactor: 0.5 },
    );
    fills.set(unit.id, made);
    return made;
  }

  function write(): void {
    for (const number of numbers) number.remove();
    numbers = shown.filter(isWide).map(({ middle, count }) => numberAt(middle, count).addTo(map));
  }

  function isWide(counted: CountedUnit): boolean {
    const bounds = fillOf(counted).getBounds();
    const [west, east] = [bounds.getSouthWest(), bounds.getSouthEast()].map((at) =>
      map.latLngToLayerPoint(at),
    );
    return west !== undefined && east !== undefined && east.x - west.x >= leastWidth;
  }

  map.on('zoomend', write);
  return {
    update(counted) {
      if (counted === shown) return;
      shown = counted;
      const wanted = new Set(counted.map(({ unit }) => unit.id));
      for (const [id, fill] of fills) if (!wanted.has(id)) fill.remove();
      for (const one of counted) {
        const fill = fillOf(one).addTo(map);
        fill.getElement()?.setAttribute('class', `${styles.unit} ${rankClass(one.rank)}`);
      }
      write();
    },
  };
}

function numberAt({ lat, lon }: LatLon, count: number): Marker {
  // A node of its own: nothing of it is ever read as markup.
  const words = document.createElement('span');
  words.textContent = String(count);
  return marker([lat, lon], {
    pane: 'unit-numbers',
    interactive: false,
    keyboard: false,
    // Below the middle, where the unit's name often stands.
    icon: divIcon({ html: words, className: styles.number ?? '', iconSize: [48, 20], iconAnchor: [24, -6] }),
  });
}
