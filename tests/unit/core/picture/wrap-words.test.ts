import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapWords } from '#core/picture/wrap-words.ts';

const measure = (text: string) => text.length;

it('breaks between words and keeps each line within the room', () => {
  expect(wrapWords('Natural Earth · GeoNames', 13, measure)).toEqual(['Natural Earth', '· GeoNames']);
});

it('loses no word, and has a line too long only for a word that is', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(30), (text, room) => {
      const lines = wrapWords(text, room, measure);
      const words = text.split(/\s+/).filter(Boolean);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) if (line.length > room) expect(line).not.toMatch(/\s/);
    }),
  );
});
