import { describe, expect, it } from 'vitest';
import { containsWords } from '#app/contains-words.ts';

describe('containsWords', () => {
  it.each([
    ['Étiqueter élément 2', 'etiq 2', true],
    ['Workspace Import files…', 'imp', true],
    ['Workspace Import files…', 'imp x', false],
    ['Anything', '', true],
  ])('%s for "%s": %s', (offered, typed, fits) => {
    expect(containsWords(offered, typed)).toBe(fits);
  });
});
