const COUNTER_BITS = 16n;
const LAST_TIME = (1n << 64n) - 1n;

/**
 * The next hybrid logical time: the device's clock in milliseconds and a counter of 16 bits, but always after
 * `last`, so that an entry never sorts before one its author had seen, even when a clock was set back.
 * (Kulkarni et al., "Logical Physical Clocks", 2014.)
 */
export function nextTime(last: bigint, nowMs: number): bigint {
  const now = BigInt(Math.max(0, Math.floor(nowMs))) << COUNTER_BITS;
  const next = now > last ? now : last + 1n;
  if (next > LAST_TIME) throw new Error('The logical clock has run out');
  return next;
}
