import { type LatLngBounds, latLngBounds } from 'leaflet';
import type { MapShape } from '#core/picture/narrowing.ts';
import { shapeHolds } from '#core/picture/shape-holds.ts';
import { countryNames, regionName } from './country-names.ts';
import type { Area, Base } from './load-base.ts';
import { at, measure, type Sheet, type Words, writeCentred } from './map-sheet.ts';
import { middleOf, widthOf } from './middle-of.ts';

/** From this zoom on, cercles, provinces and departments have their names too, and all stand where they can be seen. */
const closeZoom = 8.5;

/** Write the names of regions and, close by, of the units within them. */
export function writeUnits(sheet: Sheet, { countries, regions, districts }: Base): void {
  const zoom = sheet.map.getZoom();
  if (zoom < 6) return;
  if (zoom < closeZoom) {
    for (const region of regions) writeRegion(sheet, region);
    return;
  }
  const view = sheet.map.getBounds();
  const writeAll = (units: readonly Area[], look: Look) => {
    for (const unit of units) {
      const country = countries.find(
        ({ properties }) => countryNames[properties.name]?.code === unit.properties.cc,
      );
      const words = nameOf(sheet, unit, look);
      // An outline may reach over the border as it is drawn here; the name of the unit may not.
      const spots = seenSpots(unit, view).filter(
        ([lat, lon]) => country === undefined || holds(country, lat, lon),
      );
      spots.slice(0, 2).some((spot) => writeCentred(sheet, words, spot));
    }
  };
  writeAll(regions, { size: 13, spacing: 0.22 });
  writeAll(districts, { size: 11, spacing: 0.06 });
}

/** In the middle of the region, unless the name is wider than it: it would seem to belong to the next one. */
function writeRegion(sheet: Sheet, region: Area): void {
  const words = nameOf(sheet, region, { size: 11.5, spacing: 0.14 });
  const middle = middleOf(region.geometry);
  const reach = widthOf(region.geometry) / 2;
  const [west, east] = [at(sheet, middle[0], middle[1] - reach).x, at(sheet, middle[0], middle[1] + reach).x];
  if (measure(sheet, words).width < east - west) writeCentred(sheet, words, middle);
}

/** Points to a side of the net that is laid over a view to see which part of a unit is in it. */
const netSide = 11;

/** Of a hundred points: with fewer, its name would seem to belong to what lies beside it. */
const leastSeen = 7;

/** Points of the part of a unit that is in the view, the most central first; none when it is hardly in it. */
function seenSpots(unit: Area, view: LatLngBounds): (readonly [number, number])[] {
  const seen: [number, number][] = [];
  for (let row = 1; row < netSide; row += 1)
    for (let column = 1; column < netSide; column += 1) {
      const lat = view.getSouth() + ((view.getNorth() - view.getSouth()) * row) / netSide;
      const lon = view.getWest() + ((view.getEast() - view.getWest()) * column) / netSide;
      if (holds(unit, lat, lon)) seen.push([lat, lon]);
    }
  if (seen.length < leastSeen) return [];
  const middle = latLngBounds(seen).getCenter();
  const off = ([lat, lon]: readonly [number, number]) => Math.hypot(lat - middle.lat, lon - middle.lng);
  return seen.sort((a, b) => off(a) - off(b));
}

function holds(unit: Area, lat: number, lon: number): boolean {
  const shape = shapes.get(unit) ?? shapeOf(unit);
  shapes.set(unit, shape);
  return shapeHolds(shape, { lat, lon });
}

/** Shapes of the units, made once: asking one remembers its box. */
const shapes = new WeakMap<Area, MapShape>();

function shapeOf({ geometry }: Area): MapShape {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
  return { kind: 'polygon', rings: rings as [number, number][][], name: '' };
}

type Look = Pick<Words, 'size'> & { readonly spacing: number };

function nameOf({ language, colours }: Sheet, unit: Area, look: Look): Words {
  return {
    text: regionName(unit, language),
    weight: 450,
    colour: colours['words-soft'],
    italic: true,
    ...look,
  };
}
