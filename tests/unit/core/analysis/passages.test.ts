import { describe, expect, it } from 'vitest';
import { everyPassage, filterPassages, type PassageFilter } from '#core/analysis/filter-passages.ts';
import { type GroupHead, groupPassages } from '#core/analysis/group-passages.ts';
import { listPassages, type Passage } from '#core/analysis/passages.ts';
import { passagesToRows } from '#core/analysis/passages-to-rows.ts';
import { type PassageOrder, sortPassages } from '#core/analysis/sort-passages.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article, StatedDate } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { AnalystId, ArticleId, HighlightId, TagGroupId, TagId } from '#core/ids.ts';

const tag = (id: string, parentId: string | null, order: number): Tag => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name: id,
  description: '',
  color: 'red',
  order,
});
const tags = [tag('attack', null, 1), tag('ambush', 'attack', 1), tag('déplacement', null, 2)];

function article(id: string, title: string, date: StatedDate | null, source: Partial<Article> = {}): Article {
  // Only what the passages show; the rest of an article has no part in it.
  return {
    id: id as ArticleId,
    title: { value: title, basis: 'stated', evidence: null, reason: '' },
    publishedAt: date && { value: date, basis: 'stated', evidence: null, reason: '' },
    publisher: null,
    carrier: null,
    originalName: `${id}.txt`,
    originalSha256: '',
    ...source,
  } as unknown as Article;
}
function named(value: string) {
  return { value, basis: 'stated', evidence: null, reason: '' } as const;
}
const september: StatedDate = { iso: '2024-09-24', precision: 'day', printed: 'Tuesday, September 24, 2024' };
const articles = [
  article('kidal', 'In Mali, the army moves', september, { publisher: named('AFP'), carrier: named('RFI') }),
  article('faits', 'Face aux groupes', null, { publisher: named('Le Monde') }),
  article('year', 'One year later', { iso: '2024', precision: 'year', printed: '2024' }),
];

function highlight(id: string, of: string, exact: string, extra: Partial<Highlight> = {}): Highlight {
  const start = Number(id.slice(1)) * 10;
  return {
    id: id as Highlight['id'],
    anchor: {
      articleId: of as ArticleId,
      textSha256: 'hash',
      start,
      end: start + exact.length,
      exact,
      prefix: '',
      suffix: '',
    },
    tagIds: [],
    note: '',
    grade: { reliability: 'F', credibility: 6 },
    createdAt: '',
    updatedAt: '',
    ...extra,
  };
}
const ids = (...names: string[]) => names as TagId[];
const highlights = [
  highlight('h5', 'kidal', 'two convoys', { tagIds: ids('ambush'), note: 'Élan vers Kidal' }),
  highlight('h1', 'kidal', 'heavy rains', {
    grade: { reliability: 'B', credibility: 2 },
    marks: ['important'],
  }),
  highlight('h2', 'faits', 'les déplacés', {
    tagIds: ids('déplacement', 'attack'),
    analystId: 'amina' as AnalystId,
  }),
  highlight('h3', 'year', 'at least 70 dead', {
    tagIds: ids('attack', 'gone'),
    grade: { reliability: 'A', credibility: 1 },
  }),
  highlight('h4', 'lost', 'an orphan', { tagIds: ids('ambush', 'attack') }),
];
const passages = listPassages(highlights, articles, tags);
const shelf = { passages, analystName: ({ highlight }: Passage) => highlight.analystId ?? '' };
const codebook = {
  tags,
  groups: [{ id: 'g' as TagGroupId, name: 'Moves', description: '', tagIds: ids('ambush', 'déplacement') }],
};
const idsOf = (list: readonly Passage[]) => list.map((passage) => passage.highlight.id).join(' ');

describe('listPassages', () => {
  it('goes by title and then by the place in the text, and leaves none out', () => {
    expect(idsOf(passages)).toBe('h4 h2 h1 h5 h3');
  });

  it('names the way to each tag and drops ids of tags that are gone', () => {
    expect(passages.map(({ tagPaths }) => tagPaths.join('; '))).toEqual([
      'attack / ambush; attack',
      'déplacement; attack',
      '',
      'attack / ambush',
      'attack',
    ]);
  });
});

