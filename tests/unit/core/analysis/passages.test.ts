import { describe, expect, it } from 'vitest';
import { countByArticle } from '#core/analysis/count-by-article.ts';
import {
  filterPassages,
  groupPassages,
  listPassages,
  type Passage,
  type PassageFilter,
  sortPassages,
} from '#core/analysis/passages.ts';
import { passagesToRows } from '#core/analysis/passages-to-rows.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article, StatedDate } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { ArticleId, TagId } from '#core/ids.ts';

const tag = (id: string, parentId: string | null, order: number): Tag => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name: id,
  description: '',
  color: 'red',
  order,
});
const tags = [tag('attack', null, 1), tag('ambush', 'attack', 1), tag('déplacement', null, 2)];

function article(id: string, title: string, date: StatedDate | null): Article {
  // Only what the passages show; the rest of an article has no part in it.
  return {
    id: id as ArticleId,
    title: { value: title, basis: 'stated', evidence: null, reason: '' },
    publishedAt: date && { value: date, basis: 'stated', evidence: null, reason: '' },
    publisher: null,
    carrier: null,
    originalName: `${id}.txt`,
    originalSha256: '',
  } as unknown as Article;
}
const september: StatedDate = { iso: '2024-09-24', precision: 'day', printed: 'Tuesday, September 24, 2024' };
const articles = [
  article('kidal', 'In Mali, the army moves', september),
  article('faits', 'Face aux groupes', null),
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
  highlight('h1', 'kidal', 'heavy rains', { grade: { reliability: 'B', credibility: 2 } }),
  highlight('h2', 'faits', 'les déplacés', { tagIds: ids('déplacement', 'attack') }),
  highlight('h3', 'year', 'at least 70 dead', {
    tagIds: ids('attack', 'gone'),
    grade: { reliability: 'A', credibility: 1 },
  }),
  highlight('h4', 'lost', 'an orphan', { tagIds: ids('ambush', 'attack') }),
];
const passages = listPassages(highlights, articles, tags);
const all: PassageFilter = { tagId: null, articleId: null, reliability: null, credibility: null, text: '' };
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
  ])('answers $found for $filter', ({ filter, found }) => {
    expect(idsOf(filterPassages(passages, { ...all, ...filter }, tags))).toBe(found);
  });
});

describe('sortPassages', () => {
  it.each<[Parameters<typeof sortPassages>[1], Parameters<typeof sortPassages>[2], string]>([
    ['quote', 'ascending', 'h4 h3 h1 h2 h5'],
    ['date', 'ascending', 'h3 h1 h5 h4 h2'],
    ['date', 'descending', 'h1 h5 h3 h4 h2'],
    ['tags', 'ascending', 'h3 h5 h4 h2 h1'],
    ['grade', 'ascending', 'h3 h1 h4 h2 h5'],
    ['note', 'descending', 'h5 h4 h2 h1 h3'],
  ])('by %s %s', (key, direction, order) => {
    expect(idsOf(sortPassages(passages, key, direction))).toBe(order);
  });
});

describe('groupPassages', () => {
  it('shows a passage under each of its own tags, in the order of the tree, and the untagged last', () => {
    const groups = groupPassages(passages, 'tag', tags);

    expect(groups.map((group) => `${group.tag?.name}: ${idsOf(group.passages)}`)).toEqual([
      'attack: h4 h2 h3',
      'ambush: h4 h5',
      'déplacement: h2',
      'undefined: h1',
    ]);
  });

  it('keeps passages of an article together', () => {
    const groups = groupPassages(sortPassages(passages, 'quote', 'ascending'), 'article', tags);

    expect(groups.map((group) => `${group.article?.id}: ${idsOf(group.passages)}`)).toEqual([
      'undefined: h4',
      'year: h3',
      'kidal: h1 h5',
      'faits: h2',
    ]);
  });
});

describe('countByArticle', () => {
  const matrix = countByArticle(tags, highlights);

  it('counts a passage once for a tag and those above it', () => {
    const table = matrix.rows.map(({ tag: row }) =>
      matrix.columns.map((column) => `${row.id}/${column} ${matrix.count(row.id, column)}`),
    );

    expect(new Set(table.flat().filter((cell) => !cell.endsWith(' 0')))).toEqual(
      new Set([
        'attack/kidal 1',
        'attack/faits 1',
        'attack/year 1',
        'attack/lost 1',
        'ambush/kidal 1',
        'ambush/lost 1',
        'déplacement/faits 1',
      ]),
    );
  });

  it('agrees with filtering', () => {
    for (const { tag: row } of matrix.rows)
      for (const column of matrix.columns)
        expect(matrix.count(row.id, column)).toBe(
          filterPassages(passages, { ...all, tagId: row.id, articleId: column }, tags).length,
        );
  });

  it('is empty without a passage', () => {
    expect(countByArticle(tags, [])).toMatchObject({ rows: [], columns: [], most: 0 });
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
