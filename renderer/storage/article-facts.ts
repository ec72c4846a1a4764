import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { AnalystId, ArticleId } from '#core/ids.ts';
import type { Reading } from '#core/reader/reading.ts';
import {
  type ArticleFact,
  factOf,
  listMemoedThings,
  type MemoedThings,
} from '#core/search/results/article-fact.ts';
import type { CachedSuggestions, Database } from './database.ts';
import { readMany } from './read-many.ts';
import { readSuggestedPlaces } from './suggested-places.ts';
import { inBrief } from './suggestions.ts';

/** The facts of one article. */
export type FoundFact = { readonly articleId: ArticleId; readonly fact: ArticleFact };

type Reader = { readonly db: Database; readonly analystId: AnalystId; readonly memoed: MemoedThings };

/** So many are read at a time that a search in between need not wait for long. */
const pageSize = 200;

/**
 * Read the facts of every article, as the analyst sees them, a page at a time: records of an article lie together, so
 * each page is one range of every table.
 */
export async function* readAllFacts(db: Database, analystId: AnalystId): AsyncGenerator<FoundFact[]> {
  const reader = { db, analystId, memoed: listMemoedThings(await db.memos.toArray()) };
  let after = '';
  for (;;) {
    const ids = (await db.articles.where('id').above(after).limit(pageSize).primaryKeys()) as ArticleId[];
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return;
    yield await readRange(reader, first, last);
    if (ids.length < pageSize) return;
    after = last;
  }
}

/** The facts of these articles; those that are gone are left out. */
export async function readFacts(
  db: Database,
  analystId: AnalystId,
  ids: readonly ArticleId[],
): Promise<FoundFact[]> {
  const reader = { db, analystId, memoed: listMemoedThings(await db.memos.toArray()) };
  const found: FoundFact[] = [];
  for (let from = 0; from < ids.length; from += pageSize)
    found.push(...(await readThese(reader, ids.slice(from, from + pageSize))));
  return found;
}

async function readThese(reader: Reader, ids: readonly ArticleId[]): Promise<FoundFact[]> {
  const { db } = reader;
  const [articles, readings, highlights, mentions, first] = await db.transaction(
    'r',
    [db.articles, db.readings, db.highlights, db.mentions, db.suggestions],
    () =>
      Promise.all([
        readMany(db.articles, ids),
        db.readings.where('articleId').anyOf(ids).toArray(),
        db.highlights.where('anchor.articleId').anyOf(ids).toArray(),
        db.mentions.where('anchor.articleId').anyOf(ids).toArray(),
        readMany(
          db.suggestions,
          ids.map((id) => [id, 0] as [ArticleId, number]),
        ),
      ]),
  );
  const long = ids.filter((_, at) => (first[at]?.parts ?? 0) > 1);
  const rest = await Promise.all(
    long.map((id) =>
      db.suggestions.where('[articleId+part]').between([id, 1], [id, Number.POSITIVE_INFINITY]).toArray(),
    ),
  );
  const suggestions = [...first.filter((part) => part !== undefined), ...rest.flat()];
  const there = articles.filter((article) => article !== undefined);
  return factsOf(reader, { articles: there, readings, highlights, mentions, suggestions });
}

/** The facts of all articles from `first` to `last`, by their ids. */
async function readRange(reader: Reader, first: ArticleId, last: ArticleId): Promise<FoundFact[]> {
  const { db } = reader;
  const within = [first, last, true, true] as const;
  const [articles, readings, highlights, mentions, suggestions] = await Promise.all([
    db.articles
      .where('id')
      .between(...within)
      .toArray(),
    db.readings
      .where('articleId')
      .between(...within)
      .toArray(),
    db.highlights
      .where('anchor.articleId')
      .between(...within)
      .toArray(),
    db.mentions
      .where('anchor.articleId')
      .between(...within)
      .toArray(),
    db.suggestions.where('[articleId+part]').between([first, 0], [last, Number.POSITIVE_INFINITY]).toArray(),
  ]);
  return factsOf(reader, { articles, readings, highlights, mentions, suggestions });
}

/** Everything that is stored of some articles. */
type Stored = {
  readonly articles: readonly Article[];
  readonly readings: readonly Reading[];
  readonly highlights: readonly Highlight[];
  readonly mentions: readonly Mention[];
  readonly suggestions: readonly CachedSuggestions[];
};

async function factsOf(
  { db, analystId, memoed }: Reader,
  { articles, readings, highlights, mentions, suggestions }: Stored,
): Promise<FoundFact[]> {
  const lastReadAt = new Map<ArticleId, string>();
  for (const { articleId, analystId: by, updatedAt } of readings)
    if (by === analystId && updatedAt > (lastReadAt.get(articleId) ?? ''))
      lastReadAt.set(articleId, updatedAt);
  const highlightsOf = group(highlights, ({ anchor }) => anchor.articleId);
  const mentionsOf = group(mentions, ({ anchor }) => anchor.articleId);
  const partsOf = group(suggestions, ({ articleId }) => articleId);
  const briefOf = new Map(Array.from(partsOf, ([id, parts]) => [id, inBrief(parts)]));
  const places = await readSuggestedPlaces(
    db,
    [...briefOf.values()].flatMap((found) => found.map(({ placeId }) => placeId)),
  );
  return articles.map((article) => {
    const { id } = article;
    const suggested = (briefOf.get(id) ?? []).flatMap(({ start, end, strength, placeId }) => {
      const place = places.get(placeId);
      return place === undefined ? [] : { start, end, strength, place };
    });
    const fact = factOf({
      article,
      lastReadAt: lastReadAt.get(id),
      highlights: highlightsOf.get(id) ?? [],
      mentions: mentionsOf.get(id) ?? [],
      suggested,
      memoed,
    });
    return { articleId: id, fact };
  });
}

function group<Item>(
  items: readonly Item[],
  articleOf: (item: Item) => ArticleId,
): ReadonlyMap<ArticleId, readonly Item[]> {
  const groups = new Map<ArticleId, Item[]>();
  for (const item of items) {
    const there = groups.get(articleOf(item));
    if (there === undefined) groups.set(articleOf(item), [item]);
    else there.push(item);
  }
  return groups;
}
