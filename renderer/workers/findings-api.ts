import type { Actor } from '#core/actors/actor.ts';
import { joinActors } from '#core/actors/join-actors.ts';
import { parseActors } from '#core/actors/parse-actors.ts';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { type ActorShelf, createActorShelf } from '#core/mentions/actor-shelf.ts';
import { createItemFinder, itemFinderVersion } from '#core/mentions/find-items.ts';
import { type ActorGroup, type ActorSpot, findActorSpots, groupActors } from '#core/mentions/group-actors.ts';
import { listActorEntries } from '#storage/actors.ts';
import { readTextGroups } from '#storage/articles.ts';
import { Database } from '#storage/database.ts';
import { listAllFindings } from '#storage/findings.ts';
import {
  deleteFoundItems,
  dropFoundItems,
  type FoundInArticle,
  readFoundActors,
  readFoundVersions,
  writeFoundItems,
} from '#storage/found-items.ts';
import { readMany } from '#storage/read-many.ts';
import { readTexts } from '#storage/texts.ts';
import { hashText } from './hash-text.ts';
import type { MentionProgress } from './mentions-api.ts';
import type { Job } from './rpc.ts';

/** Articles looked through between two reports, and written together. */
const batch = 40;

type Known = { readonly find: ReturnType<typeof createItemFinder>; readonly version: string };

let program: Promise<readonly Actor[]> | null = null;
let known: (Known & { readonly stamp: string }) | null = null;
let db: Database | null = null;
/** Who is suggested in all articles: `null` until somebody asks, as it takes a while to be filled from the cache. */
let shelf: ActorShelf | null = null;
let filling: Promise<ActorShelf> | null = null;

/** What the worker answers that finds actors, people, dates and figures. `name` is that of the working copy. */
export const findingsApi = {
  /** Look through one article now, unless it has been by the rules and the registry as they are. */
  async find({ name, id }: { name: string; id: ArticleId }): Promise<void> {
    const from = open(name);
    await lookThrough(from, [id], await current(from));
  },

  /** Look through all articles, the newest first. */
  async findAll({ name }: { name: string }, job: Job<MentionProgress>): Promise<void> {
    const from = open(name);
    const ids = (await from.articles.orderBy('importedAt').reverse().primaryKeys()) as ArticleId[];
    const there = new Set(ids);
    await dropFoundItems(from, there);
    for (const id of shelf?.articleIds() ?? []) if (!there.has(id)) shelf?.delete(id);
    await lookThroughAll(from, ids, job);
  },

  /** Look through these articles. */
  async findIn(
    { name, ids }: { name: string; ids: readonly ArticleId[] },
    job: Job<MentionProgress>,
  ): Promise<void> {
    await lookThroughAll(open(name), ids, job);
  },

  /** Who is suggested and not decided in all articles, by actor, the most passages first. */
  async groups({ name }: { name: string }): Promise<readonly ActorGroup[]> {
    const from = open(name);
    const full = await filled(from);
    const [decided, texts] = await Promise.all([listAllFindings(from), readTextGroups(from)]);
    return groupActors(full, { decided, texts });
  },

  /** The undecided passages of one of the groups. */
  async spots({ name, key }: { name: string; key: string }): Promise<readonly ActorSpot[]> {
    const from = open(name);
    return findActorSpots(await filled(from), await listAllFindings(from), key);
  },
};

/** Everybody suggested, those who were found before the worker was started included. */
function filled(from: Database): Promise<ActorShelf> {
  filling ??= fill(from);
  // Whoever asks next tries again.
  filling.catch(() => {
    filling = null;
  });
  return filling;
}

async function fill(from: Database): Promise<ActorShelf> {
  // What is found from now on is put there as it comes.
  const started = createActorShelf();
  shelf = started;
  for await (const page of readFoundActors(from)) {
    const articles = await readMany(
      from.articles,
      page.map(({ articleId }) => articleId),
    );
    // What is cached may be of articles that were taken away while nobody looked.
    for (const [at, { articleId, items }] of page.entries())
      if (articles[at] !== undefined && !started.has(articleId)) started.put(articleId, items);
    // Whatever else is asked of the worker gets its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return started;
}

function open(name: string): Database {
  if (db?.name === name) return db;
  known = null;
  shelf = null;
  filling = null;
  db = new Database(name);
  return db;
}

/** The finder over the registry with what the analyst says of actors by now. */
async function current(from: Database): Promise<Known> {
  program ??= readProgram();
  const entries = await listActorEntries(from);
  const stamp = JSON.stringify(entries);
  if (known?.stamp === stamp) return known;
  const actors = joinActors(await program, entries);
  known = {
    stamp,
    find: createItemFinder(actors),
    version: `${itemFinderVersion}-${hashText(stamp).toString(16)}`,
  };
  return known;
}

async function readProgram(): Promise<readonly Actor[]> {
  const answer = await fetch('/resources/actors.json');
  if (!answer.ok) throw new Error(`actors.json is missing: ${answer.status}`);
  return parseActors(JSON.parse(await answer.text()));
}

async function lookThroughAll(
  from: Database,
  ids: readonly ArticleId[],
  job: Job<MentionProgress>,
): Promise<void> {
  for (let at = 0; at < ids.length && !job.signal.aborted; at += batch) {
    await lookThrough(from, ids.slice(at, at + batch), await current(from));
    job.report({ done: Math.min(ids.length, at + batch), total: ids.length });
    // The article that is opened meanwhile gets its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function lookThrough(
  from: Database,
  ids: readonly ArticleId[],
  { find, version }: Known,
): Promise<void> {
  const articles = await readMany(from.articles, ids);
  const gone = ids.filter((_, at) => articles[at] === undefined);
  for (const id of gone) shelf?.delete(id);
  await deleteFoundItems(from, gone);
  const versions = await readFoundVersions(from, ids);
  const fresh = articles.flatMap((article, at) => {
    const wanted = article === undefined ? null : versionOf(article, version);
    return article === undefined || wanted === null || versions[at] === wanted
      ? []
      : [{ article, version: wanted }];
  });
  if (fresh.length === 0) return;
  const texts = await readTexts(
    from,
    fresh.map(({ article }) => ({ sha256: article.textSha256, length: article.textLength })),
  );
  const found = fresh.flatMap(({ article, version: wanted }, at): FoundInArticle[] => {
    const text = texts[at] ?? null;
    if (text === null) return [];
    const { id: articleId, noise, publishedAt } = article;
    const published = publishedAt === null || publishedAt.basis === 'derived' ? null : publishedAt.value;
    return [{ articleId, version: wanted, items: find({ text, noise, published }) }];
  });
  if (found.length > 0) await writeFoundItems(from, found);
  for (const { articleId, items } of found) shelf?.put(articleId, items);
}

/** Whatever of an article and of the finders what is found depends on. */
function versionOf({ textSha256, noise, publishedAt }: Article, version: string): string {
  return `${version}-${textSha256.slice(0, 16)}-${hashText(JSON.stringify([noise, publishedAt])).toString(16)}`;
}
