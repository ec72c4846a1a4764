import type { HighlightId } from '#core/ids.ts';

/** A box with a caret, into which passages are cited. */
export type CiteTarget = { readonly cite: (id: HighlightId) => void };

/** What a dragged block or passage is called while it is dragged. */
export const dragTypes = {
  block: 'application/x-liptako-block',
  highlight: 'application/x-liptako-highlight',
} as const;
