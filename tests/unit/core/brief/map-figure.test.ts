import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipRing, type Point, ringArea, ringCentre } from '#core/brief/clip-shape.ts';
import { drawMapFigure, type FigurePlace } from '#core/brief/map-figure.ts';
import { placeLabels, touches } from '#core/brief/place-labels.ts';
import { englishWords } from './english-words.ts';

const frame = { left: 0, top: 0, right: 400, bottom: 300 };
const place = (
  name: string,
  lat: number,
  lon: number,
  precision: FigurePlace['precision'] = 'exact',
): FigurePlace => ({
  name,
  lat,
  lon,
  precision,
  passages: 1,
});

describe('a map figure', () => {
  it('is not drawn without places', () => {
    expect(drawMapFigure([], null, englishWords)).toBeNull();
  });

  it('keeps every place inside the map', () => {
    const places = fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 12 }),
        lat: fc.double({ min: -60, max: 70, noNaN: true }),
        lon: fc.double({ min: -170, max: 170, noNaN: true }),
        precision: fc.constantFrom('exact' as const, 'near' as const, 'area' as const),
        passages: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(places, (given) => {
        const figure = drawMapFigure(given, null, englishWords);
        const circles = figure?.marks.filter((mark) => mark.kind === 'circle') ?? [];

        // Three symbols (four circles) of the legend stand below the map.
        const pins = circles.slice(0, circles.length - 4);
        expect(pins.length).toBeGreaterThanOrEqual(given.length);
        for (const { x, y } of pins) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(760);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(470);
        }
      }),
    );
  });

  it('puts north up and east to the right', () => {
    const figure = drawMapFigure(
      [place('Gao', 16.27, -0.04), place('Bamako', 12.65, -8)],
      null,
      englishWords,
    );
    const at = (name: string) => figure?.marks.find((mark) => mark.kind === 'text' && mark.text === name);

    const [gao, bamako] = [at('Gao'), at('Bamako')];
    if (gao?.kind !== 'text' || bamako?.kind !== 'text') throw new Error('a label is missing');
    expect(gao.x).toBeGreaterThan(bamako.x);
    expect(gao.y).toBeLessThan(bamako.y);
  });

  it('has a scale bar whose length is true', () => {
    // Gao and Bamako are about 940 km apart (haversine on a sphere of 6,371 km: 941).
    const figure = drawMapFigure(
      [place('Gao', 16.27, -0.04), place('Bamako', 12.65, -8)],
      null,
      englishWords,
    );
    const [one, other] = figure?.marks.filter((mark) => mark.kind === 'circle') ?? [];
    const words = figure?.marks.find((mark) => mark.kind === 'text' && mark.text.endsWith(' km'));
    const bar = figure?.marks.find(
      (mark) =>
        mark.kind === 'path' && /^M[\d.]+ [\d.]+V[\d.]+H[\d.]+V/.test(mark.d) && mark.strokeWidth === 1.5,
    );
    if (!one || !other || words?.kind !== 'text' || bar?.kind !== 'path')
      throw new Error('a mark is missing');

    const [, left, right] = /^M([\d.]+) .*H([\d.]+)V/.exec(bar.d) ?? [];
    const pixelsPerKm = (Number(right) - Number(left)) / Number.parseInt(words.text, 10);
    const distanceKm = Math.hypot(one.x - other.x, one.y - other.y) / pixelsPerKm;
    expect(distanceKm).toBeGreaterThan(941 * 0.97);
    expect(distanceKm).toBeLessThan(941 * 1.03);
  });
});

describe('labels', () => {
  it('cover neither one another nor a symbol nor the edge', () => {
    const request = fc.record({
      x: fc.integer({ min: 10, max: 390 }),
      y: fc.integer({ min: 10, max: 290 }),
      radius: fc.constantFrom(4, 7, 17),
      width: fc.integer({ min: 10, max: 90 }),
      height: fc.constant(14),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 25 }), (requests) => {
        const places = placeLabels(requests, frame);

        const boxes = places.filter((box) => box !== null);
        expect(places).toHaveLength(requests.length);
        for (const [index, box] of boxes.entries()) {
          expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
          for (const other of boxes.slice(index + 1)) expect(touches(box, other)).toBe(false);
        }
        for (const [index, box] of places.entries())
          for (const [owner, { x, y, radius }] of requests.entries()) {
            const symbol = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
            if (box !== null && owner !== index) expect(touches(box, symbol)).toBe(false);
          }
      }),
    );
  });

  it('stand to the right of a symbol where there is room', () => {
    const [box] = placeLabels([{ x: 200, y: 150, radius: 5, width: 40, height: 14 }], frame);

    expect(box?.left).toBeGreaterThan(205);
    expect((box?.top ?? 0) + (box?.bottom ?? 0)).toBe(300);
  });
});

describe('clipping', () => {
  it('keeps of a ring what lies in the box', () => {
    const square: Point[] = [
      [-100, -100],
      [200, -100],
      [200, 150],
      [-100, 150],
    ];

    expect(ringArea(clipRing(square, frame))).toBe(200 * 150);
    expect(ringCentre(clipRing(square, frame))).toEqual([100, 75]);
    expect(clipRing(square, { left: 500, top: 0, right: 600, bottom: 10 })).toEqual([]);
  });

  it('never leaves the box and never grows', () => {
    const point = fc.tuple(fc.integer({ min: -500, max: 900 }), fc.integer({ min: -500, max: 900 }));
    fc.assert(
      fc.property(point, point, point, (...triangle) => {
        const clipped = clipRing(triangle, frame);

        expect(ringArea(clipped)).toBeLessThanOrEqual(ringArea(triangle) + 1e-6);
        for (const [x, y] of clipped) {
          expect(x).toBeGreaterThanOrEqual(-1e-6);
          expect(x).toBeLessThanOrEqual(400 + 1e-6);
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeLessThanOrEqual(300 + 1e-6);
        }
      }),
    );
  });
});
