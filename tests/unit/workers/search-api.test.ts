import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { type IndexProgress, searchApi } from '#workers/search-api.ts';

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
  const ids = [whole.id, lacking.id, makeArticle('gone', 'cc', 1).id];

  expect(await searchApi.add({ name: db.name, ids }, job)).toEqual(['lacking']);
  expect(progress[0]).toEqual({ done: 0, total: 3 });

  const found = searchApi.search({ query: 'gao', limit: 1 });
  expect(found.total).toBe(2);
  expect(found.hits.map(({ articleId }) => articleId)).toEqual(['lacking']);
  const inText = searchApi.search({ query: 'armed', limit: 9 }).hits[0];
  expect(inText?.positions).toHaveLength(2_000);
  expect(inText?.lines.map(({ parts }) => parts.find(({ isHit }) => isHit)?.text)).toEqual(['Armed']);

  searchApi.remove({ ids: [whole.id] });
  expect(searchApi.search({ query: 'armed', limit: 9 }).total).toBe(0);
});
