/** What forms are about that nothing but saving or discarding settles. */
export const formKinds = ['event', 'place'] as const;

export type FormKind = (typeof formKinds)[number];

/** How many forms each kind has that are not saved. */
const counters = new Map<FormKind, () => number>();

/** Let a kind of forms be asked, before the window closes, how many of them are not saved. */
export function watchForms(kind: FormKind, count: () => number): void {
  counters.set(kind, count);
}

/** How many forms hold something that only saving or discarding them settles: of a kind, or of all. */
export function countUnsavedForms(kind?: FormKind): number {
  const kinds: readonly FormKind[] = kind === undefined ? formKinds : [kind];
  return kinds.reduce((sum, one) => sum + (counters.get(one)?.() ?? 0), 0);
}
