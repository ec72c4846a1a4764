/** The `index`-th entry of the `part`-th device. */
export type Pick = { readonly part: number; readonly index: number };

/**
 * The entries of several devices in one order that every laptop with the same files arrives at: by logical time, a
 * tie by the devices' order. Each device's own entries keep their order, as their times rise.
 */
export function mergeByTime(times: readonly (readonly bigint[])[]): Pick[] {
  const next = times.map(() => 0);
  const order: Pick[] = [];
  for (;;) {
    let earliest: { readonly part: number; readonly time: bigint } | null = null;
    for (const [part, own] of times.entries()) {
      const time = own[next[part] ?? 0];
      if (time !== undefined && (earliest === null || time < earliest.time)) earliest = { part, time };
    }
    if (earliest === null) return order;
    const index = next[earliest.part] ?? 0;
    order.push({ part: earliest.part, index });
    next[earliest.part] = index + 1;
  }
}
