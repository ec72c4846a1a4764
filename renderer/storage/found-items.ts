import type { ActorId, ArticleId } from '#core/ids.ts';
import type { FoundItem } from '#core/mentions/found-item.ts';
import type { Dating } from '#core/time/dating.ts';
import type { CachedFound, Database } from './database.ts';
import { readMany } from './read-many.ts';

/** UTF-16 units of JSON in a part: two bytes each, so that a part stays well below 64 KiB. */
const partLength = 24_000;

/** What was found in an article, and by which version of the finders. */
export type FoundInArticle = {
  readonly articleId: ArticleId;
  readonly version: string;
  readonly items: readonly FoundItem[];
};

/** What is cached of an article, whatever version found it; `null` when nothing is. */
export async function readFoundItems(
  db: Database,
  articleId: ArticleId,
): Promise<{ readonly version: string; readonly items: FoundItem[] } | null> {
  const parts = await partsOf(db, articleId).toArray();
  const [first] = parts;
  if (first === undefined || parts.length !== first.parts) return null;
  if (parts.some(({ version }) => version !== first.version)) return null;
  const items = parts.flatMap(({ lines }) => (lines === '' ? [] : lines.split('\n').map(readLine)));
  return { version: first.version, items };
}

/** Articles read at once. */
const pageSize = 200;

/** The actors that are cached of all articles, a page of articles after the other. */
export async function* readFoundActors(
  db: Database,
): AsyncGenerator<readonly Pick<FoundInArticle, 'articleId' | 'items'>[]> {
  const keys = await db.found.toCollection().primaryKeys();
  const ids = keys.flatMap(([articleId, part]) => (part === 0 ? [articleId] : []));
  for (let at = 0; at < ids.length; at += pageSize) {
    const [first, last] = [ids[at], ids[Math.min(ids.length, at + pageSize) - 1]];
    if (first === undefined || last === undefined) return;
    const parts = await db.found
      .where('[articleId+part]')
      .between([first, 0], [last, Number.POSITIVE_INFINITY])
      .toArray();
    const lines = new Map<ArticleId, string[]>();
    for (const part of parts) {
      const own = lines.get(part.articleId) ?? [];
      // Most lines are of dates and figures: what they hold is not asked.
      own.push(...part.lines.split('\n').filter((line) => line.startsWith('["a"')));
      lines.set(part.articleId, own);
    }
    yield Array.from(lines, ([articleId, own]) => ({ articleId, items: own.map(readLine) }));
  }
}

/** By which version each of these articles was looked through last; `null`: by none. */
export async function readFoundVersions(db: Database, ids: readonly ArticleId[]): Promise<(string | null)[]> {
  const first = await readMany(
    db.found,
    ids.map((id) => [id, 0] as [ArticleId, number]),
  );
  return first.map((part) => part?.version ?? null);
}

/** Dexie tells which keys were written only of writes of fewer than fifty records. */
const mostAtOnce = 40;

/** Put what was found in articles in the place of what is cached, in one transaction. */
export async function writeFoundItems(db: Database, found: readonly FoundInArticle[]): Promise<void> {
  const parts = found.map(toParts);
  const behind = found.map(({ articleId }, at) => [articleId, parts[at]?.length ?? 0] as [ArticleId, number]);
  await db.transaction('rw', db.found, async () => {
    const old = await readMany(db.found, behind);
    for (const [at, [articleId, count]] of behind.entries())
      if (old[at] !== undefined)
        await db.found
          .where('[articleId+part]')
          .between([articleId, count], [articleId, Number.POSITIVE_INFINITY])
          .delete();
    const all = parts.flat();
    for (let from = 0; from < all.length; from += mostAtOnce)
      await db.found.bulkPut(all.slice(from, from + mostAtOnce));
  });
}

/** Throw away what is cached of these articles. */
export async function deleteFoundItems(db: Database, ids: readonly ArticleId[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction('rw', db.found, async () => {
    for (const id of ids) await partsOf(db, id).delete();
  });
}

/** Throw away what is cached of all articles but these. */
export async function dropFoundItems(db: Database, kept: ReadonlySet<ArticleId>): Promise<void> {
  const keys = (await db.found.toCollection().primaryKeys()).filter(([id]) => !kept.has(id));
  await db.found.bulkDelete(keys);
}

function partsOf(db: Database, articleId: ArticleId) {
  return db.found.where('[articleId+part]').between([articleId, 0], [articleId, Number.POSITIVE_INFINITY]);
}

function toParts({ articleId, version, items }: FoundInArticle): CachedFound[] {
  const split: string[][] = [[]];
  let length = 0;
  for (const line of items.map(writeLine)) {
    if (length > 0 && length + line.length > partLength) {
      split.push([]);
      length = 0;
    }
    split.at(-1)?.push(line);
    length += line.length + 1;
  }
  return split.map((lines, part) => ({
    articleId,
    part,
    parts: split.length,
    version,
    lines: lines.join('\n'),
  }));
}

type Line =
  | readonly ['a', number, number, string, string, string]
  | readonly [
      'd',
      number,
      number,
      string,
      string | null,
      string | null,
      Dating['precision'],
      Dating['basis'],
      string,
    ]
  | readonly ['f', number, number, string, object];

/** Short, for there are a hundred in an article: the field names would be most of it. */
function writeLine(item: FoundItem): string {
  const { start, end, exact } = item;
  return JSON.stringify(lineOf(item, start, end, exact));
}

function lineOf(item: FoundItem, start: number, end: number, exact: string): Line {
  switch (item.kind) {
    case 'actor':
      return ['a', start, end, exact, item.actorIds.join(' '), item.reasons.join(' ')];
    case 'date': {
      const { from, until, precision, basis, reasons } = item.dating;
      return ['d', start, end, exact, from, until, precision, basis, reasons.join(' ')];
    }
    case 'figure':
      return ['f', start, end, exact, item.figure];
  }
}

/** A cache of our own making: what it holds was written by `writeLine`. */
function readLine(text: string): FoundItem {
  const line = JSON.parse(text) as Line;
  const [, start, end, exact] = line;
  const at = { start, end, exact };
  switch (line[0]) {
    case 'a':
      return {
        ...at,
        kind: 'actor',
        actorIds: words(line[4]) as ActorId[],
        reasons: words(line[5]),
      };
    case 'd': {
      const [, , , , from, until, precision, basis, reasons] = line;
      const dating = { from, until, precision, basis, printed: exact, reasons: words(reasons) };
      return { ...at, kind: 'date', dating };
    }
    case 'f':
      return { ...at, kind: 'figure', figure: line[4] as Extract<FoundItem, { kind: 'figure' }>['figure'] };
  }
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
