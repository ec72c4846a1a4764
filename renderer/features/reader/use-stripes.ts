import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Lane } from '#core/annotations/pack-lanes.ts';
import { stripeLanes } from '#core/reader/stripe-lanes.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { TextRanges } from './text-ranges.ts';
import { useLayoutTick } from './use-layout-tick.ts';

/** From where to where a highlight reaches, in pixels down from the top of the body, and in which lane. */
export type Stripe = TextSpan & Lane & { readonly highlight: Highlight };

export type StripeParts = {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly ranges: TextRanges;
  readonly body: RefObject<HTMLElement | null>;
  /** The stretch of text near the view: only stripes in it are measured. */
  readonly near: TextSpan;
};

type Measured = TextSpan & { readonly highlight: Highlight };

const noStripes: readonly Measured[] = [];

/** The stripes near the view. Highlights in folded text have none. */
export function useStripes({ text, highlights, ranges, body, near }: StripeParts): readonly Stripe[] {
  const tick = useLayoutTick(body);
  const [measured, setMeasured] = useState(noStripes);
  const lanes = useMemo(() => {
    const packed = stripeLanes(
      text,
      highlights.map(({ anchor }) => anchor),
    );
    return new Map(highlights.map(({ id }, index) => [id, packed[index] ?? { lane: 0, of: 1 }]));
  }, [text, highlights]);

  const measure = () => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    return highlights.flatMap((highlight): Measured[] => {
      const { anchor } = highlight;
      if (anchor.start >= near.end || near.start >= anchor.end) return [];
      // Text far from the view is not laid out: only what is near is asked for its place.
      const seen = { start: Math.max(anchor.start, near.start), end: Math.min(anchor.end, near.end) };
      const box = ranges.toRange(seen)?.getBoundingClientRect();
      if (box === undefined || box.height === 0) return [];
      return [{ highlight, start: Math.round(box.top - top), end: Math.round(box.bottom - top) }];
    });
  };
  const newest = useRef(measure);
  newest.current = measure;

  // Another layout moves everything: at once, or stripes would stand beside other lines for a moment.
  useLayoutEffect(() => {
    if (tick > 0) setMeasured(newest.current());
  }, [tick]);
  // The text and its paint come first; the stripes follow in the next picture.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these ask to measure again.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setMeasured(newest.current()));
    return () => cancelAnimationFrame(frame);
  }, [highlights, ranges, near]);

  return useMemo(
    () => measured.map((one) => ({ ...one, ...(lanes.get(one.highlight.id) ?? { lane: 0, of: 1 }) })),
    [measured, lanes],
  );
}
