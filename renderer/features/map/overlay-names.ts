import { formatDegrees, graticule } from '#core/geo/graticule.ts';
import { isFree } from '#core/geo/place-labels.ts';
import { at, measure, type Sheet, type Words, write } from './map-sheet.ts';
import { toBounds } from './view-bounds.ts';

const outlineNames = { en: 'Liptako-Gourma (approximate)', fr: 'Liptako-Gourma (approximatif)' };
/** Inside the northern edge of the outline, where the fewest towns are, and the way its line runs there. */
const outlineSpots = [
  { lat: 15.55, lon: -1.75 },
  { lat: 16.1, lon: -1.6 },
  { lat: 15.1, lon: 1.6 },
];

/** The name of the outline, which says that it is approximate. */
export function writeOutline(sheet: Sheet): void {
  const zoom = sheet.map.getZoom();
  if (zoom < 5 || zoom > 9.5) return;
  const words: Words = {
    text: outlineNames[sheet.language],
    size: zoom < 6.5 ? 11 : 12.5,
    weight: 500,
    colour: sheet.colours.outline,
    italic: true,
  };
  const size = measure(sheet, words);
  const boxes = outlineSpots.map(({ lat, lon }) => boxAround(at(sheet, lat, lon), size));
  const box = boxes.find((wanted) => isFree(wanted, sheet));
  if (box !== undefined) write(sheet, words, box);
}

/** The degrees of the lines, at the left and upper edge of the view. */
export function writeGraticule(sheet: Sheet): void {
  const { map, origin, colours } = sheet;
  const { lats, lons } = graticule(toBounds(map.getBounds()));
  const { lat: middleLat, lng: middleLon } = map.getCenter();
  const marks = [
    ...lats.map((lat) => ({ text: formatDegrees(lat, 'lat'), y: at(sheet, lat, middleLon).y, x: null })),
    ...lons.map((lon) => ({ text: formatDegrees(lon, 'lon'), x: at(sheet, middleLat, lon).x, y: null })),
  ];
  for (const { text, x, y } of marks) {
    const words: Words = { text, size: 10.5, weight: 500, colour: colours['words-soft'] };
    const size = measure(sheet, words);
    const box = boxAround(
      { x: x ?? origin.x + 6 + size.width / 2, y: y ?? origin.y + 4 + size.height / 2 },
      size,
    );
    if (isFree(box, sheet)) write(sheet, words, box);
  }
}

function boxAround({ x, y }: { x: number; y: number }, { width, height }: { width: number; height: number }) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
