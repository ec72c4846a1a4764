import type { Article, SameText } from '#core/article.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId } from '#core/ids.ts';
import { type CopyIndex, createCopyIndex } from '#core/import/copies/copy-index.ts';
import {
  type Member,
  type Placed,
  placeArticle,
  type Regrouping,
} from '#core/import/copies/place-article.ts';
import { sketchText, type TextSketch } from '#core/import/copies/sketch-text.ts';
import { textGroup } from '#core/library/same-text.ts';
import { readTextGroups } from '#storage/articles.ts';
import { Database } from '#storage/database.ts';
import { readMany } from '#storage/read-many.ts';
import { listUncompared, loadCopyIndex, putSketches, readSketches } from '#storage/sketches.ts';
import { readTexts } from '#storage/texts.ts';
import type { Job } from './rpc.ts';

/** Articles looked at in one piece, and between two pauses. */
const pieceSize = 500;
const spell = 20;

/** Articles of a group by which it is told that one belongs to it. */
const enoughMembers = 40;

/** What an article was compared by: kept once the piece is in the workspace. */
type Compared = { readonly article: Article; readonly sketch: TextSketch };

type Run = {
  readonly db: Database;
  readonly ids: readonly ArticleId[];
  /** Whether all are compared anew, each with those before it. */
  readonly isAnew: boolean;
  readonly isGentle: boolean;
  index: CopyIndex | null;
  done: number;
  piece: Compared[];
};

/** How it is looked. */
export type Looking = {
  /** The name of the working copy. */
  readonly name: string;
  /** `all`: every article with all others; `new`: those that have not been compared yet. */
  readonly which: 'all' | 'new';
  /** Whether it rests as long as it works, so that the analyst does not notice. */
  readonly isGentle: boolean;
};

let run: Run | null = null;

/** What the worker answers that looks for articles with the same text. One run at a time. */
export const sameTextApi = {
  /** Begin a run. Answers how many articles it goes through. */
  async begin({ name, which, isGentle }: Looking): Promise<number> {
    const db = new Database(name);
    const isAnew = which === 'all';
    const ids = isAnew ? await db.articles.toCollection().primaryKeys() : await listUncompared(db);
    run = { db, ids, isAnew, isGentle, index: null, done: 0, piece: [] };
    return ids.length;
  },

  /** Go through the next piece. Answers what it found, and `null` at the end; reports how many are done. */
  async next(_: null, job: Job<number>): Promise<readonly Regrouping[] | null> {
    if (run === null || run.done === run.ids.length) return null;
    return goThrough(run, job);
  },

  /** Note that the articles of the last piece have been compared, as far as they are what they were then. */
  async keep(_: null): Promise<void> {
    if (run === null) return;
    const { db, piece } = run;
    run.piece = [];
    await db.transaction('rw', db.articles, db.articleSketches, async () => {
      const now = await db.articles.bulkGet(piece.map(({ article }) => article.id));
      const same = piece.filter(({ article }, at) => hasSameWords(article, now[at]));
      await putSketches(
        db,
        same.map(({ article, sketch }) => ({ articleId: article.id, sketch })),
      );
    });
  },
};

