import { placeAround } from '#core/geo/place-labels.ts';
import type { TileName } from '#core/layers/tile-names.ts';
import { fold } from '#core/text/fold.ts';
import { at, measure, type Sheet, type Words, write, writeCentred } from './map-sheet.ts';

/** Roads are named again only so far from where they were named, in pixels. */
const nearest = 180;

/**
 * Write the names that vector tiles give, beside their points or over the middle of their lines, where no other name is.
 * What the map has named already (`written`) is not named again.
 */
export function writeTileNames(sheet: Sheet, names: readonly TileName[], written: readonly string[]): void {
  const known = new Set(written.map(fold));
  const lines: { readonly text: string; readonly x: number; readonly y: number }[] = [];
  for (const name of names) {
    const text = name[sheet.language];
    if (known.has(fold(text))) continue;
    const spot = at(sheet, name.lat, name.lon);
    if (name.kind === 'point') {
      known.add(fold(text));
      const words: Words = { text, size: 10.5, weight: 450, colour: sheet.colours.words };
      const box = placeAround({ ...spot, radius: 4 }, measure(sheet, words), sheet);
      if (box !== null) write(sheet, words, box);
      continue;
    }
    const isNear = lines.some(
      (one) => one.text === text && Math.hypot(one.x - spot.x, one.y - spot.y) < nearest,
    );
    const words: Words = { text, size: 9.5, weight: 450, colour: sheet.colours['words-soft'], italic: true };
    if (!isNear && writeCentred(sheet, words, [name.lat, name.lon])) lines.push({ text, ...spot });
  }
}
