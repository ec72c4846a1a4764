import type { SuggestedMention } from '#core/geo/mention.ts';
import type { ArticleId } from '#core/ids.ts';
import type { CachedSuggestions, Database } from './database.ts';

/** UTF-16 units of JSON in a part: two bytes each, so that a part stays well below 64 KiB. */
const partLength = 24_000;

/** The cached suggestions of an article; `null` when there are none of `version`. */
export async function readSuggestions(
  db: Database,
  articleId: ArticleId,
  version: string,
): Promise<SuggestedMention[] | null> {
  const parts = await partsOf(db, articleId).toArray();
  const isWhole =
    parts.length > 0 && parts.every((part, index) => part.version === version && part.part === index);
  return isWhole ? parts.flatMap(({ mentions }) => mentions) : null;
}

/** What is cached of an article, whatever version found it; `null` when nothing is. */
export async function readAnySuggestions(
  db: Database,
  articleId: ArticleId,
): Promise<SuggestedMention[] | null> {
  const parts = await partsOf(db, articleId).toArray();
  return parts.length === 0 ? null : parts.flatMap(({ mentions }) => mentions);
}

/** What was found in an article, and by which version of the finder. */
export type FoundSuggestions = {
  readonly articleId: ArticleId;
  readonly version: string;
  readonly mentions: readonly SuggestedMention[];
};

/** What is cached of many articles, as `readSuggestions` reads one; `null` where nothing of that article's version is. */
export async function readManySuggestions(
  db: Database,
  wanted: readonly Pick<FoundSuggestions, 'articleId' | 'version'>[],
): Promise<(SuggestedMention[] | null)[]> {
  const partsAt = (part: number) =>
    db.suggestions.bulkGet(wanted.map(({ articleId }) => [articleId, part] as [ArticleId, number]));
  const [first, second] = await Promise.all([partsAt(0), partsAt(1)]);
  return Promise.all(
    wanted.map(({ articleId, version }, at) => {
      if (first[at]?.version !== version) return null;
      return second[at] === undefined ? [...first[at].mentions] : readSuggestions(db, articleId, version);
    }),
  );
}

/** Dexie tells which keys were written only of writes of fewer than fifty records. */
const mostAtOnce = 40;

/**
 * Put the suggestions of articles in the place of those that are cached, in one transaction. An article without any
 * keeps one empty part.
 */
export function writeSuggestions(db: Database, found: readonly FoundSuggestions[]): Promise<void> {
  const parts = found.map(({ articleId, version, mentions }) =>
    split(mentions).map((part, index): CachedSuggestions => {
      return { articleId, part: index, version, mentions: part };
    }),
  );
  const behind = found.map(({ articleId }, at) => [articleId, parts[at]?.length ?? 0] as [ArticleId, number]);
  return db.transaction('rw', db.suggestions, async () => {
    const old = await db.suggestions.bulkGet(behind);
    for (const [at, [articleId, count]] of behind.entries())
      if (old[at] !== undefined)
        await db.suggestions
          .where('[articleId+part]')
          .between([articleId, count], [articleId, Number.POSITIVE_INFINITY])
          .delete();
    const all = parts.flat();
    for (let from = 0; from < all.length; from += mostAtOnce)
      await db.suggestions.bulkPut(all.slice(from, from + mostAtOnce));
  });
}

/** Throw away what is cached of articles that are gone. */
export async function dropSuggestions(db: Database, kept: ReadonlySet<ArticleId>): Promise<void> {
  const keys = (await db.suggestions.toCollection().primaryKeys()).filter(([id]) => !kept.has(id));
  await db.suggestions.bulkDelete(keys);
}

function partsOf(db: Database, articleId: ArticleId) {
  return db.suggestions
    .where('[articleId+part]')
    .between([articleId, 0], [articleId, Number.POSITIVE_INFINITY]);
}

function split(mentions: readonly SuggestedMention[]): SuggestedMention[][] {
  const parts: SuggestedMention[][] = [[]];
  let length = 0;
  for (const mention of mentions) {
    const size = JSON.stringify(mention).length;
    if (length > 0 && length + size > partLength) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(mention);
    length += size;
  }
  return parts;
}
