/** How far an import is, and what it may still take. */
export type Pace = {
  /** Files done. */
  readonly done: number;
  readonly total: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly elapsedMs: number;
};

/** Too little has happened before this to say how fast it goes. */
const settledMs = 1500;

/**
 * Files a second so far, and the seconds that are left when the rest goes as fast. By bytes, as files differ in size;
 * each file counts as a few kilobytes more than it has, for its share of fixed work. `null` while it is too early.
 */
export function estimateRest(pace: Pace): { filesPerSecond: number; secondsLeft: number } | null {
  const { done, total, bytesDone, bytesTotal, elapsedMs } = pace;
  if (elapsedMs < settledMs || done === 0) return null;
  const perFile = 4096;
  const workDone = bytesDone + done * perFile;
  const workLeft = bytesTotal - bytesDone + (total - done) * perFile;
  return {
    filesPerSecond: (done * 1000) / elapsedMs,
    secondsLeft: Math.max(0, Math.round((workLeft / workDone) * (elapsedMs / 1000))),
  };
}
