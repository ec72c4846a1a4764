import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Painting } from '#core/reader/paint-layers.ts';
import type { TextSpan } from '#core/text/span.ts';
import { createHighlightPainter, type HighlightPainter } from './create-highlight-painter.ts';
import { createTextRanges, type TextRanges } from './text-ranges.ts';

/** The way between offsets and the shown text; `null` until that is drawn. The text must stay the same. */
export function useTextRanges(body: RefObject<HTMLElement | null>): TextRanges | null {
  const [ranges, setRanges] = useState<TextRanges | null>(null);
  useLayoutEffect(() => {
    if (body.current !== null) setRanges(createTextRanges(body.current));
  }, [body]);
  return ranges;
}

type Canvas = {
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly ranges: TextRanges | null;
};

const nothing: TextSpan = { start: 0, end: 0 };

type OnCanvas = {
  /** The stretch of text near the view. */
  readonly near: TextSpan;
  /** See `HighlightPainter.paintAhead`. */
  readonly paintAhead: HighlightPainter['paintAhead'];
};

/** Keep `painting` painted over the text, from its first picture on. */
export function usePainting({ body, scroller, ranges }: Canvas, painting: Painting): OnCanvas {
  const [near, setNear] = useState(nothing);
  const painter = useRef<HighlightPainter | null>(null);
  const newest = useRef(painting);
  newest.current = painting;
  useLayoutEffect(() => {
    if (ranges === null || body.current === null || scroller.current === null) return;
    const made = createHighlightPainter({
      ranges,
      body: body.current,
      scroller: scroller.current,
      painting: newest.current,
      onNear: setNear,
    });
    painter.current = made;
    return () => {
      painter.current = null;
      made.destroy();
    };
  }, [ranges, body, scroller]);
  useLayoutEffect(() => painter.current?.update(painting), [painting]);
  const paintAhead = useCallback<OnCanvas['paintAhead']>(
    (highlight) => painter.current?.paintAhead(highlight),
    [],
  );
  return { near, paintAhead };
}
