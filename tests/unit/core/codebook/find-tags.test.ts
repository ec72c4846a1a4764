import { describe, expect, it } from 'vitest';
import { filterByWords } from '#core/codebook/filter-passages.ts';
import { findTags } from '#core/codebook/find-tags.ts';
import { makeHighlight, makeTags } from './make-codebook.ts';

const tags = makeTags('attack\n  ambush\n  raid\nكمين').map((tag) => {
  if (tag.name === 'raid') return { ...tag, description: 'Une embuscade préparée, au petit matin.' };
  if (tag.name === 'ambush')
    return { ...tag, guide: { include: 'fire from cover', exclude: 'IED alone', example: 'près de Tessit' } };
  return tag;
});
const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

describe('findTags', () => {
  it.each([
    ['ambush', ['ambush'], []],
    ['att amb', ['ambush'], []],
    ['EMBUSCADE preparee', [], ['raid']],
    ['tessit cover', [], ['ambush']],
    ['كمين', ['كمين'], []],
    ['nothing like it', [], []],
  ])('%s finds %j by name and %j by what is said', (query, byName, byWords) => {
    const found = findTags(query, tags);

    expect(names(found.byName)).toEqual(byName);
    expect(names(found.byWords)).toEqual(byWords);
  });

  it('finds all by name when nothing is typed', () => {
    expect(names(findTags(' ', tags).byName)).toEqual(['attack', 'ambush', 'raid', 'كمين']);
  });
});

describe('filterByWords', () => {
  const passage = (exact: string, note: string, title: string) => {
    const highlight = makeHighlight('h', 'a', []);
    return { highlight: { ...highlight, anchor: { ...highlight.anchor, exact }, note }, title };
  };
  const passages = [
    passage('Des hommes armés ont attaqué', '', 'Raid à Tessit'),
    passage('soldiers fled', 'see Tessit', 'Another day'),
  ];

  it.each([
    ['', 2],
    ['tessit', 2],
    ['ARMES tessit', 1],
    ['fled armes', 0],
  ])('%j leaves %i', (query, count) => {
    expect(filterByWords(passages, query)).toHaveLength(count);
  });
});
