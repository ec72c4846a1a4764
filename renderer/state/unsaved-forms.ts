/** How many forms each kind has that are not saved. */
const counters = new Map<string, () => number>();

/** Let a kind of forms be asked, before the window closes, how many of them are not saved. */
export function watchForms(kind: string, count: () => number): void {
  counters.set(kind, count);
}

/** How many forms hold something that only saving or discarding them settles. */
export function countUnsavedForms(): number {
  return [...counters.values()].reduce((sum, count) => sum + count(), 0);
}
