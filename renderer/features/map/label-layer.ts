import type { Map as LeafletMap } from 'leaflet';
import type { Town } from '#core/geo/create-gazetteer.ts';
import { type LabelBox, placeAround } from '#core/geo/place-labels.ts';
import type { TileName } from '#core/layers/tile-names.ts';
import { capitals, coreCodes, countryNames, lakeNames } from './country-names.ts';
import type { Area, Base } from './load-base.ts';
import type { MapColours } from './map-colours.ts';
import type { MapOverlays } from './map-data.ts';
import { at, laySheet, measure, type Sheet, type Words, write, writeCentred } from './map-sheet.ts';
import { middleOf } from './middle-of.ts';
import { writeGraticule, writeOutline } from './overlay-names.ts';
import { writeTileNames } from './tile-name-labels.ts';
import { writeUnits } from './unit-names.ts';

/** A pin that wants its name beside it. */
export type PinLabel = {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly radius: number;
  readonly isChosen: boolean;
};

export type LabelData = {
  readonly language: 'en' | 'fr';
  readonly pins: readonly PinLabel[];
  /** The most important first. */
  readonly towns: readonly Town[];
  /** Of the analyst's own layers: written where there is still room. */
  readonly names: readonly TileName[];
  /** Pins and symbols without a name of their own: none is written over them, but a town's beside its own. */
  readonly covered: readonly Spot[];
  readonly overlays: MapOverlays;
};

export type Spot = Pick<PinLabel, 'id' | 'lat' | 'lon' | 'radius'>;

/** Names on the map, drawn anew after every move. */
export type LabelLayer = {
  draw(data: LabelData, colours: MapColours): void;
  destroy(): void;
};

/** Lay a sheet for names over the map. */
export function addLabelLayer(map: LeafletMap, base: Base): LabelLayer {
  const pane = map.createPane('labels');
  pane.style.zIndex = '350';
  pane.style.pointerEvents = 'none';
  const sheet = document.createElement('canvas');
  sheet.setAttribute('aria-hidden', 'true');
  pane.append(sheet);
  // While the map zooms, names would swell with it.
  const hide = () => {
    sheet.style.visibility = 'hidden';
  };
  map.on('zoomanim', hide);

  return {
    draw(data, colours) {
      const laid = laySheet(map, sheet);
      if (laid === null) return;
      const style = getComputedStyle(document.documentElement);
      const full: Sheet = {
        ...laid,
        map,
        colours,
        language: data.language,
        font: style.getPropertyValue('--font-screen') || 'sans-serif',
        scale: (Number.parseFloat(style.fontSize) || 14) / 14,
        taken: [],
        covered: new Map(data.covered.map(({ id, radius }) => [id, radius])),
      };
      full.taken.push(...coveredBoxes(full));
      for (const spot of data.covered)
        full.taken.push(square(at(full, spot.lat, spot.lon), Math.min(spot.radius, 14)));
      if (data.overlays.hasGraticule) writeGraticule(full);
      drawPins(full, data.pins);
      if (data.overlays.hasOutline) writeOutline(full);
      const pinned = new Set(data.pins.map(({ id }) => id));
      const towns = data.towns.filter(({ id }) => !pinned.has(id));
      drawTowns(
        full,
        towns.filter(({ importance }) => importance >= 5),
      );
      drawAreas(full, base);
      drawTowns(
        full,
        towns.filter(({ importance }) => importance < 5),
      );
      const written = [...data.pins, ...towns].map(({ name }) => name);
      writeTileNames(full, data.names, written);
      sheet.style.visibility = 'visible';
    },
    destroy() {
      map.off('zoomanim', hide);
      sheet.remove();
    },
  };
}

/** Boxes of what lies over the map: legend, scale, buttons. */
function coveredBoxes({ map, origin }: Sheet): LabelBox[] {
  const container = map.getContainer();
  const frame = container.getBoundingClientRect();
  const covers = container.parentElement?.querySelectorAll('[data-over-map]') ?? [];
  return [...covers].map((cover) => {
    const box = cover.getBoundingClientRect();
    const left = box.left - frame.left + origin.x;
    const top = box.top - frame.top + origin.y;
    return { left, top, right: left + box.width, bottom: top + box.height };
  });
}

