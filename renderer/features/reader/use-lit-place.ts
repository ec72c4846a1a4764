import { type RefObject, useEffect, useRef } from 'react';
import type { PlaceId } from '#core/ids.ts';
import { look, useLook } from '#state/workspace.ts';
import type { TextRanges } from './text-ranges.ts';
import type { ReaderMention } from './use-selecting.ts';

const lit = 'mention-lit';

type LitParts = {
  readonly body: RefObject<HTMLElement | null>;
  readonly ranges: TextRanges | null;
  readonly mentions: readonly ReaderMention[];
};

/**
 * Light up the place whose name is under the pointer wherever else it is shown, and in the text the names of the place
 * that is under the pointer elsewhere.
 */
export function useLitPlace({ body, ranges, mentions }: LitParts): void {
  const placeId = useLook((state) => state.hoverPlaceId);
  const known = useRef({ ranges, mentions });
  known.current = { ranges, mentions };

  useEffect(() => {
    if (body.current === null) return;
    return followPointer(body.current, (x, y) => {
      const { ranges: now, mentions: all } = known.current;
      const at = now?.characterAt(x, y) ?? null;
      if (at === null) return null;
      return all.find(({ span }) => span.start <= at && at < span.end)?.placeId ?? null;
    });
  }, [body]);

  useEffect(() => {
    if (placeId === null || ranges === null) return;
    const named = mentions.filter((mention) => mention.placeId === placeId);
    const found = named.flatMap(({ span }) => ranges.toStaticRange(span) ?? []);
    if (found.length === 0) return;
    CSS.highlights.set(lit, new Highlight(...found));
    return () => void CSS.highlights.delete(lit);
  }, [placeId, ranges, mentions]);
}

/** Tell the place under the pointer, once a frame at the most; answers how to stop. */
function followPointer(body: HTMLElement, placeAt: (x: number, y: number) => PlaceId | null): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let frame = 0;
  let own: PlaceId | null = null;
  const show = (id: PlaceId | null) => {
    if (id === own) return;
    own = id;
    look.setState({ hoverPlaceId: id });
  };
  const onMove = ({ clientX, clientY, buttons }: PointerEvent) => {
    // While text is being selected nothing lights up.
    if (buttons !== 0) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => show(placeAt(clientX, clientY)));
  };
  const onLeave = () => {
    cancelAnimationFrame(frame);
    show(null);
  };
  body.addEventListener('pointermove', onMove, { signal });
  body.addEventListener('pointerleave', onLeave, { signal });
  return () => {
    stop.abort();
    onLeave();
  };
}
