/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a Vitest JSON report counts.
 * @param {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   numPendingTests: number,
 *   numTodoTests?: number,
 *   testResults?: readonly { status: string, assertionResults: readonly { status: string }[] }[],
 * }} report
 * @returns {Counts}
 */
export function countVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests = 0,
  testResults = [],
}) {
  // A file that could not even be loaded is a failure too, though none of its tests were counted.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/**
 * What a Playwright JSON report counts; a test that passed only when tried again has passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: readonly unknown[] }} report
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
 * What a step is counted as that ended with `code`: one that failed counts at least one failure, whatever its report
 * says, so that "0 failed" is never the last word of a failed run.
 * @param {number} code
 * @param {Counts | null} counts `null` for a step that counts no tests, or wrote no report
 * @returns {Counts}
 */
export function countStep(code, counts) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped };
}

/** @param {readonly Counts[]} counts */
export function sumCounts(counts) {
  const sum = (/** @type {keyof Counts} */ key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * The closing line of a test run.
 * @param {Counts} sum
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
