import { bench, describe } from 'vitest';
import { countCoOccurrences } from '#core/analysis/co-occurrence.ts';
import { everyPassage, filterPassages } from '#core/analysis/filter-passages.ts';
import { groupPassages } from '#core/analysis/group-passages.ts';
import { listPassages } from '#core/analysis/passages.ts';
import { sortPassages } from '#core/analysis/sort-passages.ts';
import { countTagMatrix } from '#core/analysis/tag-matrix.ts';
import { makeManyRecords } from './many-records.ts';

const { articles, highlights, tags } = makeManyRecords({ articles: 5_000, highlights: 100_000, tags: 500 });
const passages = listPassages(highlights, articles, tags);
const shelf = { passages, analystName: () => '' };
const codebook = { tags, groups: [] };
const paragraphStarts = () => Array.from({ length: 100 }, (_, index) => index * 200);

describe('100,000 highlights over 5,000 articles, 500 tags', () => {
  bench('join them with their articles and tags', () => {
    listPassages(highlights, articles, tags);
  });
  bench('filter by words', () => {
    filterPassages(passages, { ...everyPassage, text: 'tessit convoy' }, codebook);
  });
  bench('filter by tag, grade and date', () => {
    const filter = {
      ...everyPassage,
      tagId: tags[3]?.id ?? null,
      reliability: 'B',
      from: '2022-01-01',
    } as const;
    filterPassages(passages, filter, codebook);
  });
  for (const key of ['quote', 'tags', 'article', 'date', 'note'] as const)
    bench(`sort by ${key}`, () => {
      sortPassages(passages, { key, direction: 'descending' }, shelf);
    });
  bench('group by tag', () => {
    groupPassages(passages, 'tag', tags);
  });
  for (const by of ['article', 'month'] as const)
    for (const unit of ['highlights', 'words'] as const)
      bench(`count ${unit} by tag and ${by}`, () => {
        countTagMatrix(passages, tags, { by, scope: 'whole', unit });
      });
  for (const sharing of ['highlight', 'overlap', 'paragraph', 'article'] as const)
    bench(`tags that come together in one ${sharing}`, () => {
      countCoOccurrences(passages, tags, { sharing, scope: 'own', paragraphStarts });
    });
});
