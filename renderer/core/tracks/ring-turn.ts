/** Whether a ring of [right, up] runs against the clock: its signed area (the shoelace formula) is positive. */
export function runsAgainstClock(ring: readonly (readonly [number, number])[]): boolean {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice > 0;
}
