import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import { sameHighlight } from '#core/annotations/same-highlight.ts';
import { sameRecord } from '#core/history/same-record.ts';
import { highlightOf } from './support.ts';

const text = 'one two three';
const first = highlightOf(text, { start: 0, end: 3 });
const second = highlightOf(text, { start: 4, end: 7 });

/** Highlights that often differ in one field alone. */
const highlight = fc.record(
  {
    id: fc.constantFrom(first.id, 'h-2' as Highlight['id']),
    anchor: fc.constantFrom(
      first.anchor,
      second.anchor,
      ...(['articleId', 'textSha256', 'exact', 'prefix', 'suffix'] as const).map((field) => ({
        ...first.anchor,
        [field]: 'x',
      })),
    ),
    tagIds: fc.constantFrom<Highlight['tagIds'][]>(
      [],
      first.tagIds,
      ['a', 'b'] as never,
      ['b', 'a'] as never,
    ),
    note: fc.constantFrom('', 'n'),
    grade: fc.constantFrom<Highlight['grade'][]>(
      { reliability: 'F', credibility: 6 },
      { reliability: 'F', credibility: 5 },
      { reliability: 'A', credibility: 6 },
    ),
    marks: fc.constantFrom<NonNullable<Highlight['marks']>[]>([], ['important']),
    analystId: fc.constantFrom<NonNullable<Highlight['analystId']>[]>('me' as never, 'you' as never),
    firstAnchor: fc.constantFrom(first.anchor, second.anchor),
    createdAt: fc.constantFrom('1', '2'),
    updatedAt: fc.constantFrom('1', '2'),
  },
  { requiredKeys: ['id', 'anchor', 'tagIds', 'note', 'grade', 'createdAt', 'updatedAt'] },
) as unknown as fc.Arbitrary<Highlight>;

it('answers as the comparison of any records does', () => {
  fc.assert(
    fc.property(
      highlight,
      highlight,
      fc.subarray(['id', 'anchor', 'note', 'tagIds'] as const),
      (a, b, same) => {
        const alike = { ...b, ...Object.fromEntries(same.map((field) => [field, a[field]])) };
        expect(sameHighlight(a, alike)).toBe(sameRecord(a, alike));
        expect(sameHighlight(a, structuredClone(a))).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
  // One field changed at a time: the likeliest difference, and the one to be missed.
  fc.assert(
    fc.property(highlight, highlight, (a, b) => {
      for (const field of Object.keys({ ...a, ...b }) as (keyof Highlight)[]) {
        const changed = { ...a, [field]: b[field] } as Highlight;
        expect(sameHighlight(a, changed)).toBe(sameRecord(a, changed));
      }
    }),
  );
});
