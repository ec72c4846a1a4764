import 'fake-indexeddb/auto';
import { beforeAll, expect, it } from 'vitest';
import type { SameText } from '#core/article.ts';
import type { AnalystId, ArticleId } from '#core/ids.ts';
import type { SavedSearch, SearchDecision, Verdict } from '#core/search/saved-search.ts';
import { askOf } from '#core/search/saved-searches.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { indexApi } from '#workers/index-api.ts';
import { serve } from '#workers/rpc.ts';
import { searchApi } from '#workers/search-api.ts';

const job = { signal: new AbortController().signal, report: () => undefined };
const texts: Readonly<Record<string, string>> = {
  ambush: 'An ambush on a convoy near Ménaka; the convoy of trucks had left Ménaka.',
  camp: 'A camp near Menaka, and a convoy that brought water.',
  market: 'The market of Gao reopened.',
};
const sameAs = (id: string): SameText => {
  return {
    group: id as ArticleId,
    basis: 'derived',
    reason: 'same-words',
    likeId: id as ArticleId,
    likeness: 1,
  };
};
const db = new Database('saved-searches-api');
const search: SavedSearch = {
  id: 'menaka' as SavedSearch['id'],
  name: 'Ménaka',
  query: 'ménaka',
  expands: false,
  withoutAliases: [],
  narrowing: [],
  createdAt: '2026-11-21T00:00:00.000Z',
  updatedAt: '2026-11-21T00:00:00.000Z',
};

beforeAll(async () => {
  for (const [id, text] of Object.entries(texts)) {
    await db.articles.add(makeArticle(id, id, text.length));
    await putText(db, id, text);
  }
  await db.savedSearches.add(search);
  const { port1, port2 } = new MessageChannel();
  serve(port1 as never, indexApi);
  const analystId = 'me' as AnalystId;
  await searchApi.open({ name: db.name, analystId, port: port2 as never }, job);
  return () => port1.close();
});

it('tells what each saved search finds, and what of it nobody has decided on', async () => {
  const inboxes = async () =>
    (await searchApi.inboxes(null, job)).map(({ total, newIds }) => [total, newIds.toSorted()]);

  expect(await inboxes()).toEqual([[2, ['ambush', 'camp']]]);
  await db.searchDecisions.add(decision('1', 'dismissed', ['ambush']));
  expect(await inboxes()).toEqual([[2, ['camp']]]);
  await db.searchDecisions.add(decision('2', 'known', ['camp', 'market']));
  expect(await inboxes()).toEqual([[2, []]]);
  await db.searchDecisions.add(decision('3', 'open', ['ambush']));
  expect(await inboxes()).toEqual([[2, ['ambush']]]);
});

it('counts a text once, and takes it for known when one of its carriers was decided on', async () => {
  const copy = { ...makeArticle('copy', 'ambush', texts.ambush?.length ?? 0), sameText: sameAs('ambush') };
  await db.articles.add(copy);
  await searchApi.note(
    { articles: [copy.id], removed: [], related: [], highlights: [], tags: false, actors: false },
    job,
  );

  const ask = askOf(search);
  expect((await searchApi.matches({ asks: [ask] }, job))[0]?.toSorted()).toEqual(['ambush', 'camp', 'copy']);
  const [inbox] = await searchApi.inboxes(null, job);
  expect([inbox?.total, inbox?.newIds.length]).toEqual([2, 1]);
  await db.searchDecisions.add(decision('4', 'dismissed', ['copy']));
  expect((await searchApi.inboxes(null, job))[0]?.newIds).toEqual([]);

  const answer = await searchApi.search({ ...ask, order: 'relevance' }, job);
  expect([answer.total, answer.articleCount]).toEqual([2, 3]);
  const row = answer.rows.find(({ carriers }) => carriers !== undefined);
  expect([row?.articleId, ...(row?.carriers ?? [])].toSorted()).toEqual(['ambush', 'copy']);
  const listed = await Promise.all(
    ['ambush', 'copy'].map((id) => searchApi.rowOf({ result: answer.result, articleId: id as ArticleId })),
  );
  expect(listed[0]).toBe(listed[1]);
  expect(answer.facets?.find(({ name }) => name === 'language')?.values).toMatchObject([
    { value: 'en', count: 2 },
  ]);
  await db.articles.delete(copy.id);
  await searchApi.note(
    { articles: [], removed: [copy.id], related: [], highlights: [], tags: false, actors: false },
    job,
  );
});

it('finds for each question what it would list', async () => {
  const asks = [search, { ...search, query: 'gao' }, { ...search, query: 'xyzzy' }].map(askOf);

  const found = await searchApi.matches({ asks }, job);

  expect(found.map((ids) => ids.toSorted())).toEqual([['ambush', 'camp'], ['market'], []]);
});

it('shows what a question finds in any article, also in one that has nothing of it', async () => {
  const articleIds = ['market', 'ambush'] as ArticleId[];

  const rows = await searchApi.hitRows({ ask: askOf(search), articleIds }, job);

  expect(rows.map(({ articleId }) => articleId)).toEqual(articleIds);
  const words = rows.map(({ articleId, positions }) =>
    positions.map(({ start, end }) => texts[articleId]?.slice(start, end)),
  );
  expect(words).toEqual([[], ['Ménaka', 'Ménaka']]);
});

it('finds what is like an article, without the article, by the words that are left', async () => {
  const ambush = 'ambush' as ArticleId;

  const answer = await searchApi.similar({ articleId: ambush, without: [] }, job);
  expect(answer?.terms.map(({ word }) => word).toSorted()).toEqual(['convoy', 'menaka']);
  expect(answer?.found.map(({ row, shared }) => [row.articleId, shared.toSorted()])).toEqual([
    ['camp', ['Ménaka', 'convoy']],
  ]);

  const less = await searchApi.similar({ articleId: ambush, without: ['convoy'] }, job);
  expect(less?.terms.map(({ word }) => word)).toEqual(['menaka']);
  expect(await searchApi.similar({ articleId: 'gone' as ArticleId, without: [] }, job)).toBeNull();
});

function decision(id: string, verdict: Verdict, articleIds: readonly string[]): SearchDecision {
  return {
    id: id as SearchDecision['id'],
    searchId: search.id,
    verdict,
    articleIds: articleIds as ArticleId[],
    decidedAt: `2026-11-21T00:00:0${id}.000Z`,
  };
}
