import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordedProblems } from '#features/map-exchange/problem-words.ts';
import { wordedRefusals } from '#features/map-exchange/refusal-words.ts';

const root = join(import.meta.dirname, '../../../../renderer/core/exchange');
const sources = ['map-files', 'collections'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** The file is then read as something else, and refused as that. */
const passedOn = ['no-gpx', 'no-collection'];

describe('the words of the exchange of map files', () => {
  it('have a sentence for every refusal and for everything that is wrong with a row', () => {
    const patterns = [/(?:code: )'([a-z-]+)'/g, /refuse\('[a-z]+', '([a-z-]+)'/g];
    const codes = new Set(
      sources.flatMap((text) =>
        patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, code = '']) => code)),
      ),
    );
    expect(codes.size).toBeGreaterThan(15);
    const worded = new Set([...wordedProblems, ...wordedRefusals, ...passedOn]);
    expect([...codes].filter((code) => !worded.has(code))).toEqual([]);
  });
});
