import { useEffect } from 'react';
import type { Passage } from '#core/analysis/passages.ts';

/** So few, and no longer than this at a time, that the window answers as if nothing went on. */
const atOnce = 20;
const sliceMs = 8;

/** Work something out for every passage while nothing else is to be done. `work` must always be the same function. */
export function useAhead(passages: readonly Passage[], work: (passage: Passage) => void): void {
  useEffect(() => {
    let next = 0;
    let handle = 0;
    const run = (deadline: IdleDeadline) => {
      const until = performance.now() + Math.min(sliceMs, deadline.timeRemaining());
      while (next < passages.length && performance.now() < until) {
        for (const passage of passages.slice(next, next + atOnce)) work(passage);
        next += atOnce;
      }
      if (next < passages.length) handle = requestIdleCallback(run);
    };
    handle = requestIdleCallback(run);
    return () => cancelIdleCallback(handle);
  }, [passages, work]);
}
