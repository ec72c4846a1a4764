import type { Page } from '@playwright/test';

/** What was measured of pictures drawn one after another, in milliseconds. */
export type Frames = {
  readonly longest: number;
  readonly p95: number;
  readonly over50: number;
  readonly count: number;
};

/**
 * Time from the next key or press in the page until the first picture for which `isThere` holds has been drawn: its
 * style, layout and painting are done. `isThere` runs in the page with `argument`. Ask before, await after.
 */
export async function untilDrawn<Argument>(
  page: Page,
  isThere: (argument: Argument) => boolean,
  argument: Argument,
): Promise<() => Promise<number>> {
  await page.evaluate(
    ({ source, given }) => {
      const holds = new Function(`return (${source})`)() as (argument: unknown) => boolean;
      let from: number | null = null;
      const begin = (event: Event) => {
        from ??= event.timeStamp;
      };
      for (const type of ['keydown', 'mousedown'])
        addEventListener(type, begin, { capture: true, once: true });
      const bench = window as unknown as { drawn?: Promise<number> };
      bench.drawn = new Promise((resolve) => {
        const check = () => {
          if (from === null || !holds(given)) {
            requestAnimationFrame(check);
            return;
          }
          const began = from;
          const after = new MessageChannel();
          after.port1.onmessage = () => resolve(performance.now() - began);
          after.port2.postMessage(null);
        };
        requestAnimationFrame(check);
      });
    },
    { source: String(isThere), given: argument },
  );
  return () => page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn);
}

/** Note how far apart pictures are while `work` is done. */
export async function watchFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const bench = window as unknown as { frames: number[]; isWatching: boolean };
    bench.frames = [];
    bench.isWatching = true;
    let last = performance.now();
    const note = (now: number) => {
      bench.frames.push(now - last);
      last = now;
      if (bench.isWatching) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await work();
  const frames = await page.evaluate(() => {
    const bench = window as unknown as { frames: number[]; isWatching: boolean };
    bench.isWatching = false;
    return bench.frames.slice(1);
  });
  return {
    longest: Math.max(...frames),
    p95: percentile(frames, 0.95),
    over50: frames.filter((frame) => frame > 50).length,
    count: frames.length,
  };
}

/** The value that this share of all values does not pass. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
