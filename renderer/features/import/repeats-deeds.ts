import type { Article, NoiseSpan } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, type BatchId, newId } from '#core/ids.ts';
import { createLineCounter, placesOf, type RepeatedSource } from '#core/import/repeats/repeated-lines.ts';
import { sourceOf } from '#core/import/repeats/source-of.ts';
import { markManyNoise } from '#core/reader/edit-noise.ts';
import type { Session } from '#state/session.ts';
import { findArticles, listArticleIds } from '#storage/articles.ts';
import { listHighlightsOf } from '#storage/highlights.ts';
import { readTexts } from '#storage/texts.ts';

/** How far a look through articles is. */
export type Progress = { readonly done: number; readonly total: number };

type Watch = { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void };

/** Articles read at a time: some milliseconds, in which the window does not answer. */
const piece = 50;

/**
 * Look which lines stand in many texts of one source, in an import or (`null`) in all articles. A piece at a time, so
 * that the window answers and memory stays flat; throws when it is stopped.
 */
export async function findRepeats(
  session: Session,
  batch: BatchId | null,
  watch: Watch,
): Promise<RepeatedSource[]> {
  const ids = await listArticleIds(session.db, batch);
  const counter = createLineCounter();
  await eachArticle(session, ids, { ...watch, add: counter.add });
  const found = counter.found();
  if (!counter.isRough() || found.length === 0) return found;
  const exact = createLineCounter(found);
  await eachArticle(session, ids, { ...watch, add: exact.add });
  return exact.found();
}

async function eachArticle(
  session: Session,
  ids: readonly ArticleId[],
  { signal, onProgress, add }: Watch & { readonly add: (article: Article, text: string) => void },
): Promise<void> {
  for (let from = 0; from < ids.length; from += piece) {
    signal.throwIfAborted();
    onProgress({ done: from, total: ids.length });
    for (const { article, text } of await readArticles(session, ids.slice(from, from + piece)))
      add(article, text);
  }
}

/** Articles with their texts; those whose text can't be read are left out. */
async function readArticles(session: Session, ids: readonly ArticleId[]) {
  const articles = await findArticles(session.db, new Set(ids));
  const wanted = articles.map(({ textSha256, textLength }) => ({ sha256: textSha256, length: textLength }));
  const texts = await readTexts(session.db, wanted);
  const read = articles.map(async (article, at) => {
    const text = texts[at] ?? (await session.readText(article).catch(() => null));
    return text === null ? [] : [{ article, text }];
  });
  return (await Promise.all(read)).flat();
}

/** Lines that the analyst chose, by the source they repeat in, each with the sort of boilerplate it is. */
export type ChosenLines = ReadonlyMap<string, ReadonlyMap<string, NoiseSpan['kind']>>;

/**
 * Mark chosen lines as boilerplate wherever they stand alone in articles of their source: one step of undo. What the
 * analyst highlighted, spared or was told by stays text. Answers in how many articles something was marked; stopped or
 * failed, those before are marked.
 */
export async function markRepeats(
  session: Session,
  batch: BatchId | null,
  { chosen, signal, onProgress }: Watch & { readonly chosen: ChosenLines },
): Promise<{ readonly articles: number; readonly isWhole: boolean }> {
  const ids = await listArticleIds(session.db, batch);
  const group = newId<'group'>();
  const lines = [...chosen.values()].reduce((sum, { size }) => sum + size, 0);
  let marked = 0;
  for (let from = 0; from < ids.length; from += piece) {
    if (signal.aborted) return { articles: marked, isWhole: false };
    onProgress({ done: from, total: ids.length });
    const part = ids.slice(from, from + piece);
    const detail = { lines, count: (await planRepeats(session, part, chosen)).length };
    if (detail.count === 0) continue;
    const plan = () => planRepeats(session, part, chosen);
    const outcome = await session.commit({ action: 'articles.noise', detail }, plan, { group });
    if (!outcome.ok) return { articles: marked, isWhole: false };
    marked += detail.count;
  }
  return { articles: marked, isWhole: true };
}

async function planRepeats(
  session: Session,
  ids: readonly ArticleId[],
  chosen: ChosenLines,
): Promise<Change[]> {
  const [read, highlights] = await Promise.all([
    readArticles(session, ids),
    listHighlightsOf(session.db, ids),
  ]);
  return read.flatMap(({ article, text }) => {
    const lines = chosen.get(sourceOf(article).key);
    if (lines === undefined) return [];
    const passages = placesOf(article, text, new Set(lines.keys())).map(({ start, end }) => ({
      start,
      end,
      kind: lines.get(text.slice(start, end)) ?? 'menu',
    }));
    const kept = highlights.filter(({ anchor }) => anchor.articleId === article.id);
    return markManyNoise(
      article,
      passages,
      kept.map(({ anchor }) => anchor),
    );
  });
}
