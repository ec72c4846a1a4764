import { describe, expect, it } from 'vitest';
import type { HighlightId, MemoId } from '#core/ids.ts';
import { createThingFinder, memoName, nameThing } from '#core/memos/things.ts';
import {
  arrangeWritings,
  everyWriting,
  isNarrowed,
  listWritings,
  localDay,
  memosAbout,
  type WritingFilter,
  type WritingOrder,
} from '#core/memos/writings.ts';
import { highlight, ids, memos, shelf } from './sample-shelf.ts';

const all = listWritings(shelf);
const keys = (filter: Partial<WritingFilter>, order: WritingOrder = 'name') =>
  arrangeWritings(all, { filter: { ...everyWriting, ...filter }, order, shelf })
    .map(({ key }) => key)
    .sort();

it('lists every memo and every note, and no highlight without one', () => {
  expect(all.map(({ key }) => key).sort()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'wagner']);
});

it('keeps a memo whose subject is gone, and tells so', () => {
  const left = all.filter(({ isLeft }) => isLeft);

  expect(left.map(({ key, text }) => [key, text])).toEqual([['m6', 'its passage is gone']]);
});

it.each<[string, Partial<WritingFilter>, string[]]>([
  ['nothing', {}, ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'wagner']],
  ['memos on passages, there or not', { kind: 'highlight' }, ['m4', 'm6']],
  ['notes', { kind: 'note' }, ['wagner']],
  ['what is left behind', { kind: 'left' }, ['m6']],
  ['folded words', { text: 'MENAKA road' }, ['m1']],
  ['words of what it is on', { text: 'debut aout' }, ['m2', 'm4']],
  ['a tag, with those below it, by subject, highlight or link', { tagId: ids.attack }, ['m3', 'm4']],
  ['a tag alone', { tagId: ids.ambush }, ['m3', 'm4']],
  ['an article, by subject, highlight or link', { articleId: ids.kidal }, ['m5', 'wagner']],
  ['an analyst', { analystId: ids.amina }, ['m3', 'wagner']],
  ['nobody known', { analystId: 'unknown' }, ['m1', 'm2', 'm4', 'm5', 'm6']],
  ['days from', { from: localDay('2024-10-01T12:00:00.000Z') }, ['m5']],
  ['days to', { to: localDay('2024-09-24T12:00:00.000Z') }, ['m1', 'm2', 'm3', 'm4', 'm6', 'wagner']],
])('narrows by %s', (_, filter, expected) => {
  expect(keys(filter)).toEqual(expected);
});

it('knows whether anything is left out', () => {
  expect(isNarrowed(everyWriting)).toBe(false);
  expect(isNarrowed({ ...everyWriting, text: '  ' })).toBe(false);
  expect(isNarrowed({ ...everyWriting, to: '2024-01-01' })).toBe(true);
});

describe('the order', () => {
  const order = (by: WritingOrder) =>
    arrangeWritings(all, { filter: everyWriting, order: by, shelf }).map(({ key }) => key);

  it('has the last changed first, ties by the newest', () => {
    expect(order('changed')).toEqual(['m5', 'm6', 'm4', 'm3', 'm2', 'm1', 'wagner']);
  });

  it('goes by name without accents and signs of case', () => {
    expect(order('name')[0]).toBe('m4');
    expect(order('name').at(-1)).toBe('m3');
  });

  it('goes by subject: the workspace first, the free last', () => {
    expect(order('subject')[0]).toBe('m1');
    expect(order('subject').at(-1)).toBe('m5');
  });
});

it('finds the memos on a thing and those that lead to it', () => {
  const about = (target: Parameters<typeof memosAbout>[0]) => {
    const { on, leading } = memosAbout(target, memos);
    return [on.map(({ id }) => id), leading.map(({ id }) => id)];
  };

  expect(about({ kind: 'tag', id: ids.attack })).toEqual([[], ['m4']]);
  expect(about({ kind: 'highlight', id: ids.soldiers })).toEqual([['m4'], []]);
  expect(about({ kind: 'memo', id: 'm1' as MemoId })).toEqual([[], ['m5']]);
  expect(about({ kind: 'workspace' })).toEqual([['m1'], []]);
  expect(about({ kind: 'free' })).toEqual([[], []]);
});

it('names a memo by its title, else by its first line with words', () => {
  expect(memoName({ title: ' Rule ', text: 'x' })).toBe('Rule');
  expect(memoName({ title: '', text: '\n\n  Ask again.\nThen wait.' })).toBe('Ask again.');
  expect(memoName({ title: '', text: ' \n ' })).toBe('');
});

it('names a thing that is gone as nothing', () => {
  expect(nameThing({ kind: 'highlight', id: 'lost' as HighlightId }, shelf)).toBeNull();
  expect(nameThing({ kind: 'tag', id: ids.ambush }, shelf)?.name).toBe('attack / ambush');
});

it('finds things by folded letters of their name or of where they stand', () => {
  const find = createThingFinder(shelf);
  const search = (query: string) =>
    find({ query, kinds: ['article', 'tag', 'highlight', 'memo'], limit: 50 }).map(({ target }) => target.id);

  expect(search('')).toHaveLength(2 + 2 + 2 + 6);
  expect(search('tues')).toEqual(['soldiers']);
  expect(search('amb')).toEqual(['ambush']);
  expect(search('soldats tesit')).toEqual(['soldiers']);
  expect(search('zzz')).toEqual([]);
});

it('shortens the words of a long highlight without cutting a character in two', () => {
  const long = highlight('long', 'tesit', `${'a'.repeat(158)}👩🏽‍🚒👩🏽‍🚒`);
  const named = nameThing(
    { kind: 'highlight', id: long.id },
    { ...shelf, highlights: new Map([[long.id, long]]) },
  );

  expect(named?.name.isWellFormed()).toBe(true);
  expect(named?.name.length).toBeLessThanOrEqual(160);
});
