import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoiseSpan } from '#core/article.ts';
import { foldedAt, layOut } from '#core/reader/reading-blocks.ts';
import { paragraphs } from '#core/text/paragraphs.ts';

const text = 'Home\nMali\n\nThe army left. Share this\n\nBy the way.\nFollow us';
const noise = (words: string, kind: NoiseSpan['kind']): NoiseSpan => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind };
};

describe('layOut', () => {
  const marked = [noise('Follow us', 'share'), noise('Home\nMali\n', 'menu'), noise('Share this', 'share')];
  const { blocks, inlineNoise } = layOut(text, marked);

  it('gathers neighbouring lines of boilerplate and leaves text alone', () => {
    const shown = blocks.map((block) =>
      block.kind === 'paragraph'
        ? text.slice(block.span.start, block.span.end)
        : { lines: block.paragraphs.map(({ start, end }) => text.slice(start, end)), noise: block.noise },
    );
    expect(shown).toEqual([
      { lines: ['Home', 'Mali'], noise: ['menu'] },
      'The army left. Share this',
      'By the way.',
      { lines: ['Follow us'], noise: ['share'] },
    ]);
  });

  it('tells which boilerplate stands inside a paragraph', () => {
    expect(inlineNoise.map(({ start, end }) => text.slice(start, end))).toEqual(['Share this']);
  });

  it('finds the folded blocks that a passage reaches into', () => {
    expect(foldedAt(blocks, noise('Mali', 'menu'))).toEqual([0]);
    expect(foldedAt(blocks, noise('army', 'menu'))).toEqual([]);
    expect(foldedAt(blocks, { start: 0, end: text.length })).toEqual([0, 3]);
  });

  it('keeps every paragraph exactly once and in order, and folds no ink that is not boilerplate', () => {
    const anyText = fc
      .array(fc.constantFrom('a', 'bé', '\n', '\n\n', ' ', '👍', 'x y'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    const anyNoise = fc.array(
      fc.record({
        start: fc.nat(40),
        length: fc.nat(15),
        kind: fc.constantFrom('menu' as const, 'bio' as const),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(anyText, anyNoise, (any, rough) => {
        const spans = rough
          .map(({ start, length, kind }) => ({ start, end: Math.min(any.length, start + length), kind }))
          .filter(({ start, end }) => start < end);
        const reading = layOut(any, spans);
        const all = reading.blocks.flatMap((block) =>
          block.kind === 'paragraph' ? [block.span] : block.paragraphs,
        );
        expect(all).toEqual(paragraphs(any));
        const isNoise = (at: number) => spans.some(({ start, end }) => start <= at && at < end);
        const inked = (start: number, end: number) =>
          Array.from({ length: end - start }, (_, i) => start + i).filter(
            (at) => any.charAt(at).trim() !== '',
          );
        for (const block of reading.blocks) {
          if (block.kind === 'paragraph')
            expect(inked(block.span.start, block.span.end).every(isNoise)).toBe(false);
          else
            for (const { start, end } of block.paragraphs)
              expect(inked(start, end).every(isNoise)).toBe(true);
        }
        for (const { start, end } of reading.inlineNoise)
          for (let at = start; at < end; at++) expect(isNoise(at)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
