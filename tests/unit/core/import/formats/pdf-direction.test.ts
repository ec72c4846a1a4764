import { describe, expect, it } from 'vitest';
import { readByPlace } from '#core/import/formats/pdf-direction.ts';

/** Stretches side by side from the left, each as wide as it has letters; a space leaves one letter's room. */
function printed(...visual: string[]) {
  let left = 0;
  return visual.flatMap((text) => {
    const start = left;
    left += text.length * 5;
    return text.trim() === '' ? [] : [{ text, left: start, right: left, size: 10 }];
  });
}

describe('readByPlace', () => {
  it('reads letters from the right', () => {
    expect(readByPlace(printed('ﻲ', 'ﻟ', 'ﺎ', 'ﻣ'))).toBe('مالي');
    expect(readByPlace(printed('ﺔ', 'ﻳ', 'ﺮ', 'ﻗ', ' ', 'ﻲ', 'ﻓ'))).toBe('في قرية');
  });

  it('keeps names and numbers within it from the left', () => {
    expect(readByPlace(printed('قرية', ' ', 'in', ' ', 'Gao', ' ', 'في'))).toBe('في in Gao قرية');
    expect(readByPlace(printed('سنة', ' ', '2024', ' ', 'في'))).toBe('في 2024 سنة');
  });

  it('turns a name in Arabic letters round within a line from the left', () => {
    expect(readByPlace(printed('the', ' ', 'town', ' ', 'ﻲ', 'ﻟ', 'ﺎ', 'ﻣ', ' ', '(Mali)'))).toBe(
      'the town مالي (Mali)',
    );
  });

  it('takes a ligature for its letters in their order', () => {
    expect(readByPlace(printed('م', 'ﻼ', 'ﺳ'))).toBe('سلام');
  });
});
