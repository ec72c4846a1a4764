import { createStore } from 'zustand/vanilla';

/** Whether an import is at work: one that rests is not. What can wait leaves the processor to it. */
export const importing = createStore<{ readonly isAtWork: boolean }>(() => ({ isAtWork: false }));

/** Resolves when no import is at work, or when `signal` is aborted. */
export function importAtRest(signal: AbortSignal): Promise<void> {
  if (!importing.getState().isAtWork || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = importing.subscribe(({ isAtWork }) => {
      if (!isAtWork) end();
    });
    signal.addEventListener('abort', end);
  });
}
