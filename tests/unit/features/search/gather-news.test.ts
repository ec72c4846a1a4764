import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { gatherNews, mergeNews, noNews } from '#features/search/gather-news.ts';
import type { IndexNews } from '#workers/search-api.ts';

function made(from: number, to: number): IndexNews {
  return { ...noNews, articles: Array.from({ length: to - from }, (_, at) => `a${from + at}` as ArticleId) };
}

const gone = (...ids: string[]): IndexNews => ({ ...noNews, removed: ids as ArticleId[] });

/** What was handed on, and how to say that a piece is taken in. */
function createHand() {
  const pieces: IndexNews[] = [];
  const ends: (() => void)[] = [];
  const hand = (news: IndexNews) => {
    pieces.push(news);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return { pieces, ends, hand };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('gatherNews', () => {
  it('hands news of a few articles on at once, and what comes meanwhile afterwards', async () => {
    const { pieces, ends, hand } = createHand();
    const news = gatherNews(hand);
    news.add(made(0, 1));
    expect(pieces).toEqual([made(0, 1)]);
    news.add(made(1, 2));
    news.add(made(2, 3));
    expect(pieces).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(pieces[1]).toEqual(made(1, 3));
  });

  it('waits for more of an import, and hands on all of it', async () => {
    const { pieces, hand } = createHand();
    const news = gatherNews(hand);
    for (let from = 0; from < 500; from += 50) news.add(made(from, from + 50));
    expect(pieces).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pieces).toEqual([made(0, 500)]);
  });

  it('leaves time for other work when a piece takes long', async () => {
    const { pieces, ends, hand } = createHand();
    const news = gatherNews(hand);
    news.add(made(0, 50));
    await vi.advanceTimersByTimeAsync(1_000);
    news.add(made(50, 100));
    await vi.advanceTimersByTimeAsync(2_000);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(5_900);
    expect(pieces).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(pieces[1]).toEqual(made(50, 100));
  });

  it('goes on after a piece that failed, and hands nothing on once it is stopped', async () => {
    const pieces: IndexNews[] = [];
    const news = gatherNews(async (piece) => {
      pieces.push(piece);
      throw new Error('the worker died');
    });
    news.add(made(0, 1));
    await vi.advanceTimersByTimeAsync(0);
    news.add(made(1, 2));
    expect(pieces).toHaveLength(2);
    news.stop();
    await vi.advanceTimersByTimeAsync(0);
    news.add(made(2, 3));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pieces).toHaveLength(2);
  });
});

describe('mergeNews', () => {
  it('lets the last word count: made and gone is gone, gone and made again is there', () => {
    expect(mergeNews(made(0, 2), gone('a1'))).toMatchObject({ articles: ['a0'], removed: ['a1'] });
    expect(mergeNews(gone('a0', 'a5'), made(0, 2))).toMatchObject({
      articles: ['a0', 'a1'],
      removed: ['a5'],
    });
  });
});
