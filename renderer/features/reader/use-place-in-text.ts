import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { ReadingBlock } from '#core/reader/reading-blocks.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useLook } from '#state/workspace.ts';
import { recallScroll, rememberScroll, type ScrollPlace } from './scroll-memory.ts';
import type { TextRanges } from './text-ranges.ts';
import { type Folds, useFolds } from './use-folds.ts';

type PlaceParts = {
  readonly article: Article;
  readonly blocks: readonly ReadingBlock[];
  readonly ranges: TextRanges | null;
  readonly scroller: RefObject<HTMLElement | null>;
};

/** Where the reader is in the text, and what is unfolded and lit up there. */
export type PlaceInText = Pick<Folds, 'unfolded' | 'onFold'> & {
  readonly flash: TextSpan | null;
  /** Bring a passage into the view, unfolding what hides it. */
  readonly reveal: (span: TextSpan) => void;
};

const flashMs = 1_800;

/** Go to the passage that is asked for, or back to where the article was left. */
export function usePlaceInText({ article, blocks, ranges, scroller }: PlaceParts): PlaceInText {
  const passage = useLook((state) => state.passage);
  const { unfolded, onFold, unfold } = useFolds(article, blocks);
  const [flash, setFlash] = useState<TextSpan | null>(null);
  const wanted = useRef<TextSpan | null>(null);

  useScrollMemory(article.id, ranges, scroller, passage !== null);

  const reveal = (span: TextSpan) => {
    wanted.current = span;
    if (!unfold(span)) show();
  };
  const show = () => {
    const span = wanted.current;
    const view = scroller.current;
    if (span === null || view === null || ranges === null) return;
    wanted.current = null;
    const box = ranges.toRange(span)?.getBoundingClientRect();
    if (box === undefined) return;
    const seen = view.getBoundingClientRect();
    const isSeen = box.top >= seen.top + 20 && box.bottom <= seen.bottom - 20;
    if (!isSeen) view.scrollTop += box.top - seen.top - Math.max(40, (seen.height - box.height) / 3);
  };
  // Folded text has no place until it has been drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for by `unfolded` alone.
  useLayoutEffect(show, [unfolded, ranges]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new passage asks again, other changes do not.
  useEffect(() => {
    if (passage === null || ranges === null) return;
    reveal(passage);
    setFlash(passage);
    const timer = setTimeout(() => setFlash(null), flashMs);
    return () => clearTimeout(timer);
  }, [passage, ranges]);

  return { unfolded, onFold, flash, reveal };
}

function useScrollMemory(
  articleId: ArticleId,
  ranges: TextRanges | null,
  scroller: RefObject<HTMLElement | null>,
  isSentElsewhere: boolean,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is restored once, when the text is drawn.
  useLayoutEffect(() => {
    const view = scroller.current;
    if (view === null || ranges === null) return;
    const place = isSentElsewhere ? null : recallScroll(articleId);
    if (place !== null) goTo(place, view, ranges);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      timer = undefined;
      rememberScroll(articleId, placeOf(view));
    };
    const onScroll = () => {
      timer ??= setTimeout(keep, 150);
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      view.removeEventListener('scroll', onScroll);
      clearTimeout(timer);
    };
  }, [articleId, ranges, scroller]);
}

function goTo({ offset, pixels }: ScrollPlace, view: HTMLElement, ranges: TextRanges): void {
  const paragraph = offset === -1 ? null : ranges.paragraphAt(offset);
  if (paragraph === null) view.scrollTop = pixels;
  else view.scrollTop += paragraph.getBoundingClientRect().top - view.getBoundingClientRect().top + pixels;
}

/** The paragraph at the top of the view; above the first one, only pixels tell the place. */
function placeOf(view: HTMLElement): ScrollPlace {
  const { left, top, width } = view.getBoundingClientRect();
  for (const down of [2, 14, 26]) {
    const paragraph = document
      .elementFromPoint(left + width / 2, top + down)
      ?.closest<HTMLElement>('[data-start]');
    if (paragraph && view.contains(paragraph))
      return { offset: Number(paragraph.dataset.start), pixels: top - paragraph.getBoundingClientRect().top };
  }
  return { offset: -1, pixels: view.scrollTop };
}
