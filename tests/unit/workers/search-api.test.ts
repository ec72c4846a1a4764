import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { SearchAsk } from '#core/search/search-answer.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { type IndexProgress, searchApi } from '#workers/search-api.ts';

const ask: SearchAsk = {
  query: '',
  isTyping: false,
  expands: false,
  withoutAliases: [],
  order: 'relevance',
  narrowing: [],
};
const text = 'Armed men came to Gao. '.repeat(2_000);

it('indexes what the working copy has, tells what it lacks, and forgets what is removed', async () => {
  const db = new Database('search-api');
  const whole = makeArticle('whole', 'aa', text.length);
  const lacking: Article = {
    ...makeArticle('lacking', 'bb', 10),
    title: { ...whole.title, value: 'Gao falls' },
  };
  await db.articles.bulkAdd([whole, lacking]);
  await putText(db, 'aa', text);
  const progress: IndexProgress[] = [];
  const job = { signal: new AbortController().signal, report: (one: IndexProgress) => progress.push(one) };

  expect(await searchApi.open({ name: db.name }, job)).toEqual({ lacking: ['lacking'] });
  expect(progress[0]).toEqual({ done: 0, total: 2 });

  const found = await searchApi.search({ ...ask, query: 'gao' }, job);
  expect(found.total).toBe(2);
  expect(found.rows.map(({ articleId }) => articleId)).toEqual(['lacking', 'whole']);
  const inText = (await searchApi.search({ ...ask, query: 'armed' }, job)).rows[0];
  expect(inText?.positions).toHaveLength(2_000);
  expect(inText?.lines[0]?.parts.find(({ isHit }) => isHit)?.text).toBe('Armed');

  await searchApi.note({ articles: [], removed: [whole.id], related: [] }, job);
  expect((await searchApi.search({ ...ask, query: 'armed' }, job)).total).toBe(0);
});
