/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a Vitest JSON report counts.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numFailedTestSuites?: number }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  // A file that could not even be loaded is a failure too, though none of its tests were counted.
  const unloaded = report.numFailedTests === 0 ? (report.numFailedTestSuites ?? 0) : 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests,
  };
}

/**
 * What a Playwright JSON report counts; a test that passed only when tried again has passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The closing line of a test run.
 * @param {readonly Counts[]} counts
 */
export function closingLine(counts) {
  const sum = (/** @type {keyof Counts} */ key) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped}`;
}
