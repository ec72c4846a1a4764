import { useEffect, useMemo, useState } from 'react';
import { narrowItems } from '#core/picture/narrow-items.ts';
import type { Narrowing } from '#core/picture/narrowing.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { countInSteps, reachOf, stepAt, type TimeStepKind, timeSteps } from '#core/picture/time-steps.ts';
import type { Days } from '#core/time/calendar.ts';
import { narrowing } from '#state/narrowing.ts';
import { useReachingNarrowing } from '#state/use-reaching-narrowing.ts';

/** The slider over the days that the items have. */
export type TimeSlider = {
  readonly steps: readonly Days[];
  /** How many items may have been in each step, narrowed by all but the days. */
  readonly counts: readonly number[];
  /** The steps between which the days are chosen, both included. */
  readonly low: number;
  readonly high: number;
  readonly isPlaying: boolean;
  choose(low: number, high: number): void;
  /** Go so many steps later or earlier, the stretch as long as it is. */
  move(by: number): void;
  play(): void;
  pause(): void;
};

const playMs = 900;

/** Follow and move the chosen days by steps; `null` while no item has a date. */
export function useTimeSlider(items: readonly PictureItem[], kind: TimeStepKind): TimeSlider | null {
  const chosen = useReachingNarrowing();
  const { from, until, timeOf } = chosen;
  const [isPlaying, setIsPlaying] = useState(false);
  const steps = useMemo(() => {
    const reach = reachOf(items, timeOf);
    return reach === null ? [] : timeSteps(reach, kind);
  }, [items, timeOf, kind]);
  const others = useStable({ ...chosen, from: null, until: null });
  const counts = useMemo(
    () => countInSteps(narrowItems(items, others).inside, timeOf, steps),
    [items, others, timeOf, steps],
  );
  const last = steps.length - 1;
  const low = from === null ? 0 : stepAt(steps, from);
  const high = until === null ? last : Math.max(low, stepAt(steps, until));

  const choose = (first: number, final: number) =>
    narrowing.setState({
      from: first <= 0 ? null : (steps[first]?.from ?? null),
      until: final >= last ? null : (steps[final]?.until ?? null),
    });
  const move = (by: number) => {
    const [first, final] = movedBy({ low, high, last }, by);
    choose(first, final);
  };
  useEffect(() => {
    if (!isPlaying) return;
    if (high >= last) {
      setIsPlaying(false);
      return;
    }
    const timer = setTimeout(() => move(1), playMs);
    return () => clearTimeout(timer);
  });
  if (steps.length === 0) return null;
  return {
    steps,
    counts,
    low,
    high,
    isPlaying,
    choose,
    move,
    play() {
      // From the end, and with all days chosen, it begins anew: with as many steps, or with one.
      if (high >= last) choose(0, low === 0 ? 0 : high - low);
      setIsPlaying(last > 0);
    },
    pause: () => setIsPlaying(false),
  };
}

function movedBy({ low, high, last }: { low: number; high: number; last: number }, by: number) {
  const length = high - low;
  const first = Math.max(0, Math.min(last - length, low + by));
  return [first, first + length] as const;
}

/** The narrowing given before, as long as it says the same. */
function useStable(value: Narrowing): Narrowing {
  const said = JSON.stringify([
    value.kinds,
    value.tagIds,
    value.actorIds,
    value.sources,
    value.reliabilities,
    value.timeOf,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what it says; a shape is one value as long as it is chosen.
  return useMemo(() => value, [said, value.shape]);
}
