import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arabic,
  capital,
  countKind,
  figure,
  indexOfKind,
  kindOf,
  letter,
  mark,
  mayHaveArabic,
  small,
} from '#core/text/characters.ts';

const classes = [
  [letter, /\p{L}/u],
  [mark, /\p{M}/u],
  [figure, /\p{N}/u],
  [capital, /\p{Lu}/u],
  [small, /\p{Ll}/u],
  [arabic, /\p{Script=Arabic}/u],
] as const;

describe('kinds of characters', () => {
  it('are the classes of Unicode, looked up once or again', () => {
    const wrong: number[] = [];
    for (let code = 0; code < 0x2fa20; code++) {
      const character = String.fromCodePoint(code);
      for (const [bit, pattern] of classes) {
        const isOf = pattern.test(character);
        if (((kindOf(code) & bit) !== 0) !== isOf || ((kindOf(code) & bit) !== 0) !== isOf) wrong.push(code);
      }
      if (/\p{Script=Arabic}/u.test(character) && !mayHaveArabic(character)) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  it('are counted and found as patterns do', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom(...classes),
        (text, [bit, pattern]) => {
          expect(countKind(text, bit)).toBe(text.match(new RegExp(pattern.source, 'gu'))?.length ?? 0);
          expect(indexOfKind(text, bit)).toBe(text.search(pattern));
        },
      ),
    );
  });
});
