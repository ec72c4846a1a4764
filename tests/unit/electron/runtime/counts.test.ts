import { describe, expect, it } from 'vitest';
import { closingLine, countPlaywright, countStep, countVitest, sumCounts } from '#runtime/counts.mjs';

const unit = (passed: number, failed: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
});

describe('the closing line', () => {
  it('sums both runners', () => {
    const journeys = countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
    const sum = sumCounts([countVitest(unit(10, 1)), journeys]);

    expect(sum).toEqual({ passed: 15, failed: 2, skipped: 2 });
    expect(closingLine(sum)).toBe('15 passed, 2 failed');
  });

  it('counts a file that could not be loaded as failed, beside tests that failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];

    expect(countVitest({ ...unit(2, 1), testResults })).toEqual({ passed: 2, failed: 2, skipped: 0 });
  });

  it('counts tests that were left out', () => {
    expect(countVitest({ ...unit(1, 0), numPendingTests: 2, numTodoTests: 1 }).skipped).toBe(3);
  });

  it('counts an error outside of any test as failed', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

    expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(1);
  });
});

describe('countStep', () => {
  it.each([
    ['a runner that died without a report', 1, null, 1],
    ['one that failed though all its tests passed', 1, { passed: 9, failed: 0, skipped: 0 }, 1],
    ['one whose report tells of failures', 1, { passed: 9, failed: 4, skipped: 0 }, 4],
    ['one that ended well', 0, { passed: 9, failed: 0, skipped: 0 }, 0],
    ['a check without tests that ended well', 0, null, 0],
  ])('of %s', (_, code, counts, failed) => {
    expect(countStep(code, counts).failed).toBe(failed);
  });

  it('does not count a check as a test that passed', () => {
    expect(countStep(0, null).passed).toBe(0);
  });
});
