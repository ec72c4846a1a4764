import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '#core/import/file-source.ts';
import { hashSource } from '#core/import/hash-source.ts';
import { createSha256 } from '#core/import/sha256.ts';
import { nodeTools } from './node-tools.ts';

const oracle = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('createSha256', () => {
  it('agrees with another program however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const hash = createSha256();
        for (const piece of pieces) hash.add(piece);
        expect(hash.finish()).toBe(oracle(Buffer.concat(pieces)));
      }),
    );
  });
});

describe('hashSource', () => {
  it('hashes a file larger than it takes into memory', async () => {
    const bytes = new Uint8Array(randomBytes(3 * 1024 * 1024 + 7));
    const { signal } = new AbortController();
    expect(await hashSource(sourceOf('large', bytes), nodeTools, signal)).toBe(oracle(bytes));
  });
});
