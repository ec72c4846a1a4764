import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceStamp } from '#runtime/build.mjs';
import { closingLine, countPlaywright, countVitest } from '#runtime/counts.mjs';
import { parseMissing } from '#runtime/libraries.mjs';
import { lockStamp } from '#runtime/packages.mjs';

describe('stamps', () => {
  it('change with any source, and only with sources', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
    mkdirSync(join(folder, 'renderer', 'core'), { recursive: true });
    writeFileSync(join(folder, 'renderer', 'core', 'a.ts'), '1');
    const first = sourceStamp(folder);

    writeFileSync(join(folder, 'README.md'), 'not a source');
    expect(sourceStamp(folder)).toBe(first);
    writeFileSync(join(folder, 'renderer', 'core', 'a.ts'), '2');
    expect(sourceStamp(folder)).not.toBe(first);
  });

  it('follow the lock file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lock-'));
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    const first = lockStamp(folder);
    writeFileSync(join(folder, 'package-lock.json'), '{ }');

    expect(lockStamp(folder)).not.toBe(first);
  });
});

it('reads the missing libraries out of what ldd prints', () => {
  const output =
    '\tlibgbm.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnss3.so => not found\n';

  expect(parseMissing(output)).toEqual(['libgbm.so.1', 'libnss3.so']);
});

describe('the closing line', () => {
  it('sums both runners', () => {
    const unit = countVitest({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 0 });
    const journeys = countPlaywright({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 2 } });

    expect(closingLine([unit, journeys])).toBe('15 passed, 1 failed, 2 skipped');
  });

  it('counts a file that could not be loaded as failed', () => {
    const unit = countVitest({
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 0,
      numFailedTestSuites: 1,
    });

    expect(closingLine([unit])).toBe('3 passed, 1 failed');
  });

  it('counts an error outside of any test as failed', () => {
    const journeys = countPlaywright({
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [{}],
    });

    expect(closingLine([journeys])).toBe('0 passed, 1 failed');
  });
});