describe('filterPassages', () => {
  it.each<{ filter: Partial<PassageFilter>; found: string }>([
    { filter: {}, found: 'h4 h2 h1 h5 h3' },
    { filter: { tagId: 'attack' as TagId }, found: 'h4 h2 h5 h3' },
    { filter: { tagId: 'ambush' as TagId }, found: 'h4 h5' },
    { filter: { articleId: 'kidal' as ArticleId }, found: 'h1 h5' },
    { filter: { reliability: 'B' }, found: 'h1' },
    { filter: { credibility: 1 }, found: 'h3' },
    { filter: { text: 'DEPLACES' }, found: 'h2' },
    { filter: { text: 'elan convoys' }, found: 'h5' },
    { filter: { text: 'army ambush' }, found: 'h5' },
    { filter: { text: 'elan orphan' }, found: '' },
    { filter: { tagId: 'attack' as TagId, articleId: 'year' as ArticleId }, found: 'h3' },
    { filter: { groupId: 'g' as TagGroupId }, found: 'h4 h2 h5' },
    { filter: { source: 'AFP' }, found: 'h1 h5' },
    { filter: { source: 'Le Monde' }, found: 'h2' },
    { filter: { hasNote: true }, found: 'h5' },
    { filter: { hasNote: false }, found: 'h4 h2 h1 h3' },
    { filter: { mark: 'important' }, found: 'h1' },
    { filter: { analystId: 'amina' as AnalystId }, found: 'h2' },
    { filter: { analystId: 'unknown' }, found: 'h4 h1 h5 h3' },
    { filter: { ids: new Set(['h3', 'h5'] as HighlightId[]) }, found: 'h5 h3' },
  ])('answers $found for $filter', ({ filter, found }) => {
    expect(idsOf(filterPassages(passages, { ...everyPassage, ...filter }, codebook).found)).toBe(found);
  });

  it.each([
    { from: '2024-09-24', to: '2024-09-24', found: 'h1 h5', undated: 3 },
    { from: '2024-09-25', to: null, found: '', undated: 3 },
    { from: null, to: '2023-12-31', found: '', undated: 2 },
    // All of the year lies within, so the one with only a year does.
    { from: '2024-01-01', to: '2024-12-31', found: 'h1 h5 h3', undated: 2 },
    { from: '2024-01-02', to: null, found: 'h1 h5', undated: 3 },
  ])('takes stated dates from $from to $to and tells what can’t be told', ({ from, to, found, undated }) => {
    const filtered = filterPassages(passages, { ...everyPassage, from, to }, codebook);
    expect(idsOf(filtered.found)).toBe(found);
    expect(filtered.undated).toBe(undated);
  });
});

describe('sortPassages', () => {
  it.each<[PassageOrder['key'], PassageOrder['direction'], string]>([
    ['quote', 'ascending', 'h4 h3 h1 h2 h5'],
    ['date', 'ascending', 'h3 h1 h5 h4 h2'],
    ['date', 'descending', 'h1 h5 h3 h4 h2'],
    ['tags', 'ascending', 'h3 h5 h4 h2 h1'],
    ['grade', 'ascending', 'h3 h1 h4 h2 h5'],
    ['note', 'descending', 'h5 h4 h2 h1 h3'],
    ['publisher', 'descending', 'h2 h1 h5 h4 h3'],
    ['analyst', 'ascending', 'h2 h4 h1 h5 h3'],
    ['marks', 'ascending', 'h1 h4 h2 h5 h3'],
  ])('by %s %s', (key, direction, order) => {
    expect(idsOf(sortPassages(passages, { key, direction }, shelf))).toBe(order);
  });

  it('sorts some of them as it sorts all', () => {
    const some = passages.filter(({ place }) => place !== 1);
    expect(idsOf(sortPassages(some, { key: 'quote', direction: 'descending' }, shelf))).toBe('h5 h1 h3 h4');
  });
});

describe('groupPassages', () => {
  const say = (head: GroupHead): string => {
    if (head.by === 'tag') return String(head.tag?.name);
    if (head.by === 'article') return String(head.article?.id);
    return String(Object.values(head)[1]);
  };
  const grouped = (...given: Parameters<typeof groupPassages>) =>
    groupPassages(...given).map((group) => `${say(group.head)}: ${idsOf(group.passages)}`);

  it('shows a passage under each of its own tags, in the order of the tree, and the untagged last', () => {
    expect(grouped(passages, 'tag', tags)).toEqual([
      'attack: h4 h2 h3',
      'ambush: h4 h5',
      'déplacement: h2',
      'undefined: h1',
    ]);
  });

  it('keeps passages of an article together', () => {
    const sorted = sortPassages(passages, { key: 'quote', direction: 'ascending' }, shelf);
    expect(grouped(sorted, 'article', tags)).toEqual([
      'undefined: h4',
      'year: h3',
      'kidal: h1 h5',
      'faits: h2',
    ]);
  });

  it.each<[Parameters<typeof groupPassages>[1], string[]]>([
    ['month', ['2024: h3', '2024-09: h1 h5', 'null: h4 h2']],
    ['source', ['AFP: h1 h5', 'Le Monde: h2', 'null: h4 h3']],
    ['grade', ['A1: h3', 'B2: h1', 'F6: h4 h2 h5']],
    ['analyst', ['amina: h2', 'null: h4 h1 h5 h3']],
  ])('puts what has nothing of it last, by %s', (by, expected) => {
    expect(grouped(passages, by, tags)).toEqual(expected);
  });
});

describe('passagesToRows', () => {
  it('has a head and a cell for every column', () => {
    const [head, ...rows] = passagesToRows(passages);

    expect(rows.map((row) => row.length)).toEqual(rows.map(() => head?.length));
    const first = Object.fromEntries((head ?? []).map((name, index) => [name, rows[3]?.[index]]));
    expect(first).toMatchObject({
      quote: 'two convoys',
      tags: 'attack / ambush',
      date_as_printed: 'Tuesday, September 24, 2024',
      date: '2024-09-24',
      start_utf16: '50',
      end_utf16: '61',
    });
  });
});
