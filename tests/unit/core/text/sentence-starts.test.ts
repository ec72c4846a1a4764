import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceStarts } from '#core/text/sentence-starts.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** By the platform's own rules. */
function oracle(paragraph: string): number[] {
  return Array.from(segmenter.segment(paragraph), ({ index }) => index);
}

describe('sentenceStarts', () => {
  it.each([
    ['Mali: five killed. The army (FAMa) said so.', ['Mali: five killed. ', 'The army (FAMa) said so.']],
    ['The U.S. envoy left.', ['The U.S. envoy left.']],
    ['“Why?” he said; “No.” Then he left.', ['“Why?” ', 'he said; “No.” ', 'Then he left.']],
  ])('cuts %s', (paragraph, expected) => {
    const starts = sentenceStarts(paragraph);
    expect(starts.map((start, at) => paragraph.slice(start, starts[at + 1]))).toEqual(expected);
  });

  it('agrees with the platform on the paragraphs of the seeds', () => {
    const lines = readdirSync('seeds').flatMap((file) => readFileSync(`seeds/${file}`, 'utf8').split('\n'));
    expect(lines.map(sentenceStarts)).toEqual(lines.map(oracle));
  });

  it('agrees with the platform on whatever plain characters stand together', () => {
    const plain = fc.constantFrom(
      ...'aAéÀ1.!?,:;-–—()[]{}"\'«»‘’“”…%/·€ \u00a0\t',
      '. ',
      '.” ',
      ' (',
      'œ',
      'ß',
      'ı',
    );
    fc.assert(
      fc.property(fc.string({ unit: plain, maxLength: 24 }), (paragraph) => {
        expect(sentenceStarts(paragraph)).toEqual(oracle(paragraph));
      }),
      { numRuns: 20_000 },
    );
  });

  it('agrees with the platform on any other characters', () => {
    const any = fc.oneof(
      fc.constantFrom('a', 'A', '. ', '? ', ') '),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(any, fc.string({ unit: 'grapheme', maxLength: 1 })), { maxLength: 12 }),
        (all) => {
          const paragraph = all.join('').replace(/[\n\r\u0085\u2028\u2029]/g, '');
          expect(sentenceStarts(paragraph)).toEqual(oracle(paragraph));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
