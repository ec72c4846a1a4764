import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
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

/** Keep `painting` painted over the text. Answers the stretch of text near the view. */
export function usePainting({ body, scroller, ranges }: Canvas, painting: Painting): TextSpan {
  const [painter, setPainter] = useState<HighlightPainter | null>(null);
  const [near, setNear] = useState(nothing);
  useEffect(() => {
    if (ranges === null || body.current === null || scroller.current === null) return;
    const made = createHighlightPainter({
      body: body.current,
      scroller: scroller.current,
      ranges,
      onNear: setNear,
    });
    setPainter(made);
    return made.destroy;
  }, [ranges, body, scroller]);
  useEffect(() => painter?.update(painting), [painter, painting]);
  return near;
}
