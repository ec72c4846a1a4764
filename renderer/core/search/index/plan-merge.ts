/** What of a segment decides whether it is merged with others. */
export type MergeCandidate = {
  readonly sizeBytes: number;
  /** Documents, those out of date too. */
  readonly documents: number;
  /** Documents that are not out of date. */
  readonly live: number;
  /** Whether it is on disk. */
  readonly isKept: boolean;
};

/** Segments of one tier that become one of the next: each document is written again once a tier. */
const factor = 8;
/** What a merge makes is no larger, so that taking it in holds no search up. */
const largestBytes = 32 * 1024 * 1024;

/**
 * Choose the segments to be made into one, by their places; `null`: all are well as they are. Those only in memory
 * are brought to the disk together, when there are enough of them or (`isIdle`) nothing else is going on; of the
 * others, eight of about the same size are merged, and one that is half out of date is made anew.
 */
export function planMerge(segments: readonly MergeCandidate[], isIdle: boolean): number[] | null {
  const loose = placesOf(segments, ({ isKept }) => !isKept);
  if (loose.length >= factor || (isIdle && loose.length > 0)) return loose;
  const outdated = segments.findIndex(({ isKept, live, documents }) => isKept && live * 2 < documents);
  if (outdated !== -1) return [outdated];
  const tiers = new Set(segments.map(tierOf));
  for (const tier of [...tiers].sort((a, b) => a - b)) {
    const same = placesOf(segments, (one) => one.isKept && tierOf(one) === tier).slice(0, factor);
    if (same.length === factor && sum(same.map((at) => segments[at]?.sizeBytes ?? 0)) <= largestBytes)
      return same;
  }
  return null;
}

function placesOf(segments: readonly MergeCandidate[], fits: (one: MergeCandidate) => boolean): number[] {
  return segments.flatMap((one, at) => (fits(one) ? [at] : []));
}

function tierOf({ live }: MergeCandidate): number {
  let tier = 0;
  for (let most = factor; most <= live; most *= factor) tier += 1;
  return tier;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
