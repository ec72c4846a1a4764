import { type TagColor, tagColors } from '#core/codebook/tag.ts';

/** How our colours are written for other programs: readable behind black text. */
const written: Readonly<Record<TagColor, string>> = {
  yellow: '#ffd400',
  red: '#ff6666',
  green: '#5fb236',
  blue: '#2ea8e5',
  purple: '#a28ae5',
  magenta: '#e56eee',
  orange: '#f19837',
  teal: '#14a89a',
  brown: '#a8744a',
  grey: '#aaaaaa',
};

/** A colour of ours as `#rrggbb`. */
export function writeColor(color: TagColor): string {
  return written[color];
}

/** The colour of ours that looks most like `text`; `isExact`: it is the very one. `null` when it tells no colour. */
export function matchColor(text: string): { readonly color: TagColor; readonly isExact: boolean } | null {
  const rgb = readColor(text);
  if (rgb === null) return null;
  const wanted = toLab(rgb);
  let best: TagColor = 'grey';
  let least = Number.POSITIVE_INFINITY;
  for (const color of tagColors) {
    const away = distance(wanted, toLab(readColor(written[color]) ?? rgb));
    if (away < least) [best, least] = [color, away];
  }
  return { color: best, isExact: least === 0 };
}

type Triple = readonly [number, number, number];

/** `#RGB`, `#RRGGBB`, `#RRGGBBAA` (with or without `#`), `rgb(…)`, `rgba(…)`; the last byte, how opaque it is, is left. */
function readColor(text: string): Triple | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) {
    const wide = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    return [byte(wide, 0), byte(wide, 2), byte(wide, 4)];
  }
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+[\d.]+%?)?\s*\)$/i.exec(
    text.trim(),
  );
  if (parts === null) return null;
  const triple = [Number(parts[1]), Number(parts[2]), Number(parts[3])] as const;
  return triple.every((value) => value <= 255) ? triple : null;
}

function byte(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16);
}

/** Oklab (Björn Ottosson, 2020), in which distance is close to how different two colours look. */
function toLab(rgb: Triple): Triple {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** A dark and a light red are both red: how light a colour is counts less than which it is. */
function distance(a: Triple, b: Triple): number {
  return Math.hypot(0.4 * (a[0] - b[0]), a[1] - b[1], a[2] - b[2]);
}
