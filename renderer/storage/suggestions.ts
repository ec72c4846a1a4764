import type { SuggestionPassage, SuggestionSpot } from '#core/geo/group-suggestions.ts';
import type { BriefSuggestion, SuggestedMention } from '#core/geo/mention.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { CachedMention, CachedSuggestions, Database } from './database.ts';
import { readMany } from './read-many.ts';
import { notePlacesKept, type PlacesById, readSuggestedPlaces, unkeptPlaces } from './suggested-places.ts';

/** UTF-16 units of JSON in a part: two bytes each, so that a part stays well below 64 KiB. */
const partLength = 24_000;

/** The cached suggestions of an article; `null` when there are none of `version`. */
export async function readSuggestions(
  db: Database,
  articleId: ArticleId,
  version: string,
): Promise<SuggestedMention[] | null> {
  const parts = await partsOf(db, articleId).toArray();
  return isWhole(parts, version) ? withPlaces(db, parts) : null;
}

/** What is cached of an article, whatever version found it; `null` when nothing is. */
export async function readAnySuggestions(
  db: Database,
  articleId: ArticleId,
): Promise<SuggestedMention[] | null> {
  const parts = await partsOf(db, articleId).toArray();
  return parts.length === 0 ? null : withPlaces(db, parts);
}

/** What was found in an article, and by which version of the finder. */
export type FoundSuggestions = {
  readonly articleId: ArticleId;
  readonly version: string;
  readonly mentions: readonly SuggestedMention[];
};

/** What is cached of many articles, in brief; `null` where nothing of that article's version is. */
export async function readManySuggestions(
  db: Database,
  wanted: readonly Pick<FoundSuggestions, 'articleId' | 'version'>[],
): Promise<(BriefSuggestion[] | null)[]> {
  const first = await readMany(
    db.suggestions,
    wanted.map(({ articleId }) => [articleId, 0] as [ArticleId, number]),
  );
  return Promise.all(
    wanted.map(async ({ articleId, version }, at) => {
      const part = first[at];
      if (part?.version !== version) return null;
      const parts = part.parts === 1 ? [part] : await partsOf(db, articleId).toArray();
      return isWhole(parts, version) ? inBrief(parts) : null;
    }),
  );
}

/** What parts hold, in brief. */
export function inBrief(parts: readonly CachedSuggestions[]): BriefSuggestion[] {
  return parts.flatMap(({ mentions }) =>
    mentions.flatMap(([start, end, , placeIds, , strength]) => {
      const [placeId] = splitLines(placeIds);
      return placeId === undefined ? [] : { start, end, strength, placeId: placeId as PlaceId };
    }),
  );
}

/** Passages read at once. */
const pageSize = 200;

/** The suggestions that stand at these places, whole; what is no longer there is left out. */
export async function readPassages(
  db: Database,
  spots: readonly SuggestionSpot[],
): Promise<SuggestionPassage[]> {
  const passages: SuggestionPassage[] = [];
  for (let from = 0; from < spots.length; from += pageSize) {
    const page = spots.slice(from, from + pageSize);
    const ids = [...new Set(page.map(({ articleId }) => articleId))];
    const read = await Promise.all(ids.map((id) => readAnySuggestions(db, id)));
    const found = new Map(ids.map((id, at) => [id, read[at] ?? []]));
    for (const { articleId, suggestion: wanted } of page) {
      const suggestion = found
        .get(articleId)
        ?.find(({ start, end }) => start === wanted.start && end === wanted.end);
      if (suggestion !== undefined) passages.push({ articleId, suggestion });
    }
  }
  return passages;
}

/** Dexie tells which keys were written only of writes of fewer than fifty records. */
const mostAtOnce = 40;

/**
 * Put the suggestions of articles in the place of those that are cached, in one transaction. An article without any
 * keeps one empty part.
 */
export async function writeSuggestions(db: Database, found: readonly FoundSuggestions[]): Promise<void> {
  const parts = found.map(toParts);
  const behind = found.map(({ articleId }, at) => [articleId, parts[at]?.length ?? 0] as [ArticleId, number]);
  const places = unkeptPlaces(
    db,
    found.flatMap(({ mentions }) => mentions.flatMap(({ candidates }) => candidates)),
  );
  await db.transaction('rw', db.suggestions, db.suggestedPlaces, async () => {
    if (places.length > 0) await db.suggestedPlaces.bulkPut(places);
    const old = await readMany(db.suggestions, behind);
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
  notePlacesKept(db, places);
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

function isWhole(parts: readonly CachedSuggestions[], version: string): boolean {
  return (
    parts.length > 0 &&
    parts.length === parts[0]?.parts &&
    parts.every((part, index) => part.version === version && part.part === index)
  );
}

async function withPlaces(db: Database, parts: readonly CachedSuggestions[]): Promise<SuggestedMention[]> {
  const cached = parts.flatMap(({ mentions }) => mentions);
  const ids = cached.flatMap(([, , , placeIds]) => splitLines(placeIds) as PlaceId[]);
  const places = await readSuggestedPlaces(db, ids);
  return cached.map((mention) => toMention(mention, places));
}

function toMention([start, end, exact, placeIds, reasons, strength]: CachedMention, places: PlacesById) {
  const candidates = splitLines(placeIds).flatMap((id) => places.get(id as PlaceId) ?? []);
  return { start, end, exact, candidates, reasons: splitLines(reasons), strength };
}

function toCached({ start, end, exact, candidates, reasons, strength }: SuggestedMention): CachedMention {
  const placeIds = candidates.map(({ id }) => id).join('\n');
  return [start, end, exact, placeIds, reasons.join('\n'), strength];
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function toParts({ articleId, version, mentions }: FoundSuggestions): CachedSuggestions[] {
  const split: CachedMention[][] = [[]];
  let length = 0;
  for (const mention of mentions) {
    const cached = toCached(mention);
    const size = cached[2].length + cached[3].length + cached[4].length + 64;
    if (length > 0 && length + size > partLength) {
      split.push([]);
      length = 0;
    }
    split.at(-1)?.push(cached);
    length += size;
  }
  return split.map((part, index) => ({
    articleId,
    part: index,
    parts: split.length,
    version,
    mentions: part,
  }));
}
