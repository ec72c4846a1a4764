import { describe, expect, it } from 'vitest';
import { layerNames, type Painting, paintLayers } from '#core/reader/paint-layers.ts';

const painting: Painting = {
  highlights: [
    { id: 'a', start: 0, end: 50, color: 'red' },
    { id: 'b', start: 20, end: 30, color: 'blue' },
    { id: 'c', start: 25, end: 60, color: 'red' },
    { id: 'd', start: 70, end: 80, color: 'plain' },
  ],
  chosenId: 'b',
  isolatedId: null,
  mentions: [
    { start: 5, end: 9, status: 'suggested' },
    { start: 40, end: 44, status: 'accepted' },
  ],
  noise: [{ start: 90, end: 95 }],
  selection: { start: 1, end: 2 },
  flash: null,
};

const everywhere = { start: 0, end: 1_000 };

/** The layers that show anything, as `name start–end …`. */
const told = (of: Painting) =>
  paintLayers(of, everywhere)
    .filter(({ spans }) => spans.length > 0)
    .map(({ name, spans }) => `${name} ${spans.map(({ start, end }) => `${start}–${end}`).join(' ')}`);

describe('paintLayers', () => {
  it('gives every highlight the colour of its tag and every overlap lines by its depth', () => {
    expect(told(painting)).toEqual([
      'noise 90–95',
      'tag-plain 70–80',
      'tag-red 0–50 25–60',
      'tag-blue 20–30',
      'overlap-2 20–25 30–50',
      'overlap-3 25–30',
      'mention-suggested 5–9',
      'mention-accepted 40–44',
      'chosen 20–30',
      'selected 1–2',
    ]);
  });

  it('parts four and more from three, and leaves out what is far from the view', () => {
    const deep = [0, 10, 20, 30, 40].map((start) => ({
      id: `${start}`,
      start,
      end: 60,
      color: 'red' as const,
    }));
    const layers = told({ ...painting, highlights: deep });
    expect(layers).toContain('overlap-3 20–30');
    expect(layers).toContain('overlap-4 30–40 40–60');
    const near = paintLayers(painting, { start: 45, end: 75 }).flatMap(({ name, spans }) =>
      spans.length > 0 ? [name] : [],
    );
    expect(near).toEqual(['tag-plain', 'tag-red', 'overlap-2', 'selected']);
  });

  it('shows one highlight alone, without the overlaps of the others', () => {
    const alone = told({ ...painting, isolatedId: 'c' });
    expect(alone).toContain('tag-red 25–60');
    expect(alone.filter((layer) => /^(tag-blue|tag-plain|overlap|chosen)/.test(layer))).toEqual([]);
  });

  it('always answers every layer, so that one that has become empty is wiped', () => {
    const nothing = { ...painting, highlights: [], mentions: [], noise: [], selection: null };
    expect(paintLayers(nothing, everywhere).map(({ name }) => name)).toEqual([...layerNames]);
    expect(told(nothing)).toEqual([]);
  });
});
