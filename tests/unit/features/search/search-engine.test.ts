import { beforeEach, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#core/search/results/search-answer.ts';
import {
  ask,
  nextFound,
  nextHit,
  openHit,
  previousFound,
  previousHit,
  searchEngine,
} from '#features/search/search-engine.ts';
import { look } from '#state/workspace.ts';
import { createResultSession, type ResultSession } from '#workers/result-session.ts';

type Asked = { readonly query: string; answer(ids: string[]): Promise<void>; fail(): Promise<void> };

/** Questions the worker has been asked and has not answered. */
let open: Asked[] = [];
let session: ResultSession;

beforeEach(() => {
  open = [];
  const search = ({ query }: { query: string }) =>
    new Promise((resolve, reject) => {
      open.push({
        query,
        answer: (ids) => settled(async () => resolve(await found(ids))),
        fail: () => settled(() => reject(new Error('out of memory'))),
      });
    });
  const calls: Record<string, (asked: never) => unknown> = {
    search,
    rowOf: ({ articleId }: { articleId: never }) => session.rowOf(articleId),
    goTo: ({ at }: { at: never }) => session.goTo(at),
    step: ({ at, direction }: { at: never; direction: 1 | -1 }) => session.step(at, direction),
    rows: ({ from, count }: { from: number; count: number }) => session.rows(from, count),
    count: () => session.count(new AbortController().signal),
  };
  const client = {
    call: async (name: string, asked: never) => calls[name]?.(asked),
    close: () => undefined,
  };
  searchEngine.setState({
    client: client as never,
    answer: null,
    rows: new Map(),
    asked: '',
    current: null,
    failure: null,
  });
  look.setState({ query: '', articleId: null, passage: null });
});

describe('asking', () => {
  it('drops the answer to an older question that comes late', async () => {
    void type('ma');
    void type('mali');
    await open[1]?.answer(['b']);
    await open[0]?.answer(['a']);

    expect(searchEngine.getState().rows.get(0)?.articleId).toBe('b');
    expect(searchEngine.getState().asked).toBe('mali');
  });

  it('keeps the place when a changed index is asked the same again', async () => {
    void type('mali');
    await open[0]?.answer(['a', 'b']);
    await openHit(1, 0);
    void ask('mali');
    await open[1]?.answer(['new', 'a', 'b']);

    expect(searchEngine.getState().current).toMatchObject({ articleId: 'b', row: 2, place: 0 });
  });

  it('says why the search stopped', async () => {
    void type('mali');
    await open[0]?.fail();

    expect(searchEngine.getState().failure).toContain('out of memory');
  });
});

describe('stepping', () => {
  it('goes through every place of every article, and round', async () => {
    void type('mali');
    await open[0]?.answer(['aa', 'b']);
    const visited: string[] = [];
    for (let step = 0; step < 4; step++) {
      nextHit();
      await settled();
      const { articleId, passage } = look.getState();
      visited.push(`${articleId}${passage?.start ?? ''}`);
    }

    expect(visited).toEqual(['aa0', 'aa10', 'b0', 'aa0']);
    previousHit();
    await settled();
    expect(look.getState().articleId).toBe('b');
  });

  it('begins with the last when going back first', async () => {
    void type('mali');
    await open[0]?.answer(['aa', 'b']);
    previousHit();
    await settled();

    expect(look.getState().articleId).toBe('b');
  });

  it('waits for the answer to what is typed now, however early Enter comes', async () => {
    void type('ma');
    await open[0]?.answer(['old']);
    look.setState({ query: 'mali' });
    nextHit();
    await settled();
    await open[1]?.answer(['new']);

    await settled();

    expect(open[1]?.query).toBe('mali');
    expect(look.getState().articleId).toBe('new');
  });

  it('goes from article to article by its own keys, as long as something is searched for', async () => {
    expect(nextFound()).toBe(false);
    void type('mali');
    await open[0]?.answer(['aa', 'b']);
    const visited: (string | null)[] = [];
    for (const go of [nextFound, nextFound, nextFound, previousFound]) {
      go();
      await settled();
      visited.push(look.getState().articleId);
    }

    expect(visited).toEqual(['aa', 'b', 'b', 'aa']);
  });

  it('goes nowhere without hits', async () => {
    void type('xyzzy');
    await open[0]?.answer([]);
    nextHit();
    await settled();

    expect(look.getState().articleId).toBeNull();
  });
});

function type(query: string): Promise<void> {
  look.setState({ query });
  return ask(query);
}

/** A result with a row for each id: `aa` has two places, every other one. */
async function found(ids: readonly string[]): Promise<SearchAnswer> {
  session = createResultSession({
    result: (session?.result ?? 0) + 1,
    articles: ids as never[],
    rowOf: async (articleId) => ({
      articleId,
      positions: ((articleId as string) === 'aa' ? [0, 10] : [0]).map((start) => ({ start, end: start + 4 })),
      titlePositions: [],
      lines: [],
      status: 'unread',
    }),
  });
  const { result, total } = session;
  return {
    result,
    total,
    articleCount: total,
    understood: 'x',
    aliases: [],
    isCut: false,
    rows: await session.rows(0, 30),
    facets: null,
  };
}

async function settled(work: () => unknown = () => undefined): Promise<void> {
  await work();
  await new Promise((resolve) => setTimeout(resolve, 5));
}
