import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeCandidate, planMerge } from '#core/search/index/plan-merge.ts';

const kept = (live: number, documents = live): MergeCandidate => {
  return { sizeBytes: documents * 2_000, documents, live, isKept: true };
};
const loose = (live: number): MergeCandidate => ({ ...kept(live), isKept: false });

describe('planMerge', () => {
  it('leaves a few segments alone', () => {
    expect(planMerge([], false)).toBeNull();
    expect(planMerge([kept(1_000), kept(1_000), kept(30), loose(1)], false)).toBeNull();
  });

  it('brings what is only in memory to the disk when there is enough of it, or time', () => {
    expect(planMerge([kept(1_000), loose(1), loose(2)], true)).toEqual([1, 2]);
    expect(planMerge([...new Array(8).fill(loose(1)), kept(1)], false)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('makes one of eight that are about as large, and leaves larger ones out', () => {
    expect(planMerge([kept(9_000), ...new Array(8).fill(kept(1_000))], false)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('makes one anew that is half out of date', () => {
    expect(planMerge([kept(1_000), kept(400, 1_000)], false)).toEqual([1]);
    expect(planMerge([kept(1_000), kept(500, 1_000)], false)).toBeNull();
  });

  it('makes nothing larger than may be taken in at once', () => {
    expect(planMerge(new Array(8).fill({ ...kept(5_000), sizeBytes: 20_000_000 }), false)).toBeNull();
  });

  it('comes to an end, with few segments, each article written few times, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_500 }), { maxLength: 200 }), (sizes) => {
        let segments: MergeCandidate[] = [];
        let written = 0;
        for (const size of sizes) {
          segments.push(kept(size));
          written += size;
          for (
            let chosen = planMerge(segments, false);
            chosen !== null;
            chosen = planMerge(segments, false)
          ) {
            const places = new Set(chosen);
            const live = chosen.reduce((sum, at) => sum + (segments[at]?.live ?? 0), 0);
            segments = [...segments.filter((_, at) => !places.has(at)), kept(live)];
            written += live;
          }
        }
        const total = sizes.reduce((sum, size) => sum + size, 0);
        expect(segments.reduce((sum, { live }) => sum + live, 0)).toBe(total);
        expect(segments.length).toBeLessThanOrEqual(7 * 4 + Math.ceil(total / 4_096));
        expect(written).toBeLessThanOrEqual(total * 7);
      }),
    );
  });
});
