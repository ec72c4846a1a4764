import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DictionaryWriter, openDictionary } from '#core/search/index/dictionary.ts';

const words = fc.uniqueArray(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.stringMatching(/^[ab]{1,8}$/),
  ),
  { maxLength: 120 },
);

const open = (sorted: readonly string[]) => {
  const writer = new DictionaryWriter();
  for (const word of sorted) writer.add(word, Uint8Array.from([word.length, 7]));
  return openDictionary(writer.finish());
};

test('words are found by number, by letters and by how they begin', () => {
  fc.assert(
    fc.property(words, fc.string({ maxLength: 3 }), (given, other) => {
      const sorted = [...given].sort();
      const dictionary = open(sorted);
      expect(dictionary.size).toBe(sorted.length);
      for (const [at, word] of sorted.entries()) {
        expect(dictionary.find(word)).toBe(at);
        expect(dictionary.textOf(at)).toBe(word);
      }
      expect(dictionary.find(other)).toBe(sorted.indexOf(other));
      const bound = sorted.findIndex((word) => word >= other);
      expect(dictionary.lowerBound(other)).toBe(bound === -1 ? sorted.length : bound);
      const [begin, end] = dictionary.range(other);
      expect(sorted.slice(begin, end)).toEqual(sorted.filter((word) => word.startsWith(other)));
    }),
  );
});

test('a cursor goes on, goes back, and knows the bytes of each word', () => {
  fc.assert(
    fc.property(words, fc.array(fc.nat(), { maxLength: 10 }), (given, jumps) => {
      const sorted = [...given].sort();
      const dictionary = open(sorted);
      const cursor = dictionary.from(0);
      for (const word of sorted) {
        expect(cursor.next()).toBe(true);
        expect(cursor.text()).toBe(word);
        expect([...dictionary.parts.payloads.slice(cursor.payloadStart, cursor.payloadEnd)]).toEqual([
          word.length & 0xff,
          7,
        ]);
      }
      expect(cursor.next()).toBe(false);
      for (const jump of sorted.length === 0 ? [] : jumps) {
        cursor.seek(jump % sorted.length);
        expect(cursor.text()).toBe(sorted[jump % sorted.length]);
      }
    }),
  );
});
