import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOffsets } from '#core/text/offsets.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('measureOffsets', () => {
  it('agrees with spreading and encoding what stands before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const offsets = measureOffsets(text);
        let index = 0;
        for (const character of `${text}\n`) {
          const before = text.slice(0, index);
          expect(offsets.toCodePoint(index)).toBe(Array.from(before).length);
          expect(offsets.toByte(index)).toBe(new TextEncoder().encode(before).length);
          expect(offsets.fromCodePoint(offsets.toCodePoint(index))).toBe(index);
          expect(offsets.fromByte(offsets.toByte(index))).toBe(index);
          index += character.length;
        }
      }),
    );
  });

  it('finds its way in a long text of mixed widths', () => {
    const text = 'aé€😀'.repeat(5000);
    const offsets = measureOffsets(text);
    expect(offsets.codePoints).toBe(20_000);
    expect(offsets.bytes).toBe(new TextEncoder().encode(text).length);
    for (const at of [0, 1, 2, 3, 5, 1023, 1024, 1025, 12_345, 24_998, 25_000]) {
      if (at % 5 === 4) continue;
      expect(offsets.toCodePoint(at)).toBe(Array.from(text.slice(0, at)).length);
      expect(offsets.fromByte(offsets.toByte(at))).toBe(at);
    }
  });

  it('gives an index inside a surrogate pair to the pair', () => {
    const offsets = measureOffsets('a😀b');
    expect(offsets.toCodePoint(2)).toBe(1);
    expect(offsets.toByte(2)).toBe(1);
  });

  it('has no answer outside the text and inside a character', () => {
    const offsets = measureOffsets('aé');
    expect([-1, 3, 1.5, Number.NaN].map(offsets.fromCodePoint)).toEqual([null, null, null, null]);
    expect([-1, 2, 4].map(offsets.fromByte)).toEqual([null, null, null]);
    expect(offsets.fromByte(3)).toBe(2);
  });

  it('measures an empty text', () => {
    expect(measureOffsets('')).toMatchObject({ codePoints: 0, bytes: 0 });
    expect(measureOffsets('').fromByte(0)).toBe(0);
  });
});
