import { type RefObject, useEffect, useRef } from 'react';
import { across, type Comparison, type Side } from '#core/compare/compare-texts.ts';
import { type PaneViews, scrollAlong } from './compare-place.ts';

type ScrollParts = {
  readonly views: RefObject<PaneViews>;
  readonly comparison: Comparison;
  readonly isOn: boolean;
  /** Something has moved: what is drawn between the sides has to follow. */
  readonly onMove: () => void;
  /** Whether both sides are drawn. */
  readonly isReady: boolean;
};

/** Let the other side follow the one the analyst scrolls. */
export function useScrollAlong(parts: ScrollParts): void {
  const { views, isReady } = parts;
  const current = useRef(parts);
  current.current = parts;
  useEffect(() => {
    if (!isReady) return;
    let driver: Side = 'left';
    let frame = 0;
    const follow = (side: Side) => {
      current.current.onMove();
      if (side !== driver || !current.current.isOn) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => scrollAlong(views.current, current.current.comparison, driver));
    };
    const stops = (['left', 'right'] as const).map((side) => {
      const scroller = views.current[side]?.scroller;
      if (scroller === undefined) return () => undefined;
      const take = () => {
        driver = side;
      };
      const onScroll = () => follow(side);
      for (const name of takes) scroller.addEventListener(name, take, { passive: true });
      scroller.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        for (const name of takes) scroller.removeEventListener(name, take);
        scroller.removeEventListener('scroll', onScroll);
      };
    });
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [views, isReady]);
}

/** By these the analyst takes a side in hand: its scrolling leads from then on. */
const takes = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const;

/** The side that the focus is in. */
export function focusedSide(views: PaneViews): Side {
  return views.right?.scroller.contains(document.activeElement) ? 'right' : 'left';
}

/** The other side of the one the focus is in. */
export function unfocusedSide(views: PaneViews): Side {
  return across(focusedSide(views));
}
