import { type RefObject, useLayoutEffect } from 'react';
import type { ArticleId } from '#core/ids.ts';

/** The article whose text had the focus when it was taken off the page just now. */
let focused: ArticleId | null = null;

/** Keep the focus in the text of an article that is drawn anew. */
export function useKeepFocus(articleId: ArticleId, body: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const text = body.current;
    if (focused === articleId) text?.focus({ preventScroll: true });
    return () => {
      if (text === null || document.activeElement !== text) return;
      focused = articleId;
      // Drawn anew is drawn at once: what is opened later takes no focus.
      queueMicrotask(() => {
        focused = null;
      });
    };
  }, [articleId, body]);
}
