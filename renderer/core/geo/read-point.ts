import { toPoint } from 'mgrs';
import type { LatLon } from './distance.ts';

const signed = /^([+-]?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)$/;
const grid = /^\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V](?:\d{2}){0,5}$/i;
/** A number of degrees, perhaps with minutes and seconds, and its side of the equator or of Greenwich. */
const angle = String.raw`(\d{1,3}(?:\.\d+)?)\s*[°º]?\s*(?:(\d{1,2}(?:\.\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["”″]|'')\s*)?`;
const sided = new RegExp(String.raw`^${angle}([NS])\s*[,;\s]?\s*${angle}([EWO])$`, 'i');

/**
 * The point that was typed: `16.27, -0.04` (latitude first), `16°16′12″N 0°2′24″W` (`O` for west as in French) or a
 * reference of the Military Grid Reference System. `null`: it can't be read as one point; nothing is guessed.
 */
export function readPoint(typed: string): LatLon | null {
  const text = typed.trim().replaceAll('−', '-');
  return readSigned(text) ?? readSided(text) ?? readGrid(text.replace(/\s+/g, ''));
}

function readSigned(text: string): LatLon | null {
  const found = signed.exec(text);
  return found === null ? null : onEarth(Number(found[1]), Number(found[2]));
}

function readSided(text: string): LatLon | null {
  const found = sided.exec(text);
  if (found === null) return null;
  const [, latDegrees, latMinutes, latSeconds, north = '', lonDegrees, lonMinutes, lonSeconds, east = ''] =
    found;
  const lat = toDegrees(latDegrees, latMinutes, latSeconds);
  const lon = toDegrees(lonDegrees, lonMinutes, lonSeconds);
  if (lat === null || lon === null) return null;
  return onEarth(/s/i.test(north) ? -lat : lat, /[wo]/i.test(east) ? -lon : lon);
}

function toDegrees(degrees = '0', minutes = '0', seconds = '0'): number | null {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}

function readGrid(text: string): LatLon | null {
  if (!grid.test(text)) return null;
  try {
    const [lon, lat] = toPoint(text.toUpperCase());
    return onEarth(lat, lon);
  } catch {
    // The square is not one of its zone.
    return null;
  }
}

function onEarth(lat: number, lon: number): LatLon | null {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}
