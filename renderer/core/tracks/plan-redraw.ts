/** What has to go and to come so that what is drawn is what is wanted, and nothing else is touched. */
export type Redraw<Shape> = {
  readonly gone: readonly string[];
  /** From the last to the first, each with the id of what it lies right below; `null`: it is the topmost. */
  readonly made: readonly { readonly shape: Shape; readonly below: string | null }[];
};

/**
 * Compare what is drawn with what is wanted, both from the lowest to the topmost and without an id twice. What
 * `isSame` in both stays as it is; what differs, or lies at another height by now, is made anew.
 */
export function planRedraw<Shape extends { readonly id: string }>(
  drawn: ReadonlyMap<string, Shape>,
  wanted: readonly Shape[],
  isSame: (a: Shape, b: Shape) => boolean,
): Redraw<Shape> {
  const heights = new Map([...drawn.keys()].map((id, height) => [id, height]));
  const stays = new Set<string>();
  let highest = -1;
  for (const shape of wanted) {
    const before = drawn.get(shape.id);
    const height = heights.get(shape.id) ?? -1;
    if (before === undefined || height < highest || !isSame(before, shape)) continue;
    stays.add(shape.id);
    highest = height;
  }
  const made = wanted.flatMap((shape, at) =>
    stays.has(shape.id) ? [] : [{ shape, below: wanted[at + 1]?.id ?? null }],
  );
  return { gone: [...drawn.keys()].filter((id) => !stays.has(id)), made: made.reverse() };
}
