import type { TextSpan } from '#core/text/span.ts';
import { foldedAt, type ReadingBlock } from './reading-blocks.ts';

/**
 * The boilerplate that is shown, each paragraph by where it begins. Blocks grow, fall apart and change their numbers when
 * boilerplate is marked by hand; paragraphs stay where they are.
 */
export type ShownNoise = ReadonlySet<number>;

/** The numbers of the blocks that are unfolded: those of which any paragraph is shown. */
export function unfoldedBlocks(blocks: readonly ReadingBlock[], shown: ShownNoise): ReadonlySet<number> {
  const isShown = (block: ReadingBlock) => startsOf(block).some((start) => shown.has(start));
  return new Set(blocks.flatMap((block, index) => (isShown(block) ? [index] : [])));
}

/** Unfold a block that is folded, fold one that is not. */
export function flipBlock(blocks: readonly ReadingBlock[], shown: ShownNoise, index: number): ShownNoise {
  const block = blocks[index];
  if (block === undefined) return shown;
  const after = new Set(shown);
  const isShown = startsOf(block).some((start) => shown.has(start));
  for (const start of startsOf(block)) {
    if (isShown) after.delete(start);
    else after.add(start);
  }
  return after;
}

/** Unfold whatever hides any of `span`; the same set when nothing does. */
export function showNoiseAt(blocks: readonly ReadingBlock[], shown: ShownNoise, span: TextSpan): ShownNoise {
  const unfolded = unfoldedBlocks(blocks, shown);
  const hiding = foldedAt(blocks, span).filter((index) => !unfolded.has(index));
  return hiding.reduce((before, index) => flipBlock(blocks, before, index), shown);
}

/** What is still shown once the boilerplate has changed: what became text is forgotten, and folds when marked anew. */
export function stillShown(blocks: readonly ReadingBlock[], shown: ShownNoise): ShownNoise {
  return new Set(blocks.flatMap(startsOf).filter((start) => shown.has(start)));
}

/** What is shown of an article that was not read before: nothing, unless there is nothing else to show. */
export function shownAtFirst(blocks: readonly ReadingBlock[]): ShownNoise {
  return new Set(blocks.some(({ kind }) => kind === 'paragraph') ? [] : blocks.flatMap(startsOf));
}

function startsOf(block: ReadingBlock): number[] {
  return block.kind === 'paragraph' ? [] : block.paragraphs.map(({ start }) => start);
}
