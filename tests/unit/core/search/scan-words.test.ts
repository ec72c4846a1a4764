import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanWords } from '#core/search/scan-words.ts';
import { fold } from '#core/text/fold.ts';
import { words } from '#core/text/words.ts';

const found = (text: string) => scanWords(text).map(({ word }) => word);

describe('the words of a text', () => {
  test.each([
    ['L’armée malienne', ['armee', 'malienne']],
    ["l'armée qu'il a vue", ['armee', 'il', 'a', 'vue']],
    ["the group's leader", ['the', 'group', 'leader']],
    ['AK-47 rifles', ['ak', '47', 'rifles']],
    ['the U.N. mission', ['the', 'un', 'mission']],
    ['area B. A man', ['area', 'b', 'a', 'man']],
    ['at 12:30', ['at', '12', '30']],
    ['cœur du pays', ['coeur', 'du', 'pays']],
    ['e\u0301tat', ['etat']],
    ['مالي النيجر', ['مالي', 'النيجر']],
    ['马里军队', ['马里', '军队']],
    ['so\u00adft', ['soft']],
    ['… — « »', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, word } of scanWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(word).not.toBe('');
          expect(fold(text.slice(start, end))).toContain(word.charAt(0));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('of the seeds are the runs of letters and digits, but for what is elided and for initials', () => {
    for (const name of readdirSync('seeds')) {
      const text = readFileSync(`seeds/${name}`, 'utf8').replaceAll('U.N.', 'UN');
      const runs = words(text).map(({ start, end }) => fold(text.slice(start, end)));
      const ours = found(text);
      const left = runs.filter((word) => !ours.includes(word));
      expect(left.filter((word) => !/^(?:[ldjmnstc]|qu)$/.test(word))).toEqual([]);
      expect(ours.filter((word) => !runs.includes(word))).toEqual([]);
    }
  });
});