async function goThrough(own: Run, job: Job<number>): Promise<Regrouping[]> {
  const { db } = own;
  own.index ??= own.isAnew ? createCopyIndex() : await loadCopyIndex(db, job.signal);
  const groups = createGroups(await readTextGroups(db));
  const regroupings: Regrouping[] = [];
  const end = Math.min(own.ids.length, own.done + pieceSize);
  while (own.done < end && !job.signal.aborted) {
    const began = performance.now();
    const ids = own.ids.slice(own.done, Math.min(end, own.done + spell));
    for (const compared of await sketchAll(own, ids)) {
      const found = await place(own, compared, groups);
      regroupings.push(...found);
      own.index.add(compared.article.id, compared.sketch);
      own.piece.push(compared);
    }
    own.done += ids.length;
    job.report(own.done);
    if (own.isGentle) await rest(performance.now() - began);
  }
  return regroupings;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The sketches of articles whose texts are in the working copy. */
async function sketchAll({ db, isAnew }: Run, ids: readonly ArticleId[]): Promise<Compared[]> {
  const articles = (await readMany(db.articles, ids)).filter((article) => article !== undefined);
  const known = isAnew
    ? await readSketches(
        db,
        articles.map(({ id }) => id),
      )
    : articles.map(() => null);
  const wanted = articles.filter((_, at) => known[at] === null);
  const texts = await readTexts(
    db,
    wanted.map(({ textSha256, textLength }) => ({ sha256: textSha256, length: textLength })),
  );
  const made = new Map(
    wanted.flatMap(({ id, noise }, at) => {
      const text = texts[at] ?? null;
      return text === null ? [] : [[id, sketchText(text, noise)] as const];
    }),
  );
  return articles.flatMap((article, at) => {
    const sketch = known[at] ?? made.get(article.id);
    return sketch === undefined ? [] : [{ article, sketch }];
  });
}

async function place(own: Run, { article, sketch }: Compared, groups: Groups): Promise<Regrouping[]> {
  const found = own.index?.find(sketch) ?? { copies: [], apart: [] };
  const ids = new Set([...found.copies.map(({ articleId }) => articleId), ...found.apart]);
  const memberIds = groups.othersOf(article.id);
  if (ids.size + memberIds.length === 0) return [];
  const now = groups.asFound(article);
  const known = new Map((await readPlaced(own.db, [...ids], groups)).map((one) => [one.id, one]));
  const among = async (some: readonly ArticleId[]) =>
    placeArticle(now, sketch, { found, known, members: await readMembers(own, { now, ids: some }, groups) });
  let regroupings = await among(memberIds.slice(0, enoughMembers));
  // It leaves, and all that stay have to know.
  if (regroupings.length > 0 && memberIds.length > enoughMembers) regroupings = await among(memberIds);
  groups.note(regroupings);
  return regroupings;
}

async function readPlaced(db: Database, ids: readonly ArticleId[], groups: Groups): Promise<Placed[]> {
  const articles = (await readMany(db.articles, ids)).filter((article) => article !== undefined);
  return articles.map(groups.asFound);
}

async function readMembers(
  { db, piece }: Run,
  { now, ids }: { readonly now: Placed; readonly ids: readonly ArticleId[] },
  groups: Groups,
): Promise<Member[]> {
  const placed = await readPlaced(db, ids, groups);
  const members = placed.filter((article) => textGroup(article) === textGroup(now));
  const kept = await readSketches(
    db,
    members.map(({ id }) => id),
  );
  const fresh = new Map(piece.map(({ article, sketch }) => [article.id, sketch]));
  return members.map((article, at) => ({ article, sketch: fresh.get(article.id) ?? kept[at] ?? null }));
}

type Groups = ReturnType<typeof createGroups>;

/** The groups as they are kept, with what was found since. */
function createGroups(kept: ReadonlyMap<ArticleId, ArticleId>) {
  const found = new Map<ArticleId, SameText | null>();
  const groupOf = new Map<ArticleId, ArticleId>();
  const members = new Map<ArticleId, Set<ArticleId>>();
  const put = (id: ArticleId, group: ArticleId | null) => {
    const before = groupOf.get(id);
    if (before !== undefined) members.get(before)?.delete(id);
    groupOf.delete(id);
    if (group === null) return;
    groupOf.set(id, group);
    members.set(group, (members.get(group) ?? new Set()).add(id));
  };
  for (const [id, group] of kept) put(id, group);
  return {
    /** The other articles of the group of one, its first one among them. */
    othersOf(id: ArticleId): ArticleId[] {
      const group = groupOf.get(id) ?? id;
      return [...new Set([group, ...(members.get(group) ?? [])])].filter((other) => other !== id);
    },
    asFound: <One extends Placed>(article: One): Placed => {
      const sameText = found.get(article.id);
      if (sameText === undefined) return article;
      const { id, textSha256 } = article;
      return sameText === null ? { id, textSha256 } : { id, textSha256, sameText };
    },
    note(regroupings: readonly Regrouping[]): void {
      for (const { articleId, sameText } of regroupings) {
        found.set(articleId, sameText);
        put(articleId, sameText?.group ?? null);
      }
    },
  };
}

function hasSameWords(compared: Article, now: Article | undefined): boolean {
  return now !== undefined && now.textSha256 === compared.textSha256 && sameRecord(now.noise, compared.noise);
}
