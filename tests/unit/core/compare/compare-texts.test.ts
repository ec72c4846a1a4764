import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differingWords } from '#core/compare/align-words.ts';
import { carrySpan } from '#core/compare/carry-span.ts';
import { compareTexts } from '#core/compare/compare-texts.ts';
import { listSentences, sentenceAt } from '#core/compare/sentences.ts';
import { sharedPart, sketchText } from '#core/compare/sketch.ts';
import { fold } from '#core/text/fold.ts';
import { fewWords, read } from './support.ts';

const wire =
  'Des hommes armés ont attaqué le poste de Labbezanga, lundi à l’aube. Au moins douze soldats ont été tués, selon une source de sécurité. L’attaque n’a pas été revendiquée.';

it('lists sentences that lie in one line each, cover every word once and leave white space out', () => {
  fc.assert(
    fc.property(fc.oneof(fewWords, fc.string({ unit: 'grapheme', maxLength: 200 })), (raw) => {
      const text = raw.normalize('NFC').toWellFormed();
      const sentences = listSentences(text, { noise: [], language: 'fr' });
      let reached = 0;
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(text.slice(start, end)).not.toContain('\n');
        reached = end;
      }
      const letters = (part: string) => part.replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(sentences.map(({ start, end }) => text.slice(start, end)).join(' '))).toBe(
        letters(text),
      );
    }),
  );
});

it('leaves boilerplate out on both sides', () => {
  const share = 'Share this article with your friends today.';
  const left = `${share}\n${wire}`;
  const noise = [{ start: 0, end: share.length, kind: 'share' as const }];
  const { counts } = compareTexts(read(left, noise), read(left, noise));

  expect(counts).toEqual({ same: 3, near: 0, onlyLeft: 0, onlyRight: 0 });
});

it('links the same paragraph of an agency in two articles whatever stands around it', () => {
  const left = `Notre correspondant à Niamey\nLa tension monte à la frontière.\n${wire}\nLire aussi notre dossier du week-end.`;
  const right = `(AFP) ${wire.replace('douze', 'quatorze').replace('L’attaque', "L'ATTAQUE")}\nVotre avis nous intéresse beaucoup.`;
  const comparison = compareTexts(read(left), read(right));

  expect(comparison.pairs.map(({ kind }) => kind)).toEqual(['near', 'near', 'same']);
  expect(comparison.counts).toEqual({ same: 1, near: 2, onlyLeft: 3, onlyRight: 1 });
});

it('marks only the words that differ, accents, case and signs aside', () => {
  const [left, right] = [
    'Au moins DOUZE soldats ont été tués',
    'Au moins quatorze soldats, ont ete tués hier soir',
  ];
  const differ = differingWords(
    { text: left, span: { start: 0, end: left.length } },
    { text: right, span: { start: 0, end: right.length } },
  );

  expect(differ.left.map(({ start, end }) => left.slice(start, end))).toEqual(['DOUZE']);
  expect(differ.right.map(({ start, end }) => right.slice(start, end))).toEqual(['quatorze', 'hier soir']);
});

it('leaves words that are the same on both sides once what differs is cut out', () => {
  fc.assert(
    fc.property(fewWords, fewWords, (left, right) => {
      const differ = differingWords(
        { text: left, span: { start: 0, end: left.length } },
        { text: right, span: { start: 0, end: right.length } },
      );
      const rest = (text: string, spans: readonly { start: number; end: number }[]) => {
        let kept = '';
        let at = 0;
        for (const { start, end } of spans) {
          kept += text.slice(at, start);
          at = end;
        }
        return fold(kept + text.slice(at)).match(/[\p{L}\p{N}]+/gu) ?? [];
      };
      expect(rest(left, differ.left)).toEqual(rest(right, differ.right));
    }),
  );
});

const texts = {
  left: `Première phrase sans pareille ici.\n${wire}`,
  right: `${wire.replace('douze soldats', 'DOUZE SOLDATS maliens')}\nTout autre chose à la fin.`,
};
const comparison = compareTexts(read(texts.left), read(texts.right));

function carry(words: string): string | null {
  const start = texts.left.indexOf(words);
  const found = carrySpan(comparison, texts, { from: 'left', span: { start, end: start + words.length } });
  return found === null ? null : texts.right.slice(found.start, found.end);
}

it.each([
  ['moins douze soldats ont', 'moins DOUZE SOLDATS maliens ont'],
  ['à l’aube. Au moins douze', 'à l’aube. Au moins DOUZE'],
  ['douze', 'DOUZE'],
  ['sans pareille', null],
  ['pareille ici.\nDes hommes', null],
])('carries “%s” over to “%s”', (words, expected) => {
  expect(carry(words)).toBe(expected);
});

it('carries any span of words of a text to the same words of its copy', () => {
  fc.assert(
    fc.property(fewWords, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [Math.min(a, b) % (text.length + 1), Math.max(a, b) % (text.length + 1)];
      if (start >= end) return;
      const copy = `A line that only the copy has, in front of it all.\n${text.toUpperCase()}`;
      const same = compareTexts(read(text), read(copy));
      const found = carrySpan(same, { left: text, right: copy }, { from: 'left', span: { start, end } });
      const touched = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(
        ({ index, 0: word }) => index < end && start < index + word.length,
      );
      const [first, last] = [touched[0], touched.at(-1)];
      const shift = copy.length - text.length;
      const expected =
        first === undefined || last === undefined
          ? null
          : { start: first.index + shift, end: last.index + last[0].length + shift };
      expect(found).toEqual(expected);
    }),
  );
});

it('finds the sentence of an offset as counting does', () => {
  const { left } = comparison;
  for (let offset = 0; offset <= texts.left.length; offset++)
    expect(sentenceAt(left, offset)).toBe(left.filter(({ start }) => start <= offset).length - 1);
});

it('measures how much of the shorter text is in the other', () => {
  const long = sketchText(read(`${wire}\n${'Another line of quite other words stands here too.'}`));

  expect(sharedPart(sketchText(read(wire)), long)).toBe(1);
  expect(sharedPart(long, sketchText(read('Nothing of it is shared by this one at all.')))).toBe(0);
  expect(sharedPart(sketchText(read('')), long)).toBe(0);
});
