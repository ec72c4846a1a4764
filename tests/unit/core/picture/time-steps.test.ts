import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowItems } from '#core/picture/narrow-items.ts';
import { wideOpen } from '#core/picture/narrowing.ts';
import type { PictureItem, Stretch } from '#core/picture/picture-item.ts';
import { countInSteps, reachOf, stepAt, timeStepKinds, timeSteps } from '#core/picture/time-steps.ts';
import { addDays } from '#core/time/calendar.ts';

function item(when: Stretch | null): PictureItem {
  return {
    id: 'event:1',
    kind: 'event',
    recordId: '1',
    title: '',
    place: null,
    when,
    published: null,
    articleId: null,
    span: null,
    actorIds: [],
    tagIds: [],
    source: '',
    grade: null,
  };
}

const day = fc.integer({ min: 0, max: 900 }).map((count) => addDays('2023-01-01', count));
const stretch = fc
  .tuple(day, fc.nat(80), fc.constantFrom('both', 'from', 'until'))
  .map(([from, days, known]): Stretch => {
    const until = addDays(from, days);
    return {
      from: known === 'until' ? null : from,
      until: known === 'from' ? null : until,
      basis: 'stated',
    };
  });
const items = fc.array(fc.option(stretch), { maxLength: 30 }).map((all) => all.map(item));

describe('timeSteps', () => {
  it('covers the days from the first to the last without a gap', () => {
    fc.assert(
      fc.property(day, fc.nat(700), fc.constantFrom(...timeStepKinds), (from, days, kind) => {
        const until = addDays(from, days);
        const steps = timeSteps({ from, until }, kind);
        expect(steps[0]?.from.localeCompare(from)).toBeLessThanOrEqual(0);
        expect(steps.at(-1)?.until.localeCompare(until)).toBeGreaterThanOrEqual(0);
        for (const [at, step] of steps.entries()) {
          expect(step.from <= step.until).toBe(true);
          if (at > 0) expect(step.from).toBe(addDays(steps[at - 1]?.until ?? '', 1));
        }
      }),
    );
  });

  it('names months as a calendar does and begins weeks on Monday', () => {
    const days = { from: '2024-02-27', until: '2024-03-02' };
    expect(timeSteps(days, 'month')).toEqual([
      { from: '2024-02-01', until: '2024-02-29' },
      { from: '2024-03-01', until: '2024-03-31' },
    ]);
    expect(timeSteps(days, 'week')).toEqual([{ from: '2024-02-26', until: '2024-03-03' }]);
    expect(timeSteps(days, 'day')).toHaveLength(5);
  });

  it('ends with the last step when a mistyped year makes too many', () => {
    const steps = timeSteps({ from: '1024-09-17', until: '2024-09-17' }, 'day');
    expect(steps).toHaveLength(20_000);
    expect(steps.at(-1)?.from).toBe('2024-09-17');
  });
});

describe('stepAt', () => {
  it('finds the step that a search one by one finds', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(400),
        fc.constantFrom(...timeStepKinds),
        fc.nat(600),
        (from, days, kind, ahead) => {
          const steps = timeSteps({ from, until: addDays(from, days) }, kind);
          const asked = addDays(from, ahead - 100);
          const found = steps.findIndex((step) => step.from <= asked && asked <= step.until);
          const beyond = asked < (steps[0]?.from ?? '') ? 0 : steps.length - 1;
          expect(stepAt(steps, asked)).toBe(found === -1 ? beyond : found);
        },
      ),
    );
  });
});

describe('countInSteps', () => {
  it('counts in a step what passes when the days are narrowed to it', () => {
    fc.assert(
      fc.property(items, fc.constantFrom(...timeStepKinds), (all, kind) => {
        const reach = reachOf(all, 'event');
        fc.pre(reach !== null);
        const steps = timeSteps(reach, kind);
        const passing = steps.map(
          ({ from, until }) => narrowItems(all, { ...wideOpen, from, until }).inside.length,
        );
        expect(countInSteps(all, 'event', steps)).toEqual(passing);
      }),
      { numRuns: 60 },
    );
  });
});

describe('reachOf', () => {
  it('reaches from the first to the last day that is known, and says when there is none', () => {
    fc.assert(
      fc.property(items, (all) => {
        const days = all
          .flatMap(({ when }) => [when?.from, when?.until])
          .filter((one) => typeof one === 'string');
        const reach = reachOf(all, 'event');
        fc.pre(days.length > 0);
        const sorted = [...days].sort();
        expect(reach).toEqual({ from: sorted[0], until: sorted.at(-1) });
      }),
    );
    expect(reachOf([item(null)], 'event')).toBeNull();
  });
});
