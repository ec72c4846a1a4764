import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Article } from '#core/article.ts';
import type { ReadingBlock } from '#core/reader/reading-blocks.ts';
import {
  flipBlock,
  type ShownNoise,
  showNoiseAt,
  shownAtFirst,
  stillShown,
  unfoldedBlocks,
} from '#core/reader/shown-noise.ts';
import type { TextSpan } from '#core/text/span.ts';

/** What is unfolded of an article's boilerplate, and ways to change that. */
export type Folds = {
  /** The numbers of the blocks that are unfolded. */
  readonly unfolded: ReadonlySet<number>;
  readonly onFold: (block: number) => void;
  /** Unfold what hides a passage; answers whether anything did. */
  readonly unfold: (span: TextSpan) => boolean;
};

/** What was left unfolded, by text: until the window closes, as the place in the text is. */
const left = new Map<string, ShownNoise>();

/** The folds of an article, as they were left; those that another edit of the boilerplate does not touch stay. */
export function useFolds(article: Article, blocks: readonly ReadingBlock[]): Folds {
  const key = `${article.id} ${article.textSha256}`;
  const [shown, setShown] = useState<ShownNoise>(() => {
    const before = left.get(key);
    return before === undefined ? shownAtFirst(blocks) : stillShown(blocks, before);
  });
  const unfolded = useMemo(() => unfoldedBlocks(blocks, shown), [blocks, shown]);
  useEffect(() => {
    left.set(key, shown);
  }, [key, shown]);
  const onFold = useCallback(
    (block: number) => setShown((before) => flipBlock(blocks, before, block)),
    [blocks],
  );
  const unfold = (span: TextSpan) => {
    setShown((before) => showNoiseAt(blocks, before, span));
    return showNoiseAt(blocks, shown, span) !== shown;
  };
  return { unfolded, onFold, unfold };
}
