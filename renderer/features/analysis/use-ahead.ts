import { useEffect } from 'react';
import type { Passage } from '#core/analysis/passages.ts';

/** So few that the window answers in time. */
const atOnce = 50;

/** Work something out for every passage while nothing else is to be done. `work` must always be the same function. */
export function useAhead(passages: readonly Passage[], work: (passage: Passage) => void): void {
  useEffect(() => {
    let next = 0;
    let handle = 0;
    const run = (deadline: IdleDeadline) => {
      while (next < passages.length && deadline.timeRemaining() > 4) {
        for (const passage of passages.slice(next, next + atOnce)) work(passage);
        next += atOnce;
      }
      if (next < passages.length) handle = requestIdleCallback(run);
    };
    handle = requestIdleCallback(run);
    return () => cancelIdleCallback(handle);
  }, [passages, work]);
}
