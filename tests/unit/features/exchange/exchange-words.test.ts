import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordedLosses } from '#features/exchange/loss-words.ts';
import { wordedRefusals } from '#features/exchange/refusal-words.ts';

const root = join(import.meta.dirname, '../../../..');
const folders = ['renderer/core/exchange', 'renderer/features/exchange'];
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.tsx?$/.test(name) &&
        !/bundle|check-records|place-project|project-formats|^map-files|^collections/.test(name),
    )
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** Every text that `pattern` catches in the source. */
function caught(pattern: RegExp): string[] {
  return [...new Set(sources.flatMap((text) => Array.from(text.matchAll(pattern), ([, code = '']) => code)))];
}

describe('the words of an exchange', () => {
  it('have a sentence for every loss that is noted', () => {
    const codes = [...caught(/losses\.add\(\s*'([a-z-]+)'/g), ...caught(/^ {2}\| '([a-z-]+)';?$/gm)];
    expect(codes.length).toBeGreaterThan(40);
    const isLoss = (code: string) => !wordedRefusals.includes(code);
    expect(codes.filter((code) => isLoss(code) && !wordedLosses.includes(code))).toEqual([]);
  });

  it('have a sentence for every refusal', () => {
    const codes = caught(/(?:refuse\(|code: |new ZipRefusal\()'([a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !wordedRefusals.includes(code))).toEqual([]);
  });
});
