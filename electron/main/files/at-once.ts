/**
 * Do `work` for every item, `most` at a time: a disk flushes several files in hardly more time than one. When one
 * fails no other is begun; throws its error once those under way have ended.
 */
export async function atOnce<Item>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const errors: unknown[] = [];
  async function run(): Promise<void> {
    for (const item of waiting) {
      if (errors.length > 0) return;
      await work(item).catch((error: unknown) => errors.push(error));
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, run));
  if (errors.length > 0) throw errors[0];
}
