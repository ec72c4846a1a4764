import type { IndexNews } from '#workers/search-api.ts';

/** No news. */
export const noNews: IndexNews = {
  articles: [],
  removed: [],
  related: [],
  highlights: [],
  tags: false,
  actors: false,
};

/** Hands news on, a lot at once while there are many. */
export type NewsGatherer = {
  /** `null`: there are none. News of a few articles are handed on at once unless others are on their way. */
  add(news: IndexNews | null): void;
  /** News of what is worked out article by article: more of it is coming. */
  addLater(news: IndexNews): void;
  stop(): void;
};

/** News of more articles are part of something long: an import, an undo of one. */
const few = 16;

/** The least and the longest that is waited for more, in milliseconds. */
const shortest = 1_000;
const longest = 10_000;

/**
 * Gather what changes, so that an import is indexed in large pieces: `hand` is called with one piece at a time, and
 * waits between two pieces of something long are three times as long as the last piece took.
 */
export function gatherNews(hand: (news: IndexNews) => Promise<void>): NewsGatherer {
  let waiting: IndexNews | null = null;
  let isBusy = false;
  let isStopped = false;
  let tookMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function handOn(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === null || isStopped) return;
    const news = waiting;
    waiting = null;
    isBusy = true;
    const began = performance.now();
    await hand(news).catch(() => undefined);
    tookMs = performance.now() - began;
    isBusy = false;
    if (waiting !== null) plan(waiting);
  }

  function plan(news: IndexNews): void {
    if (isBusy || isStopped) return;
    if (countOf(news) <= few) return void handOn();
    timer ??= setTimeout(() => void handOn(), Math.min(longest, Math.max(shortest, 3 * tookMs)));
  }

  return {
    add(news) {
      if (news === null) return;
      waiting = mergeNews(waiting, news);
      plan(waiting);
    },
    addLater(news) {
      waiting = mergeNews(waiting, news);
      if (!isBusy && !isStopped) timer ??= setTimeout(() => void handOn(), shortest);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Earlier news and later ones as one: an article that was made and is gone is gone. */
export function mergeNews(earlier: IndexNews | null, later: IndexNews): IndexNews {
  if (earlier === null) return later;
  const removed = new Set(later.removed);
  const made = new Set(later.articles);
  return {
    articles: [...new Set([...earlier.articles.filter((id) => !removed.has(id)), ...later.articles])],
    removed: [...new Set([...earlier.removed.filter((id) => !made.has(id)), ...later.removed])],
    related: [...new Set([...earlier.related, ...later.related])],
    highlights: [...new Set([...earlier.highlights, ...later.highlights])],
    tags: earlier.tags || later.tags,
    actors: earlier.actors || later.actors,
  };
}

function countOf({ articles, removed, related }: IndexNews): number {
  return articles.length + removed.length + related.length;
}
