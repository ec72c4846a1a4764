import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { AnalystId } from '#core/ids.ts';
import type { SearchAsk } from '#core/search/results/search-answer.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { indexApi } from '#workers/index-api.ts';
import type { IndexProgress } from '#workers/live-index.ts';
import { serve } from '#workers/rpc.ts';
import { searchApi } from '#workers/search-api.ts';

const ask: SearchAsk = {
  query: '',
  isTyping: false,
  expands: false,
  withoutAliases: [],
  order: 'relevance',
  narrowing: [],
};
const noNews = { articles: [], removed: [], related: [], highlights: [], tags: false, actors: false };
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

  const { port1, port2 } = new MessageChannel();
  serve(port1 as never, indexApi);
  const opening = { name: db.name, analystId: 'me' as AnalystId, port: port2 as never };
  expect(await searchApi.open(opening, job)).toEqual({ lacking: ['lacking'], troubles: [] });
  expect(progress).toEqual([
    { done: 0, total: 0 },
    { done: 0, total: 2 },
    // All is in; the actors are looked for.
    { done: 0, total: 0 },
  ]);

  const found = await searchApi.search({ ...ask, query: 'gao' }, job);
  expect(found.total).toBe(2);
  expect(new Set(found.rows.map(({ articleId }) => articleId))).toEqual(new Set(['lacking', 'whole']));
  const inText = (await searchApi.search({ ...ask, query: 'armed' }, job)).rows[0];
  expect(inText?.positions).toHaveLength(2_000);
  expect(inText?.lines[0]?.parts.find(({ isHit }) => isHit)?.text).toBe('Armed');

  await searchApi.note({ ...noNews, removed: [whole.id] }, job);
  expect((await searchApi.search({ ...ask, query: 'armed' }, job)).total).toBe(0);
  port1.close();
});
