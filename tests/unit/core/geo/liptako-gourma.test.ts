import { describe, expect, it } from 'vitest';
import { liptakoGourma } from '#core/geo/liptako-gourma.ts';

/** Even-odd rule. */
function holds(lat: number, lon: number): boolean {
  return liptakoGourma.reduce((isIn, a, index) => {
    const b = liptakoGourma[(index + 1) % liptakoGourma.length] ?? a;
    const crosses =
      a.lat > lat !== b.lat > lat && lon < a.lon + ((lat - a.lat) / (b.lat - a.lat)) * (b.lon - a.lon);
    return crosses ? !isIn : isIn;
  }, false);
}

describe('liptakoGourma', () => {
  it.each([
    ['the three borders', 14.99, 0.23],
    ['Gao', 16.2717, -0.0447],
    ['Ansongo', 15.6597, 0.5022],
    ['Ménaka', 15.9182, 2.4022],
    ['Tillabéri', 14.2117, 1.4531],
    ['Dori', 14.0354, -0.0345],
    ['Djibo', 14.0994, -1.6255],
    ['Fada N’Gourma', 12.0616, 0.3586],
    ['Ouahigouya', 13.5828, -2.4216],
    ['Bandiagara', 14.3501, -3.6104],
  ])('holds %s', (_name, lat, lon) => {
    expect(holds(lat, lon)).toBe(true);
  });

  it.each([
    ['Bamako', 12.65, -8],
    ['Ouagadougou', 12.3657, -1.5339],
    ['Kidal', 18.4411, 1.4078],
    ['Agadez', 16.9742, 7.9865],
    ['Tahoua', 14.8888, 5.2692],
  ])('leaves out %s', (_name, lat, lon) => {
    expect(holds(lat, lon)).toBe(false);
  });

  it('is about as large as the 370,000 km² that the authority of the region gives', () => {
    const shoelace = liptakoGourma.reduce((sum, a, index) => {
      const b = liptakoGourma[(index + 1) % liptakoGourma.length] ?? a;
      const x = ({ lat, lon }: typeof a) => lon * 111.32 * Math.cos((lat * Math.PI) / 180);
      return sum + x(a) * b.lat * 110.6 - x(b) * a.lat * 110.6;
    }, 0);
    const area = Math.abs(shoelace) / 2;
    expect(area).toBeGreaterThan(370_000 * 0.75);
    expect(area).toBeLessThan(370_000 * 1.25);
  });
});
