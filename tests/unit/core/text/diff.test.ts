import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPart, diffWords } from '#core/text/diff.ts';

const side = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
  fc
    .array(fc.constantFrom('attaque', 'à', 'Ménaka', '.', 'الهجوم', '\n', 'l’armée', '12', '😀'), {
      maxLength: 30,
    })
    .map((words) => words.join(' ')),
);

describe('the differences of two texts', () => {
  it('hold both texts, whatever they are', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = diffWords(before, after);
        expect(side(parts, 'new')).toBe(before);
        expect(side(parts, 'gone')).toBe(after);
      }),
    );
  });

  it('never part a word', () => {
    expect(diffWords('At least 12 killed', 'At least 15 were killed')).toEqual([
      { kind: 'same', text: 'At least ' },
      { kind: 'gone', text: '12' },
      { kind: 'new', text: '15 were' },
      { kind: 'same', text: ' killed' },
    ]);
  });

  it('are found among more kinds of words than there are code units', () => {
    const before = Array.from({ length: 70_000 }, (_, at) => `w${at}`).join(' ');
    const after = before.replace('w500 ', '');
    const parts = diffWords(before, after);
    expect(side(parts, 'new')).toBe(before);
    expect(side(parts, 'gone')).toBe(after);
  });
});
