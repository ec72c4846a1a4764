import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { revealControls } from '#core/reader/reveal-controls.ts';

const told = (line: string) =>
  revealControls(line)
    .map((piece) => (piece.kind === 'words' ? piece.text : `[${piece.name}]`))
    .join('');

describe('revealControls', () => {
  it.each([
    ['Report \u202etxt.exe', 'Report [RLO]txt.exe'],
    ['\u2067abc\u2069', '[RLI]abc[PDI]'],
    ['plain é العربية 👩🏽‍🚒', 'plain é العربية 👩🏽‍🚒'],
    ['', ''],
  ])('shows %j as %j', (line, expected) => {
    expect(told(line)).toBe(expected);
  });

  it('leaves no such character in the words, and loses no other', () => {
    const unseen = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;
    const line = fc
      .array(fc.oneof(fc.constantFrom('\u202e', '\u2066', '\u200f', 'a'), fc.string({ unit: 'binary' })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, (any) => {
        const words = revealControls(any).filter((piece) => piece.kind === 'words');
        for (const { text } of words) expect(unseen.test(text)).toBe(false);
        const kept = words.map(({ text }) => text).join('');
        expect(kept).toBe(any.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ''));
      }),
    );
  });
});
