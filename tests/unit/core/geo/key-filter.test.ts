import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyFilter, hashKey, joinHashes } from '#core/geo/key-filter.ts';

describe('the hash of a key', () => {
  it('is put together from those of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 7 }), (parts) => {
        const joined = parts.reduce((hash, part) => joinHashes(hash, hashKey(part)), 0);
        expect(joined).toBe(hashKey(parts.join('')).hash);
      }),
    );
  });
});

describe('a filter of keys', () => {
  it('lets every key pass', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 9 }), { maxLength: 40 }), (keys) => {
        const mayBe = createKeyFilter(keys);
        expect(keys.filter((key) => !mayBe(hashKey(key).hash))).toEqual([]);
      }),
    );
  });

  it('stops nearly all others', () => {
    const mayBe = createKeyFilter(Array.from({ length: 5_000 }, (_, at) => `gao${at}`));
    const others = Array.from({ length: 5_000 }, (_, at) => `kidal${at}`);
    expect(others.filter((key) => mayBe(hashKey(key).hash)).length).toBeLessThan(300);
  });
});
