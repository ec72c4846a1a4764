import { bench, describe } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import { ungraded } from '#core/annotations/highlight.ts';
import { locateAnchor } from '#core/annotations/locate-anchor.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import { overlapSegments } from '#core/annotations/overlap-segments.ts';
import { packLanes } from '#core/annotations/pack-lanes.ts';
import { stackAt } from '#core/annotations/stack-at.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';
import { type Painting, paintLayers } from '#core/reader/paint-layers.ts';
import { layOut } from '#core/reader/reading-blocks.ts';

// 100,000 words with 2,000 highlights, 40 of them on one place: what a long report full of marks amounts to.
const line =
  'Des hommes armés ont attaqué le village de Tessit à l’aube, selon des habitants joints par téléphone. ';
const text = Array.from({ length: 6_000 }, (_, index) => `${index} ${line}`).join('\n\n');
const random = seeded(20_240_924);
const article = { id: 'a' as ArticleId, textSha256: 'f'.repeat(64) };
const highlights = Array.from({ length: 2_000 }, (_, index): Highlight => {
  const start = index < 40 ? 100 + index : Math.floor(random() * (text.length - 800));
  return {
    id: `h-${index}` as HighlightId,
    anchor: makeAnchor(article, text, { start, end: start + 20 + Math.floor(random() * 600) }),
    tagIds: [],
    note: '',
    grade: ungraded,
    createdAt: '',
    updatedAt: '',
  };
});
const spans = highlights.map(({ anchor }) => anchor);
const painting: Painting = {
  highlights: highlights.map(({ id, anchor }) => ({ ...anchor, id, color: 'red' })),
  chosenId: 'h-7',
  isolatedId: null,
  mentions: [],
  noise: [],
  selection: null,
  flash: null,
};
const changed = `ADVERTISEMENT\n\n${text}`;

describe('2,000 highlights in 100,000 words', () => {
  bench('pack the stripes into lanes', () => {
    packLanes(spans);
  });
  bench('find the overlaps', () => {
    overlapSegments(spans);
  });
  bench('sort everything into layers of paint', () => {
    paintLayers(painting, { start: 0, end: Number.POSITIVE_INFINITY });
  });
  bench('find the stack under a click', () => {
    stackAt(highlights, 120);
  });
  bench('lay the text out in paragraphs', () => {
    layOut(text, []);
  });
  bench('find 20 of them again in a changed text', () => {
    for (const { anchor } of highlights.slice(0, 20)) locateAnchor(anchor, changed, 'other');
  });
});

/** A small generator (mulberry32), so that every run measures the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
