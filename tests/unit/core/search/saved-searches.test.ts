import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, reverse } from '#core/history/change.ts';
import type { AnalystId, ArticleId, Id, SavedSearchId } from '#core/ids.ts';
import {
  maxDecidedArticles,
  maxSavedLength,
  type SavedSearch,
  type SearchDecision,
} from '#core/search/saved-search.ts';
import {
  changeSearch,
  type Doing,
  decide,
  deleteSearch,
  newHits,
  renameSearch,
  saveSearch,
  verdictsOf,
} from '#core/search/saved-searches.ts';

const analystId = 'analyst' as AnalystId;
const searchId = 'search' as SavedSearchId;
const ask = { query: 'ménaka', expands: true, withoutAliases: [], narrowing: [] };

function createDoing(): () => Doing {
  let count = 0;
  let tick = 0;
  return () => ({
    analystId,
    now: new Date(Date.UTC(2026, 10, 21) + tick++ * 1_000).toISOString(),
    newId: <Kind extends string>() => `id-${String(count++).padStart(6, '0')}` as Id<Kind>,
  });
}

/** The saved searches and decisions a workspace holds after `changes`. */
function createShelf() {
  const searches = new Map<string, SavedSearch>();
  const decisions = new Map<string, SearchDecision>();
  return {
    take(changes: readonly Change[]) {
      for (const change of changes) {
        const kept = change.table === 'savedSearches' ? searches : decisions;
        if (change.after === null) kept.delete(change.id);
        else kept.set(change.id, change.after as SavedSearch & SearchDecision);
      }
    },
    search: () => searches.get(searchId) as SavedSearch,
    searches: () => [...searches.values()],
    decisions: () => [...decisions.values()],
  };
}

const ids = (...names: string[]) => names as ArticleId[];
/** A text for each name; the letters of a name are its articles. */
const texts = (...names: string[]) => names.map((name) => ids(...name));

describe('what a saved search shows as new', () => {
  it('is nothing of what it found when it was saved, and all that comes later', () => {
    const shelf = createShelf();
    const doing = createDoing();
    shelf.take(saveSearch({ ...ask, id: searchId, name: 'Ménaka' }, ids('a', 'b'), doing()));

    expect(newHits(searchId, texts('a', 'b'), shelf.decisions())).toEqual([]);
    expect(newHits(searchId, texts('c', 'a', 'b'), shelf.decisions())).toEqual(['c']);
  });

  it('is an article that was there before but only now has what is looked for', () => {
    const shelf = createShelf();
    const doing = createDoing();
    shelf.take(saveSearch({ ...ask, id: searchId, name: 'Ménaka' }, ids('a'), doing()));

    // `b` was imported long ago; another text, title or tag lets it match now.
    expect(newHits(searchId, texts('b', 'a'), shelf.decisions())).toEqual(['b']);
  });

  it('is a text once, and not one of which somebody has decided on any article', () => {
    const shelf = createShelf();
    const doing = createDoing();
    shelf.take(decide(searchId, 'dismissed', ids('b'), doing()));

    expect(newHits(searchId, texts('cd', 'ab', 'e'), shelf.decisions())).toEqual(['c', 'e']);
  });

  it('is not what another search has decided on', () => {
    const shelf = createShelf();
    const doing = createDoing();
    shelf.take(decide('other' as SavedSearchId, 'dismissed', ids('a'), doing()));

    expect(newHits(searchId, texts('a'), shelf.decisions())).toEqual(['a']);
  });

  it('agrees with a plain map of what was decided, whatever was done and undone', () => {
    const articles = ['a', 'b', 'c', 'd', 'e', 'f'];
    const some = fc.subarray(articles);
    const step = fc.oneof(
      fc.record({
        kind: fc.constantFrom('accepted', 'dismissed', 'known', 'open'),
        on: some,
      }),
      fc.record({ kind: fc.constant('undo' as const), on: some }),
      fc.record({ kind: fc.constant('change' as const), on: some }),
    );
    fc.assert(
      fc.property(some, fc.array(step, { maxLength: 20 }), some, (atFirst, steps, matching) => {
        const shelf = createShelf();
        const doing = createDoing();
        shelf.take(saveSearch({ ...ask, id: searchId, name: 'x' }, ids(...atFirst), doing()));
        // The oracle: one state an article, and every state there has been.
        let decided = new Set(atFirst);
        const before: { changes: Change[]; decided: Set<string> }[] = [];
        for (const [at, { kind, on }] of steps.entries()) {
          if (kind === 'undo') {
            const last = before.pop();
            if (last === undefined) continue;
            shelf.take(reverse(last.changes));
            decided = last.decided;
            continue;
          }
          const changes =
            kind === 'change'
              ? changeSearch(
                  shelf.search(),
                  { ...ask, query: `query ${at}` },
                  { matching: ids(...on), decisions: shelf.decisions() },
                  doing(),
                )
              : decide(searchId, kind, ids(...on), doing());
          before.push({ changes, decided });
          decided = new Set(
            kind === 'open' ? [...decided].filter((id) => !on.includes(id)) : [...decided, ...on],
          );
          shelf.take(changes);
        }

        expect(newHits(searchId, texts(...matching), shelf.decisions())).toEqual(
          matching.filter((id) => !decided.has(id)),
        );
      }),
    );
  });

  it('is the same on two laptops once each has the decisions of the other, in whatever order', () => {
    const decision = fc.record({
      id: fc.uuid(),
      verdict: fc.constantFrom('known', 'accepted', 'dismissed', 'open'),
      articleIds: fc.subarray(ids('a', 'b', 'c')),
      second: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(decision), fc.array(decision), (here, there) => {
        const kept = (made: typeof here) =>
          made.map(({ second, ...rest }) => ({
            ...rest,
            searchId,
            decidedAt: `2026-11-21T00:00:0${second}.000Z`,
          })) as unknown as SearchDecision[];

        expect(verdictsOf(searchId, [...kept(here), ...kept(there)])).toEqual(
          verdictsOf(searchId, [...kept(there), ...kept(here)]),
        );
      }),
    );
  });
});

