import { beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  indexOfPlace,
  listPlaces,
  nextFound,
  nextHit,
  openHit,
  previousFound,
  previousHit,
  searchEngine,
} from '#features/search/search-engine.ts';
import { look } from '#state/workspace.ts';
import type { ShownResult } from '#workers/search-api.ts';

type Asked = { readonly query: string; answer(result: ShownResult): Promise<void>; fail(): Promise<void> };

/** Questions the worker has been asked and has not answered. */
let open: Asked[] = [];

beforeEach(() => {
  open = [];
  const client = {
    call: (_name: string, { query }: { query: string }) =>
      new Promise((resolve, reject) => {
        open.push({
          query,
          answer: (result) => settled(() => resolve(result)),
          fail: () => settled(() => reject(new Error('out of memory'))),
        });
      }),
    close: () => undefined,
  };
  searchEngine.setState({
    client: client as never,
    result: null,
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
    await open[1]?.answer(found('b'));
    await open[0]?.answer(found('a'));

    expect(searchEngine.getState().result?.hits[0]?.articleId).toBe('b');
    expect(searchEngine.getState().asked).toBe('mali');
  });

  it('keeps the place when a changed index is asked the same again', async () => {
    void type('mali');
    await open[0]?.answer(found('a', 'b'));
    openHit(1, 0);
    void ask('mali');
    await open[1]?.answer(found('new', 'a', 'b'));

    expect(searchEngine.getState().current).toEqual({ hit: 2, place: 0 });
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
    await open[0]?.answer(found('aa', 'b'));
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
    await open[0]?.answer(found('aa', 'b'));
    previousHit();
    await settled();

    expect(look.getState().articleId).toBe('b');
  });

  it('waits for the answer to what is typed now, however early Enter comes', async () => {
    void type('ma');
    await open[0]?.answer(found('old'));
    look.setState({ query: 'mali' });
    nextHit();
    await open[1]?.answer(found('new'));

    expect(open[1]?.query).toBe('mali');
    expect(look.getState().articleId).toBe('new');
  });

  it('goes from article to article by its own keys, as long as something is searched for', async () => {
    expect(nextFound()).toBe(false);
    void type('mali');
    await open[0]?.answer(found('aa', 'b'));
    const visited = [nextFound, nextFound, nextFound, previousFound].map((go) => {
      go();
      return look.getState().articleId;
    });

    expect(visited).toEqual(['aa', 'b', 'b', 'aa']);
  });

  it('goes nowhere without hits', async () => {
    void type('xyzzy');
    await open[0]?.answer(found());
    nextHit();
    await settled();

    expect(look.getState().articleId).toBeNull();
  });
});

it('counts a hit found by its title alone as one place', () => {
  const result = found('aa', 'b');
  const byTitle = result.hits.map((hit, at) => (at === 1 ? { ...hit, positions: [] } : hit));
  const places = listPlaces({ ...result, hits: byTitle });

  expect(places).toHaveLength(3);
  expect(indexOfPlace(places, { hit: 1, place: 0 })).toBe(2);
  expect(indexOfPlace(places, null)).toBe(-1);
});

function type(query: string): Promise<void> {
  look.setState({ query });
  return ask(query);
}

/** A result with a hit for each id: `aa` has two places, every other one. */
function found(...ids: string[]): ShownResult {
  const hits = ids.map((id) => ({
    articleId: id as never,
    score: 1,
    positions: (id === 'aa' ? [0, 10] : [0]).map((start) => ({ start, end: start + 4 })),
    titlePositions: [],
    lines: [],
  }));
  return { understood: 'x', tooWide: [], total: ids.length, hits };
}

async function settled(work: () => void = () => undefined): Promise<void> {
  work();
  await new Promise((resolve) => setTimeout(resolve));
}
