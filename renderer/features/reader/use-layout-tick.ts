import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * A number that changes whenever the element is laid out at another size, in time for the same picture: what stands
 * beside the text moves with it.
 */
export function useLayoutTick(element: RefObject<HTMLElement | null>): number {
  const [tick, setTick] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    let isFirst = true;
    const observer = new ResizeObserver(() => {
      // An observer tells the size once when it begins.
      if (isFirst) isFirst = false;
      else flushSync(() => setTick((count) => count + 1));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return tick;
}
