import { describe, expect, it } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import { openSieve, siftHighlights, sortHighlights } from '#core/annotations/sift-highlights.ts';
import type { AnalystId, TagId } from '#core/ids.ts';
import { highlightOf } from './support.ts';

const text = 'one two three four';
const me = 'me' as AnalystId;
const at = (word: string, more: Partial<Highlight>): Highlight => {
  const start = text.indexOf(word);
  return { ...highlightOf(text, { start, end: start + word.length }, word), note: '', ...more };
};
const tag = (name: string) => name as TagId;

const one = at('one', { tagIds: [tag('zeal')], analystId: me, createdAt: '2024-01-03' });
const two = at('two', { tagIds: [], marks: ['important'], createdAt: '2024-01-01', note: 'why?' });
const three = at('three', {
  tagIds: [tag('ambush'), tag('zeal')],
  grade: { reliability: 'B', credibility: 3 },
  createdAt: '2024-01-02',
});
const four = at('four', {
  tagIds: [tag('ambush')],
  grade: { reliability: 'A', credibility: 4 },
  createdAt: '2024-01-04',
});
const all = [one, two, three, four];
const ids = (of: readonly Highlight[]) => of.map(({ id }) => id).join(' ');

describe('siftHighlights', () => {
  it.each([
    [{}, 'one two three four'],
    [{ tag: new Set([tag('zeal')]) }, 'one three'],
    [{ tag: 'untagged' as const }, 'two'],
    [{ mark: 'important' as const }, 'two'],
    [{ mark: 'translation-error' as const }, ''],
    [{ graded: true }, 'three four'],
    [{ graded: false, tag: new Set([tag('zeal')]) }, 'one'],
    [{ analystId: me }, 'one'],
    [{ noted: true }, 'two'],
  ])('lets through what passes %o', (sieve, expected) => {
    expect(ids(siftHighlights(all, { ...openSieve, ...sieve }))).toBe(expected);
  });
});

describe('sortHighlights', () => {
  it.each([
    ['text', 'one two three four'],
    ['newest', 'four one three two'],
    ['grade', 'four three one two'],
    ['tag', 'three four one two'],
  ] as const)('orders by %s', (order, expected) => {
    expect(ids(sortHighlights([four, two, one, three], order, (id) => id))).toBe(expected);
  });
});
