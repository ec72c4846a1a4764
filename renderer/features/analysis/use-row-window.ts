import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows laid out one below the other. */
export type RowLayout = {
  readonly count: number;
  /** Where a row begins; for `count`, where the last one ends. In pixels. */
  readonly top: (index: number) => number;
};

/** The rows in sight. */
export type RowWindow = {
  readonly first: number;
  /** Not included. */
  readonly last: number;
  /** Bring a row into view. */
  readonly reveal: (index: number) => void;
};

/** Rows drawn beyond either edge. */
const overscan = 8;

/** Follow which rows are in sight, without ever going through all of them. `head` is what covers the top, in pixels. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, top }: RowLayout,
  head: number,
): RowWindow {
  const [view, setView] = useState({ from: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setView({ from: element.scrollTop, height: element.clientHeight });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const rowAt = (offset: number) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (top(middle + 1) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return {
    first: Math.max(0, rowAt(view.from) - overscan),
    last: Math.min(count, rowAt(view.from + view.height) + 1 + overscan),
    reveal: (index) => {
      const element = scroller.current;
      if (element === null) return;
      const room = element.clientHeight - head;
      if (top(index) < element.scrollTop) element.scrollTop = top(index);
      else if (top(index + 1) > element.scrollTop + room) element.scrollTop = top(index + 1) - room;
    },
  };
}