describe('a decision on many articles', () => {
  it('is cut into records that each fit, and names every article once', () => {
    const many = Array.from({ length: 2 * maxDecidedArticles + 5 }, (_, at) => `article ${at}` as ArticleId);

    const changes = decide(searchId, 'known', [...many, ...many.slice(0, 9)], createDoing()());

    const made = changes.map(({ after }) => (after as SearchDecision).articleIds);
    expect(made.map(({ length }) => length)).toEqual([maxDecidedArticles, maxDecidedArticles, 5]);
    expect(made.flat()).toEqual(many);
  });

  it('is none when there is nothing to decide on', () => {
    expect(decide(searchId, 'accepted', [], createDoing()())).toEqual([]);
  });
});

describe('a saved search', () => {
  const saved = () => {
    const shelf = createShelf();
    const doing = createDoing();
    shelf.take(saveSearch({ ...ask, id: searchId, name: ' Ménaka\n town ' }, ids('a'), doing()));
    return { shelf, doing };
  };

  it('is called what the analyst says, on one line, or else by its query', () => {
    expect(saved().shelf.search().name).toBe('Ménaka town');
    const changes = saveSearch({ ...ask, id: searchId, name: '  ' }, [], createDoing()());
    expect(changes[0]?.after).toMatchObject({ name: 'ménaka' });
  });

  it('keeps its name when the new one is empty or the same', () => {
    const { shelf, doing } = saved();
    expect(renameSearch(shelf.search(), '  ', doing().now)).toEqual([]);
    expect(renameSearch(shelf.search(), 'Ménaka town ', doing().now)).toEqual([]);
    expect(renameSearch(shelf.search(), 'Gao', doing().now)[0]?.after).toMatchObject({ name: 'Gao' });
  });

  it('asked the same again changes nothing, and its decisions stay when it asks for something else', () => {
    const { shelf, doing } = saved();
    const found = { matching: ids('a', 'b'), decisions: shelf.decisions() };
    expect(changeSearch(shelf.search(), { ...ask, query: ' ménaka ' }, found, doing())).toEqual([]);
    expect(changeSearch(shelf.search(), { ...ask, query: ' ' }, found, doing())).toEqual([]);

    shelf.take(changeSearch(shelf.search(), { ...ask, query: 'gao' }, found, doing()));

    expect(shelf.search().query).toBe('gao');
    expect([...verdictsOf(searchId, shelf.decisions())]).toEqual([
      ['a', 'known'],
      ['b', 'known'],
    ]);
    // `a` was known before: it is not written down twice.
    expect(shelf.decisions().map(({ articleIds }) => articleIds)).toEqual([['a'], ['b']]);
  });

  it('goes with its own decisions, and one undo brings all of it back', () => {
    const { shelf, doing } = saved();
    shelf.take(decide(searchId, 'accepted', ids('b'), doing()));
    shelf.take(decide('other' as SavedSearchId, 'accepted', ids('b'), doing()));
    const before = { searches: shelf.searches(), decisions: new Set(shelf.decisions()) };

    const changes = deleteSearch(shelf.search(), shelf.decisions());
    shelf.take(changes);
    expect(shelf.searches()).toEqual([]);
    expect(shelf.decisions().map((one) => one.searchId)).toEqual(['other']);

    shelf.take(reverse(changes));
    expect({ searches: shelf.searches(), decisions: new Set(shelf.decisions()) }).toEqual(before);
  });

  it('that is too long to be kept is refused', () => {
    const long = { ...ask, query: 'x'.repeat(maxSavedLength) };
    expect(() => saveSearch({ ...long, id: searchId, name: 'x' }, [], createDoing()())).toThrow(RangeError);
  });
});
