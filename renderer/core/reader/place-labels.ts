/** A label beside the text: where it would like to stand, from the top, and how high it is. */
export type WantedLabel = { readonly top: number; readonly height: number };

/**
 * Where labels stand so that none covers another: each at the place it wants, or else right under the one before. In
 * the order given, which has to be that of the wanted places.
 */
export function placeLabels(labels: readonly WantedLabel[]): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return labels.map(({ top, height }) => {
    const place = Math.max(top, free);
    free = place + height;
    return place;
  });
}
