import type { Article } from '#core/article.ts';
import { type Bounds, createGazetteer, type Gazetteer, type Town } from '#core/geo/create-gazetteer.ts';
import { findMentions, mentionFinderVersion } from '#core/geo/find-mentions.ts';
import {
  countSuggestions,
  findSpots,
  orderGroups,
  type SuggestionGroup,
  type SuggestionPassage,
} from '#core/geo/group-suggestions.ts';
import { briefOf, type SuggestedMention } from '#core/geo/mention.ts';
import { parseAliases } from '#core/geo/parse-aliases.ts';
import { parseCountries } from '#core/geo/parse-countries.ts';
import { parseGazetteer } from '#core/geo/parse-gazetteer.ts';
import type { Place } from '#core/geo/place.ts';
import { createSuggestionShelf } from '#core/geo/suggestion-shelf.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import { readTextGroups } from '#storage/articles.ts';
import { Database } from '#storage/database.ts';
import { listAllMentions } from '#storage/mentions.ts';
import { readMany } from '#storage/read-many.ts';
import { readSuggestedPlaces } from '#storage/suggested-places.ts';
import {
  dropSuggestions,
  type FoundSuggestions,
  readManySuggestions,
  readPassages,
  readSuggestions,
  writeSuggestions,
} from '#storage/suggestions.ts';
import { readText, readTexts } from '#storage/texts.ts';
import { hashText } from './hash-text.ts';
import { OwnPlaces } from './own-places.ts';
import type { Job } from './rpc.ts';

/** Articles looked through between two reports, and written together. */
const batch = 100;

/** How many articles have been looked through, of how many. */
export type MentionProgress = { readonly done: number; readonly total: number };

/** A working copy, and what the analyst says of places in it. */
type Opened = { readonly db: Database; readonly own: OwnPlaces };

type Known = { readonly gazetteer: Gazetteer; readonly version: string };

let base: Promise<Gazetteer> | null = null;
let known: (Known & { readonly stamp: string }) | null = null;
let opened: Opened | null = null;
/** What is suggested in all articles, so that the screens' counts need no reading. */
const shelf = createSuggestionShelf();

/** What the mentions worker answers. `name` is that of the working copy. */
export const mentionsApi = {
  /** The analyst made, changed or took away these places: what is asked from now on knows. */
  note({ name, ids }: { name: string; ids: readonly PlaceId[] }): void {
    // Of a workspace that is not open, all are read when it is.
    if (opened?.db.name === name) opened.own.note(ids);
  },

  /** The suggestions of one article; `null` when it or its text is not there. */
  async find({ name, id }: { name: string; id: ArticleId }): Promise<readonly SuggestedMention[] | null> {
    const from = open(name);
    const article = await from.db.articles.get(id);
    return article === undefined ? null : suggestionsOf(from.db, article, await current(from));
  },

  /** Look through all articles that have not been by this version, with the places the analyst has made by now. */
  async findAll({ name }: { name: string }, job: Job<MentionProgress>): Promise<void> {
    const from = open(name);
    const database = from.db;
    const ids = (await database.articles.orderBy('importedAt').reverse().primaryKeys()) as ArticleId[];
    const wanted = await current(from);
    await dropSuggestions(database, new Set(ids));
    const there = new Set(ids);
    for (const id of shelf.articleIds()) if (!there.has(id)) shelf.delete(id);
    await lookThroughAll(database, ids, wanted, job);
  },

  /** Look through these articles; what is remembered of those that are gone is dropped. */
  async findIn(
    { name, ids }: { name: string; ids: readonly ArticleId[] },
    job: Job<MentionProgress>,
  ): Promise<void> {
    const from = open(name);
    await lookThroughAll(from.db, ids, await current(from), job);
  },

  /** Undecided suggestions of all articles by place, the surest and most frequent first. */
  async groups({ name }: { name: string }): Promise<readonly SuggestionGroup[]> {
    const { db: from } = open(name);
    const [decided, groups] = await Promise.all([listAllMentions(from), readTextGroups(from)]);
    const counted = countSuggestions(shelf, { decided, groups });
    const places = await readSuggestedPlaces(
      from,
      counted.map(({ placeId }) => placeId),
    );
    return orderGroups(counted, places);
  },

  /** The undecided passages of one of the groups. */
  async passages({
    name,
    placeId,
    limit,
  }: {
    name: string;
    placeId: PlaceId;
    limit: number;
  }): Promise<readonly SuggestionPassage[]> {
    const { db: from } = open(name);
    const spots = findSpots(shelf, await listAllMentions(from), placeId);
    return readPassages(from, spots.slice(0, limit));
  },

  /** Places whose names are, begin with, hold or nearly are `text`. */
  async search({ name, text, limit }: { name: string; text: string; limit: number }): Promise<Place[]> {
    return (await current(open(name))).gazetteer.search(text, limit);
  },

  /** The most important towns in a box, for the map's labels. */
  async towns({ bounds, limit }: { bounds: Bounds; limit: number }): Promise<Town[]> {
    base ??= load();
    const gazetteer = await base;
    // Where the analyst has them, once their places are read.
    return (known?.gazetteer ?? gazetteer).townsIn(bounds, limit);
  },
};

