import type { SuggestedMention } from '#core/geo/mention.ts';
import type { AnalystId, ArticleId } from '#core/ids.ts';
import {
  type ArticleFact,
  factOf,
  listMemoedThings,
  type MemoedThings,
} from '#core/search/results/article-fact.ts';
import type { Database } from './database.ts';

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
  for (const id of ids) found.push(...(await readRange(reader, id, id)));
  return found;
}

/** The facts of all articles from `first` to `last`, by their ids. */
async function readRange(
  { db, analystId, memoed }: Reader,
  first: ArticleId,
  last: ArticleId,
): Promise<FoundFact[]> {
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
  const lastReadAt = new Map<ArticleId, string>();
  for (const { articleId, analystId: by, updatedAt } of readings)
    if (by === analystId && updatedAt > (lastReadAt.get(articleId) ?? ''))
      lastReadAt.set(articleId, updatedAt);
  const highlightsOf = group(highlights, ({ anchor }) => anchor.articleId);
  const mentionsOf = group(mentions, ({ anchor }) => anchor.articleId);
  const suggestionsOf = group(suggestions, ({ articleId }) => articleId);
  return articles.map((article) => {
    const { id } = article;
    const suggested: SuggestedMention[] = (suggestionsOf.get(id) ?? []).flatMap((part) => part.mentions);
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
