import { type PointerEvent, type RefObject, useLayoutEffect, useState } from 'react';
import type { TextSpan } from '#core/text/span.ts';
import styles from './Reader.module.css';
import type { TextRanges } from './text-ranges.ts';
import { useLayoutTick } from './use-layout-tick.ts';
import type { Marking } from './use-marking.ts';

type EdgeHandlesProps = {
  readonly marking: Marking;
  readonly ranges: TextRanges;
  readonly body: RefObject<HTMLElement | null>;
  /** The positioned element the handles stand in, and what that scrolls in. */
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The stretch of text near the view. */
  readonly near: TextSpan;
};

type Edge = 'start' | 'end';
type Place = { readonly left: number; readonly top: number; readonly height: number };

/**
 * The two ends of the chosen highlight, to be pulled with the pointer: by words, with Alt by letters; Escape gives up.
 * By keyboard an end is held with the brackets and moved with the arrows.
 */
export function EdgeHandles(props: EdgeHandlesProps) {
  const { marking } = props;
  const { chosen, pulled } = marking;
  const span = pulled !== null && pulled.id === chosen?.id ? pulled.span : (chosen?.anchor ?? null);
  const places = usePlaces(props, span);
  const drag = useDrag(props);
  if (chosen === null) return null;
  return (['start', 'end'] as const).map((edge) => {
    const place = places[edge];
    return (
      place !== null && (
        <span
          key={edge}
          className={styles.handle}
          data-edge={edge}
          data-held={marking.edge?.edge === edge || undefined}
          // A press here is no press on the text.
          data-at-passage
          aria-hidden="true"
          style={place}
          {...drag(edge)}
        />
      )
    );
  });
}

type Places = { readonly start: Place | null; readonly end: Place | null };

/** Where the ends of `span` are drawn; `null` for one that is far from the view or in folded text. */
function usePlaces({ ranges, body, page, near }: EdgeHandlesProps, span: TextSpan | null): Places {
  const tick = useLayoutTick(body);
  const [places, setPlaces] = useState<Places>({ start: null, end: null });
  const start = span?.start ?? -1;
  const end = span?.end ?? -1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout asks to measure again.
  useLayoutEffect(() => {
    const frame = page.current?.getBoundingClientRect();
    const measure = (edge: Edge, offset: number): Place | null => {
      if (frame === undefined || offset < 0 || offset < near.start || offset > near.end) return null;
      const place = drawnAt(ranges, edge, offset);
      return place && { ...place, left: place.left - frame.left, top: place.top - frame.top };
    };
    setPlaces({ start: measure('start', start), end: measure('end', end) });
  }, [ranges, page, near, start, end, tick]);
  return places;
}

/** Where an end that stands at `offset` is drawn in the window; `null` in folded text. */
function drawnAt(ranges: TextRanges, edge: Edge, offset: number): Place | null {
  const from = edge === 'start' ? offset : offset - 1;
  const range = ranges.toRange({ start: from, end: from + 1 });
  const boxes = range === null ? [] : [...range.getClientRects()];
  const box = edge === 'start' ? boxes[0] : boxes.at(-1);
  if (box === undefined || box.height === 0) return null;
  const isLeft = (edge === 'start') !== isRightToLeft(range);
  return { left: isLeft ? box.left : box.right, top: box.top, height: box.height };
}

function isRightToLeft(range: Range | null): boolean {
  const holder = range?.startContainer.parentElement ?? null;
  return holder !== null && getComputedStyle(holder).direction === 'rtl';
}

/** Within this many pixels of the upper or lower end of the view, pulling scrolls the text. */
const scrollZone = 28;
const scrollStep = 14;

/** What the handles do with the pointer. */
function useDrag({ marking, ranges, scroller }: EdgeHandlesProps) {
  const [held, setHeld] = useState<Edge | null>(null);
  const end = (isKept: boolean) => {
    setHeld(null);
    void marking.letGo(isKept);
  };
  return (edge: Edge) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setHeld(edge);
      const { currentTarget } = event;
      const giveUp = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        end(false);
        currentTarget.releasePointerCapture(event.pointerId);
      };
      window.addEventListener('keydown', giveUp, { capture: true });
      currentTarget.addEventListener(
        'lostpointercapture',
        () => window.removeEventListener('keydown', giveUp, { capture: true }),
        { once: true },
      );
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (held !== edge) return;
      const { clientX, clientY, altKey } = event;
      scrollAtRim(scroller.current, clientY);
      const to = ranges.offsetAt(clientX, clientY);
      if (to !== null) marking.pull({ edge, to, by: altKey ? 'character' : 'word' });
    },
    onPointerUp: () => {
      if (held === edge) end(true);
    },
    onPointerCancel: () => {
      if (held === edge) end(false);
    },
  });
}

function scrollAtRim(view: HTMLElement | null, y: number): void {
  const box = view?.getBoundingClientRect();
  if (view === null || box === undefined) return;
  if (y < box.top + scrollZone) view.scrollTop -= scrollStep;
  else if (y > box.bottom - scrollZone) view.scrollTop += scrollStep;
}