function open(name: string): Opened {
  if (opened?.db.name === name) return opened;
  shelf.clear();
  known = null;
  const db = new Database(name);
  opened = { db, own: new OwnPlaces(db) };
  return opened;
}

/** The gazetteer with the analyst's places as they are now. */
async function current({ own }: Opened): Promise<Known> {
  base ??= load();
  const gazetteer = await base;
  const { places, stamp } = await own.current();
  if (known?.stamp === stamp) return known;
  known = { stamp, gazetteer: gazetteer.withPlaces(places), version: `${mentionFinderVersion}-${stamp}` };
  return known;
}

async function load(): Promise<Gazetteer> {
  const [table, aliases, countries] = await Promise.all([
    read('/resources/geo/gazetteer.tsv'),
    read('/resources/geo/aliases_seed.csv'),
    read('/resources/geo/countries.tsv'),
  ]);
  return createGazetteer({
    table: parseGazetteer(table),
    aliases: parseAliases(aliases),
    countries: parseCountries(countries),
  });
}

async function read(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} is missing: ${answer.status}`);
  return answer.text();
}

/** From the cache, or from the text; `null` when that is not there. */
async function suggestionsOf(
  from: Database,
  article: Article,
  known: Known,
): Promise<readonly SuggestedMention[] | null> {
  const { id: articleId, textSha256, textLength, noise } = article;
  const version = versionOf(article, known);
  const cached = await readSuggestions(from, articleId, version);
  if (cached !== null) {
    shelf.put(articleId, version, cached.flatMap(briefOf));
    return cached;
  }
  const text = await readText(from, textSha256, textLength);
  if (text === null) return null;
  const mentions = findMentions(text, noise, known.gazetteer);
  await writeAndShelve(from, [{ articleId, version, mentions }]);
  return mentions;
}

async function writeAndShelve(from: Database, found: readonly FoundSuggestions[]): Promise<void> {
  await writeSuggestions(from, found);
  for (const { articleId, version, mentions } of found)
    shelf.put(articleId, version, mentions.flatMap(briefOf));
}

async function lookThroughAll(
  from: Database,
  ids: readonly ArticleId[],
  known: Known,
  job: Job<MentionProgress>,
): Promise<void> {
  for (let at = 0; at < ids.length && !job.signal.aborted; at += batch) {
    await lookThrough(from, ids.slice(at, at + batch), known);
    job.report({ done: Math.min(ids.length, at + batch), total: ids.length });
  }
}

/** Look through some articles; what is new goes into the cache at once, as each write waits for the disk. */
async function lookThrough(from: Database, ids: readonly ArticleId[], known: Known): Promise<void> {
  const articles = await readMany(from.articles, ids);
  for (const [at, id] of ids.entries()) if (articles[at] === undefined) shelf.delete(id);
  const unknown = articles.flatMap((article) => {
    if (article === undefined) return [];
    const version = versionOf(article, known);
    return shelf.versionOf(article.id) === version ? [] : [{ article, articleId: article.id, version }];
  });
  const cached = await readManySuggestions(from, unknown);
  for (const [at, { articleId, version }] of unknown.entries()) {
    const brief = cached[at];
    if (brief) shelf.put(articleId, version, brief);
  }
  const fresh = unknown.filter((_, at) => !cached[at]);
  const texts = await readTexts(
    from,
    fresh.map(({ article }) => ({ sha256: article.textSha256, length: article.textLength })),
  );
  const found = fresh.flatMap(({ article, articleId, version }, at): FoundSuggestions[] => {
    const text = texts[at] ?? null;
    if (text === null) return [];
    return [{ articleId, version, mentions: findMentions(text, article.noise, known.gazetteer) }];
  });
  if (found.length > 0) await writeAndShelve(from, found);
}

/** Whatever of an article and of the finder what is found depends on. */
function versionOf({ textSha256, noise }: Article, { version }: Known): string {
  return `${version}-${textSha256.slice(0, 16)}-${hashText(JSON.stringify(noise)).toString(16)}`;
}
