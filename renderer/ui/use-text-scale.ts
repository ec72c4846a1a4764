import { useSyncExternalStore } from 'react';

/** How large text is drawn; 1: as designed. Follows the setting while a list is shown. */
export function useTextScale(): number {
  return useSyncExternalStore(watchRoot, readScale);
}

/** The size at which lengths in pixels were chosen. */
const designedPx = 14;

function readScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / designedPx || 1;
}

/** The setting is a custom property on the root element. */
function watchRoot(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  return () => observer.disconnect();
}
