/** What a dragged tag carries beside its name: its id. */
export const tagDragType = 'application/x-liptako-tag';
