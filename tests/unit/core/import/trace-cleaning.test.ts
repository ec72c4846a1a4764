import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#core/import/clean-text.ts';
import { traceCleaning } from '#core/import/trace-cleaning.ts';

const bits = [
  'e',
  'é',
  'e\u0301',
  '\u0301',
  '\u0323',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\ufeff',
  '\u0001',
  'ا',
  'ٓ',
  '한',
  '\u1112\u1161\u11ab',
  '\u11a8',
  '🔥',
  '\ud83d',
  '\udd25',
  '\u0958',
  '\u09c7',
  '\u09be',
  'Ångström',
  '\u2028',
  'ﬁ',
  'x',
];
const messy = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((parts) => parts.join(''));

function starts(source: string): ReadonlySet<number> {
  return new Set(Array.from(new Intl.Segmenter('und').segment(source), ({ index }) => index));
}

describe('traceCleaning', () => {
  it('makes the text that cleaning makes', () => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'binary' })), (source) => {
        expect(traceCleaning(source).text).toBe(cleanText(source).text);
      }),
    );
  });

  it('takes any passage to the clean form of it, widened to whole characters', () => {
    fc.assert(
      fc.property(messy, fc.nat(), fc.nat(), (source, a, b) => {
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const trace = traceCleaning(source);
        const from = trace.toStart(start);
        const to = trace.toEnd(end);
        expect(from).toBeLessThanOrEqual(to);
        const isWhole = [start, end].every((at) => at === source.length || starts(source).has(at));
        // Whatever is outside is the clean form of what was outside, as far as it was not joined to the inside.
        const before = cleanText(source.slice(0, start)).text;
        const after = cleanText(source.slice(end)).text;
        const inside = cleanText(source.slice(start, end)).text;
        if (before + inside + after !== trace.text) return;
        expect(trace.text.slice(from, to)).toContain(inside);
        if (isWhole) expect(trace.text.slice(from, to)).toBe(inside);
      }),
      { numRuns: 2000 },
    );
  });

  it('never goes back as it goes on', () => {
    fc.assert(
      fc.property(messy, (source) => {
        const trace = traceCleaning(source);
        for (let at = 1; at <= source.length; at++) {
          expect(trace.toStart(at)).toBeGreaterThanOrEqual(trace.toStart(at - 1));
          expect(trace.toEnd(at)).toBeGreaterThanOrEqual(trace.toEnd(at - 1));
          expect(trace.toEnd(at)).toBeGreaterThanOrEqual(trace.toStart(at));
        }
        expect([trace.toStart(0), trace.toEnd(source.length)]).toEqual([0, trace.text.length]);
      }),
    );
  });

  it.each([
    { source: 'a\r\nbc', at: 3, start: 2, end: 2 },
    { source: 'a\r\nbc', at: 2, start: 1, end: 2 },
    { source: '\ufeffabc', at: 1, start: 0, end: 0 },
    { source: 'cafe\u0301 noir', at: 4, start: 3, end: 4 },
    { source: 'cafe\u0301 noir', at: 5, start: 4, end: 4 },
    { source: 'cafe\u0301 noir', at: 8, start: 7, end: 7 },
  ])('takes $at of $source to $start and $end', ({ source, at, start, end }) => {
    const trace = traceCleaning(source);
    expect([trace.toStart(at), trace.toEnd(at)]).toEqual([start, end]);
  });
});
