import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import {
  type ConcordanceLine,
  type ConcordanceSource,
  concordanceLines,
  contextLimits,
  cutAfter,
  cutBefore,
  neighbourCount,
  readsRightToLeft,
} from '#core/search/concordance.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { importSeeds } from './seed-documents.ts';

const source: ConcordanceSource = { articleId: 'a' as ArticleId, textSha256: 'x', rank: 0 };

/** The line of the only place of `word` in `text`. */
function lineOf(text: string, word: string): ConcordanceLine {
  const start = text.indexOf(word);
  const [line] = concordanceLines(source, text, [{ start, end: start + word.length }]);
  if (line === undefined) throw new Error('no line');
  return line;
}

/** Every word of a text is a hit. */
function linesOfAll(text: string): ConcordanceLine[] {
  return concordanceLines(source, text, scanWords(text));
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ');

describe('the lines of a concordance', () => {
  it('show what stands around a hit, line breaks as spaces', () => {
    const line = lineOf('The army\n\nof   Mali took\tthe town.', 'Mali');
    expect(line).toMatchObject({ before: 'The army of ', middle: 'Mali', after: ' took the town.' });
    expect(line.wordsBefore).toEqual(['of', 'army', 'the']);
    expect(line.wordsAfter).toEqual(['took', 'the', 'town']);
  });

  it('read as the text around every word of the starter articles', async () => {
    for (const { text } of await importSeeds()) {
      const words = scanWords(text);
      const lines = concordanceLines(source, text, words);
      for (const [at, { start, end }] of words.entries()) {
        const line = lines[at];
        if (line === undefined) throw new Error('a line is missing');
        expect(oneLine(text.slice(0, start)).endsWith(line.before)).toBe(true);
        expect(oneLine(text.slice(end)).startsWith(line.after)).toBe(true);
        const nearest = words.slice(Math.max(0, at - neighbourCount), at).reverse();
        expect(line.wordsBefore).toEqual(nearest.map(({ word }) => word));
        const next = words.slice(at + 1, at + 1 + neighbourCount);
        expect(line.wordsAfter).toEqual(next.map(({ word }) => word));
      }
    }
  });

  it('are as long as they may be, to the word', async () => {
    for (const { text } of await importSeeds()) {
      for (const line of linesOfAll(text).filter((_, at) => at % 7 === 0)) {
        for (const context of [20, 53, 120]) {
          const shown = cutBefore(line.before, context);
          expect(shown.length).toBeLessThanOrEqual(context);
          const left = line.before.slice(0, line.before.length - shown.length);
          const cutOff = scanWords(left).at(-1);
          // One word more would have been too much, unless the line had to be cut within its only word.
          if (cutOff !== undefined && scanWords(shown).length > 0)
            expect(line.before.length - cutOff.start).toBeGreaterThan(context);
        }
      }
    }
  });

  it('have whole words at both ends at every width', () => {
    const text = 'reconnaissance aircraft circled above Gossi yesterday — international observers said';
    const line = lineOf(text, 'Gossi');
    for (let context = 20; context <= 60; context++) {
      for (const shown of [cutBefore(line.before, context), cutAfter(line.after, context)]) {
        const whole = scanWords(text).map(({ start, end }) => text.slice(start, end));
        for (const { start, end } of scanWords(shown)) expect(whole).toContain(shown.slice(start, end));
      }
    }
  });

  it('cut a word that is longer than the line between characters', () => {
    const family = '👨‍👩‍👧‍👦';
    const long = 'a'.repeat(300);
    expect(lineOf(`${long} hit`, 'hit').before.length).toBeLessThanOrEqual(contextLimits.widest);
    expect(lineOf(`${long} hit`, 'hit').before.trim()).not.toBe('');
    const faces = lineOf(`${family.repeat(40)} hit ${family.repeat(40)}`, 'hit');
    for (let context = 20; context <= 100; context++) {
      const before = cutBefore(faces.before, context).trimEnd();
      expect(before.replaceAll(family, '')).toBe('');
      expect(cutAfter(faces.after, context).trimStart().replaceAll(family, '')).toBe('');
    }
  });

  it('cut Chinese between words and keep accents on their letters', () => {
    const text = `${'马里军队在加奥附近'.repeat(40)}巴马科${'马里军队在加奥附近'.repeat(40)}`;
    const line = lineOf(text, '巴马科');
    expect(cutBefore(line.before, 20).length).toBeGreaterThan(14);
    const accents = lineOf(`${'e\u0301'.repeat(300)} hit`, 'hit');
    for (const context of [21, 22, 50, 51]) expect(cutBefore(accents.before, context)).toMatch(/^e/);
  });

  it('do not grow with white space, and stay quick in it', () => {
    const line = lineOf(`one two${' \n'.repeat(200_000)}hit${'\t'.repeat(200_000)}three`, 'hit');
    expect(line.before).toBe('one two ');
    expect(line.after).toBe(' three');
  });

  it('leave elided articles and possessives out of the neighbours', () => {
    const line = lineOf('Il a dit que l’armée d’Assimi Goïta', 'armée');
    expect(line.wordsBefore).toEqual(['que', 'dit', 'a']);
    expect(line.wordsAfter).toEqual(['assimi', 'goita']);
    expect(lineOf('the group’s leader', 'group').wordsAfter).toEqual(['leader']);
  });

  it('are told apart by the way they read', () => {
    expect(readsRightToLeft(lineOf('قتل الجيش في مالي أمس', 'مالي'))).toBe(true);
    expect(readsRightToLeft(lineOf('قتل ١٢ في مالي', '١٢'))).toBe(true);
    expect(readsRightToLeft(lineOf('the word مالي in English', 'word'))).toBe(false);
    expect(readsRightToLeft(lineOf('12 … 34', '34'))).toBe(false);
    const arabic = lineOf('قتل الجيش في مالي أمس', 'مالي');
    expect(arabic.wordsBefore[0]).toBe('في');
    expect(arabic.wordsAfter[0]).toBe(scanWords('أمس')[0]?.word);
  });

  it('never cut a character or lose one, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      'été',
      ' ',
      '\n',
      '👩🏽‍🚒',
      'e\u0301',
      '\ud83d\ude00',
      '马里',
      "l'",
      'x'.repeat(60),
      '.',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 120 }).map((parts) => parts.join('')),
        fc.integer({ min: 20, max: 200 }),
        (text, context) => {
          for (const line of linesOfAll(text)) {
            const before = cutBefore(line.before, context);
            const after = cutAfter(line.after, context);
            expect(before.length).toBeLessThanOrEqual(context);
            expect(after.length).toBeLessThanOrEqual(context);
            expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
            expect(oneLine(text.slice(0, line.hit.start)).endsWith(before)).toBe(true);
            expect(oneLine(text.slice(line.hit.end)).startsWith(after)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
