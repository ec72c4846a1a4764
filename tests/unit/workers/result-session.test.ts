import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import { createResultSession, type ResultPlace } from '#workers/result-session.ts';

/** As many places in each article as its number says. */
function sessionOf(counts: readonly number[]) {
  const looked: number[] = [];
  const articles = counts.map((_, at) => `article ${at}` as ArticleId);
  const session = createResultSession({
    result: 1,
    articles,
    rowOf: async (articleId): Promise<ResultRow> => {
      const row = articles.indexOf(articleId);
      looked.push(row);
      const positions = Array.from({ length: counts[row] ?? 0 }, (_, at) => ({ start: at, end: at + 1 }));
      return { articleId, positions, titlePositions: [], lines: [], status: 'unread' };
    },
  });
  return { session, looked };
}

describe('stepping through a result', () => {
  it('passes every place of every article once and comes round, in both directions', async () => {
    const counts = [2, 0, 3, 1];
    const every = ['0:0', '0:1', '1:0', '2:0', '2:1', '2:2', '3:0'];
    for (const direction of [1, -1] as const) {
      const { session } = sessionOf(counts);
      const visited: string[] = [];
      let at: ResultPlace | null = null;
      for (let step = 0; step < every.length + 1; step++) {
        at = await session.step(at, direction);
        visited.push(`${at?.row}:${at?.place}`);
      }
      const expected = direction === 1 ? every : every.toReversed();
      expect(visited).toEqual([...expected, expected[0]]);
    }
  });

  it('says which of how many once all are counted', async () => {
    const { session } = sessionOf([2, 0, 3]);
    expect(await session.goTo({ row: 2, place: 1 })).toMatchObject({ number: null, of: null });
    await session.count(new AbortController().signal);
    expect(await session.goTo({ row: 2, place: 1 })).toMatchObject({ number: 5, of: 6 });
    expect(await session.step({ row: 2, place: 2 }, 1)).toMatchObject({ row: 0, place: 0, number: 1, of: 6 });
  });

  it('goes to the last place when asked for a later one, and nowhere without an article', async () => {
    const { session } = sessionOf([2]);
    expect(await session.goTo({ row: 0, place: 99 })).toMatchObject({ place: 1 });
    expect(await session.goTo({ row: 1, place: 0 })).toBeNull();
    expect(await sessionOf([]).session.step(null, 1)).toBeNull();
  });

  it('looks into no more articles than it needs, however many were found', async () => {
    const { session, looked } = sessionOf(new Array(50_000).fill(1));
    await session.step({ row: 40_000, place: 0 }, 1);
    await session.count(new AbortController().signal);
    expect(looked.length).toBeLessThan(5);
    expect((await session.rows(49_990, 30)).map(({ articleId }) => articleId)).toHaveLength(10);
  });
});
