import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoiseSpan } from '#core/article.ts';
import { layOut } from '#core/reader/reading-blocks.ts';
import {
  flipBlock,
  showNoiseAt,
  shownAtFirst,
  stillShown,
  unfoldedBlocks,
} from '#core/reader/shown-noise.ts';

const text = 'Home\nMali\n\nThe army left.\n\nBy the way.\nFollow us\n\nThe end.';
const noise = (words: string, kind: NoiseSpan['kind'] = 'menu'): NoiseSpan => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind };
};
const lines = (marked: readonly NoiseSpan[], shown: ReadonlySet<number>): string[] => {
  const { blocks } = layOut(text, marked);
  const unfolded = unfoldedBlocks(blocks, shown);
  return blocks.flatMap((block, index) =>
    block.kind === 'noise' && unfolded.has(index)
      ? block.paragraphs.map(({ start, end }) => text.slice(start, end))
      : [],
  );
};

describe('the boilerplate that is shown', () => {
  const marked = [noise('Home\nMali'), noise('Follow us')];
  const { blocks } = layOut(text, marked);
  const open = flipBlock(blocks, new Set(), 2 + 1);

  it('stays unfolded when boilerplate before it is marked and blocks change their numbers', () => {
    expect(lines(marked, open)).toEqual(['Follow us']);
    expect(lines([...marked, noise('The army left.')], open)).toEqual(['Follow us']);
    expect(lines([noise('Follow us')], open)).toEqual(['Follow us']);
  });

  it('stays unfolded with a line that is added to it, and in both halves when it falls apart', () => {
    expect(lines([...marked, noise('By the way.')], open)).toEqual(['By the way.', 'Follow us']);
    expect(lines([...marked, noise('The end.')], open)).toEqual(['Follow us', 'The end.']);
    const menu = flipBlock(blocks, new Set(), 0);
    expect(lines([noise('Home')], menu)).toEqual(['Home']);
    expect(lines([noise('Mali')], menu)).toEqual(['Mali']);
  });

  it('leaves newly marked lines folded elsewhere', () => {
    expect(lines([noise('The army left.'), noise('Follow us')], open)).toEqual(['Follow us']);
  });

  it('is all of an article that is nothing else, and nothing of another', () => {
    expect(shownAtFirst(blocks).size).toBe(0);
    const all = layOut(text, [{ start: 0, end: text.length, kind: 'menu' }]).blocks;
    expect([...unfoldedBlocks(all, shownAtFirst(all))]).toEqual([0]);
  });

  it('is brought out by a passage in it, and is the same set when nothing hides the passage', () => {
    const seen = showNoiseAt(blocks, new Set(), noise('Mali'));
    expect(lines(marked, seen)).toEqual(['Home', 'Mali']);
    expect(showNoiseAt(blocks, seen, noise('Home'))).toBe(seen);
    expect(showNoiseAt(blocks, seen, noise('army'))).toBe(seen);
  });

  it('forgets what became text, so that it folds when it is marked anew', () => {
    const spared = stillShown(layOut(text, [noise('Home\nMali')]).blocks, open);
    expect(lines(marked, spared)).toEqual([]);
    const kept = stillShown(layOut(text, [noise('Follow us')]).blocks, open);
    expect(lines(marked, kept)).toEqual(['Follow us']);
  });

  it('is as before after a block is flipped twice', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 6 }), fc.nat(6), (flips, again) => {
        const some = flips.reduce(
          (before, index) => flipBlock(blocks, before, index),
          new Set<number>() as ReadonlySet<number>,
        );
        const back = flipBlock(blocks, flipBlock(blocks, some, again), again);
        expect([...back].sort()).toEqual([...some].sort());
      }),
    );
  });
});