function drawPins(sheet: Sheet, pins: readonly PinLabel[]): void {
  const spots = pins.map((pin) => ({ pin, ...at(sheet, pin.lat, pin.lon) }));
  for (const { x, y, pin } of spots) {
    sheet.taken.push(square({ x, y }, Math.min(pin.radius, 9)));
  }
  for (const { x, y, pin } of spots) {
    const words: Words = {
      text: pin.name,
      size: pin.isChosen ? 13.5 : 12.5,
      weight: 650,
      colour: sheet.colours.words,
    };
    const box = placeAround({ x, y, radius: pin.radius + 2 }, measure(sheet, words), sheet);
    if (box !== null) write(sheet, words, box);
  }
}

type TownLook = {
  readonly radius: number;
  readonly size: number;
  readonly weight: number;
  readonly isSoft: boolean;
};

/** How a town looks, from the least importance that looks so; the first that fits. */
const townLooks: readonly (TownLook & { readonly from: number })[] = [
  { from: 7, radius: 4, size: 13, weight: 600, isSoft: false },
  { from: 5, radius: 3, size: 12, weight: 600, isSoft: false },
  { from: 2.5, radius: 2.3, size: 11.5, weight: 450, isSoft: false },
  { from: 0, radius: 1.6, size: 10.5, weight: 450, isSoft: true },
];

function drawTowns(sheet: Sheet, towns: readonly Town[]): void {
  for (const { id, name, lat, lon, importance } of towns) {
    const look = townLooks.find(({ from }) => importance >= from);
    if (look === undefined) continue;
    const { size, weight, isSoft } = look;
    const pin = sheet.covered.get(id);
    const radius = pin ?? look.radius;
    const spot = at(sheet, lat, lon);
    const colour = isSoft ? sheet.colours['words-soft'] : sheet.colours.words;
    const words: Words = { text: name, size, weight, colour };
    const box = placeAround({ ...spot, radius: radius + 1 }, measure(sheet, words), sheet);
    if (box === null) continue;
    if (pin === undefined) drawDot(sheet, spot, radius, capitals.has(name));
    write(sheet, words, box);
    sheet.taken.push(square(spot, radius + 1));
  }
}

function square({ x, y }: { readonly x: number; readonly y: number }, reach: number): LabelBox {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** A dot; a capital has a ring around its own. */
function drawDot(
  { context, colours }: Sheet,
  { x, y }: { x: number; y: number },
  radius: number,
  isCapital: boolean,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = isCapital ? colours.halo : colours['words-soft'];
  context.strokeStyle = isCapital ? colours.words : colours.halo;
  context.lineWidth = isCapital ? 1.4 : 1;
  context.fill();
  context.stroke();
  if (!isCapital) return;
  context.beginPath();
  context.arc(x, y, radius * 0.45, 0, 2 * Math.PI);
  context.fillStyle = colours.words;
  context.fill();
}

function drawAreas(sheet: Sheet, base: Base): void {
  const zoom = sheet.map.getZoom();
  if (zoom <= 8) for (const country of base.countries) writeCountry(sheet, country);
  writeUnits(sheet, base);
  if (zoom >= 6) for (const lake of base.lakes) writeLake(sheet, lake);
}

function writeCountry(sheet: Sheet, { properties, geometry }: Area): void {
  const name = countryNames[properties.name];
  if (name === undefined) return;
  const zoom = sheet.map.getZoom();
  // Those without a spot of their own are only cut off at the map's edge.
  if (name.at === undefined && zoom < 6) return;
  const isCore = coreCodes.includes(name.code);
  // Burkina Faso has the longest name and the least room.
  const isLarge = isCore && (name.code !== 'BF' || zoom >= 7);
  const words: Words = {
    text: name[sheet.language].toLocaleUpperCase(sheet.language),
    size: isLarge ? 11 + zoom : (isCore ? 9 : 8) + zoom * 0.7,
    weight: isCore ? 550 : 450,
    colour: sheet.colours['words-country'],
    spacing: isLarge ? 0.32 : 0.18,
  };
  writeCentred(sheet, words, name.at ?? middleOf(geometry));
}

function writeLake(sheet: Sheet, { properties, geometry }: Area): void {
  const name = lakeNames[properties.name];
  if (name === undefined) return;
  const { language, colours } = sheet;
  const words: Words = { text: name[language], size: 11, weight: 450, colour: colours.river, italic: true };
  writeCentred(sheet, words, middleOf(geometry));
}
