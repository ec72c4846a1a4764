import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Mention, SuggestedMention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type {
  AnalystId,
  ArticleId,
  HighlightId,
  MemoId,
  MentionId,
  PlaceId,
  ReadingId,
  TagId,
} from '#core/ids.ts';
import { type FoundFact, readAllFacts, readFacts } from '#storage/article-facts.ts';
import { Database } from '#storage/database.ts';
import { writeSuggestions } from '#storage/suggestions.ts';
import { makeArticle } from './make-records.ts';

const me = 'me' as AnalystId;
const at = '2026-01-02T00:00:00.000Z';

const place = (name: string): Place => ({
  id: `g:${name}` as PlaceId,
  name,
  aliases: [],
  country: 'ML',
  type: 'P',
  lat: 1,
  lon: 1,
  precision: 'exact',
  source: '',
  note: '',
});
const anchor = (articleId: string, start: number) => {
  return {
    articleId: articleId as ArticleId,
    textSha256: 'x',
    start,
    end: start + 3,
    exact: '',
    prefix: '',
    suffix: '',
  };
};
const highlight = (id: string, articleId: string, note: string, tagIds: readonly string[]): Highlight => ({
  id: id as HighlightId,
  anchor: anchor(articleId, 0),
  tagIds: tagIds as readonly TagId[],
  note,
  grade: { reliability: 'F', credibility: 6 },
  createdAt: at,
  updatedAt: at,
});
const mention = (id: string, start: number, name: string, status: Mention['status']): Mention => ({
  id: id as MentionId,
  anchor: anchor('b', start),
  status,
  origin: 'suggested',
  place: place(name),
  reasons: [],
  createdAt: at,
});
const suggestion = (start: number, name: string, strength = 0.9): SuggestedMention => ({
  start,
  end: start + 3,
  exact: name,
  candidates: [place(name), place('Elsewhere')],
  reasons: [],
  strength,
});

async function fill(name: string): Promise<Database> {
  const db = new Database(name);
  const ids = ['a', 'b', 'c', ...Array.from({ length: 450 }, (_, index) => `m${index}`)];
  await db.articles.bulkPut(ids.map((id) => makeArticle(id, id, 1)));
  await db.highlights.bulkPut([
    highlight('h1', 'a', ' ', ['t', 'u']),
    highlight('h2', 'a', '', ['t']),
    highlight('h3', 'b', 'noted', []),
  ]);
  const memo = { title: '', text: '', links: [], createdAt: at, updatedAt: at };
  await db.memos.bulkPut([
    { ...memo, id: '1' as MemoId, subject: { kind: 'article', id: 'c' as ArticleId } },
    { ...memo, id: '2' as MemoId, subject: { kind: 'highlight', id: 'h2' as HighlightId } },
  ]);
  const reading = { textSha256: 'x', spans: [], openedAt: at, updatedAt: at };
  await db.readings.bulkPut([
    { ...reading, id: '1' as ReadingId, articleId: 'a' as ArticleId, analystId: me },
    { ...reading, id: '2' as ReadingId, articleId: 'b' as ArticleId, analystId: 'other' as AnalystId },
  ]);
  await db.mentions.bulkPut([mention('1', 0, 'Gao', 'accepted'), mention('2', 10, 'Mopti', 'rejected')]);
  await writeSuggestions(db, [
    {
      articleId: 'b' as ArticleId,
      version: '1',
      mentions: [
        // Decided on, decided on elsewhere as well, too weak, and left to the program.
        suggestion(10, 'Mopti'),
        suggestion(20, 'Gao'),
        suggestion(30, 'Sel', 0.3),
        suggestion(40, 'Kidal'),
      ],
    },
  ]);
  return db;
}

describe('the facts of articles', () => {
  it('are read of all articles, each once, however many there are', async () => {
    const db = await fill('facts-all');

    const found: FoundFact[] = [];
    for await (const page of readAllFacts(db, me)) found.push(...page);

    expect(found.map(({ articleId }) => articleId).sort()).toEqual(
      (await db.articles.toCollection().primaryKeys()).sort(),
    );
  });

  it('tell what was marked, noted, read and placed', async () => {
    const db = await fill('facts-some');

    const found = await readFacts(db, me, ['a', 'b', 'c', 'gone'] as ArticleId[]);

    expect(found.map(({ articleId }) => articleId)).toEqual(['a', 'b', 'c']);
    const [a, b, c] = found.map(({ fact }) => fact);
    expect(a).toMatchObject({ status: 'reading', hasHighlight: true, hasNote: true, tagIds: ['t', 'u'] });
    expect(b).toMatchObject({ status: 'unread', hasHighlight: true, hasNote: true, tagIds: [] });
    expect(c).toMatchObject({ status: 'unread', hasHighlight: false, hasNote: true, places: [] });
    expect(b?.places.map(({ place: { name }, isSuggested }) => [name, isSuggested])).toEqual([
      ['Gao', false],
      ['Kidal', true],
    ]);
  });

  it('are the same read one by one as read all together', async () => {
    const db = await fill('facts-same');

    const all = new Map<ArticleId, FoundFact>();
    for await (const page of readAllFacts(db, me)) for (const each of page) all.set(each.articleId, each);

    for (const each of await readFacts(db, me, ['a', 'b', 'c', 'm7'] as ArticleId[]))
      expect(all.get(each.articleId)).toEqual(each);
  });
});
