import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId, ArticleId } from '#core/ids.ts';
import { createActorShelf } from '#core/mentions/actor-shelf.ts';
import type { Finding } from '#core/mentions/finding.ts';
import { type FoundItem, isDoubtful } from '#core/mentions/found-item.ts';
import { findActorSpots, groupActors } from '#core/mentions/group-actors.ts';
import { itemsToShow, type ShownItem } from '#core/mentions/items-to-show.ts';
import { fold } from '#core/text/fold.ts';

const names = ['JNIM', 'Jnim', 'the group', 'Ali Ag Rhissa'];
const articleIds = ['a', 'b', 'c'] as ArticleId[];
const ids = ['actor-1', 'actor-2', 'actor-3'] as ActorId[];

const actorItem = fc.record({
  exact: fc.constantFrom(...names),
  actorIds: fc.shuffledSubarray(ids),
  reasons: fc.subarray(['name', 'ambiguous', 'rank']),
});
/** Words of an article one after the other, ten units each; some are dates. */
const found = fc.array(fc.option(actorItem), { maxLength: 12 }).map((all) =>
  all.map((one, at): FoundItem => {
    const span = { start: at * 10, end: at * 10 + 8 };
    if (one === null)
      return {
        ...span,
        exact: '2024',
        kind: 'figure',
        figure: { kind: 'other', value: 1, qualifier: null, unit: '' },
      };
    return { ...span, ...one, kind: 'actor' };
  }),
);
const finding = fc
  .record({
    articleId: fc.constantFrom(...articleIds),
    at: fc.nat(11),
    exact: fc.constantFrom(...names),
    status: fc.constantFrom('accepted' as const, 'rejected' as const),
    reach: fc.constantFrom('here' as const, 'everywhere' as const),
    actorId: fc.constantFrom(null, ...ids),
  })
  .map(
    ({ articleId, at, exact, ...said }) =>
      ({
        ...said,
        id: `${articleId} ${at}`,
        kind: 'actor',
        anchor: { articleId, start: at * 10, end: at * 10 + 4, exact },
      }) as unknown as Finding,
  );

/** What the panel of each article shows as undecided, gathered by whom it is taken for. */
function byPanels(library: readonly (readonly FoundItem[])[], decided: readonly Finding[]) {
  const groups = new Map<string, { articleId: ArticleId; one: ShownItem }[]>();
  for (const [at, items] of library.entries()) {
    const articleId = articleIds[at] as ArticleId;
    const here = decided.filter(({ anchor }) => anchor.articleId === articleId);
    const everywhere = decided.filter(({ reach }) => reach === 'everywhere');
    for (const one of itemsToShow(items, { here, everywhere })) {
      if (one.status !== 'suggested' || one.kind !== 'actor') continue;
      const isUnsure = one.actorId !== null && one.item !== null && isDoubtful(one.item);
      const key = one.actorId === null ? fold(one.exact) : `${one.actorId}${isUnsure ? '?' : ''}`;
      groups.set(key, [...(groups.get(key) ?? []), { articleId, one }]);
    }
  }
  return groups;
}

describe('groupActors', () => {
  it('counts what the panels of all articles show as undecided', () => {
    const libraries = fc.tuple(found, found, found);
    fc.assert(
      fc.property(libraries, fc.array(finding, { maxLength: 6 }), (library, decided) => {
        const shelf = createActorShelf();
        for (const [at, items] of library.entries()) shelf.put(articleIds[at] as ArticleId, items);
        const expected = byPanels(library, decided);
        const texts = new Map([['b' as ArticleId, 'a' as ArticleId]]);
        const groups = groupActors(shelf, { decided, texts });
        expect(groups.length).toBe(expected.size);
        for (const group of groups) {
          const key =
            group.actorId === null
              ? fold(group.names[0]?.text ?? '')
              : `${group.actorId}${group.isDoubtful ? '?' : ''}`;
          const passages = expected.get(key) ?? [];
          expect(group.count).toBe(passages.length);
          expect(group.names.reduce((sum, { count }) => sum + count, 0)).toBe(passages.length);
          const articles = new Set(passages.map(({ articleId }) => articleId));
          expect(group.articleCount).toBe(articles.size);
          expect(group.textCount).toBe(
            articles.has('a' as ArticleId) && articles.has('b' as ArticleId)
              ? articles.size - 1
              : articles.size,
          );
          const spots = findActorSpots(shelf, decided, group.key);
          expect(spots.map(({ articleId, start, end }) => [articleId, start, end])).toEqual(
            passages.map(({ articleId, one }) => [articleId, one.span.start, one.span.end]),
          );
        }
      }),
    );
  });

  it('has no proof left of the next one when the one it told of is rejected everywhere', () => {
    const [sahel, iswap] = ['is-sahel', 'iswap'] as [ActorId, ActorId];
    const shelf = createActorShelf();
    const item: FoundItem = {
      start: 0,
      end: 13,
      exact: 'Islamic State',
      kind: 'actor',
      actorIds: [sahel, iswap],
      reasons: ['near-name', 'same-paragraph'],
    };
    shelf.put('a' as ArticleId, [item]);
    const rule = {
      reach: 'everywhere',
      status: 'rejected',
      actorId: sahel,
      anchor: { articleId: 'b', start: 5, end: 18, exact: 'Islamic State' },
    } as unknown as Finding;
    const groupsBy = (decided: readonly Finding[]) => groupActors(shelf, { decided, texts: new Map() });
    expect(groupsBy([])).toMatchObject([{ actorId: sahel, isDoubtful: false }]);
    // Of another rejected, whoever was first keeps what speaks for it.
    expect(groupsBy([{ ...rule, actorId: iswap }])).toMatchObject([
      { actorId: sahel, isDoubtful: false, reasons: [{ text: 'near-name' }, { text: 'same-paragraph' }] },
    ]);
    const [left] = groupsBy([rule]);
    expect(left).toMatchObject({
      actorId: iswap,
      isDoubtful: true,
      reasons: [{ text: 'ambiguous', count: 1 }],
    });
    expect(findActorSpots(shelf, [rule], left?.key ?? '')).toMatchObject([
      { actorIds: [iswap], reasons: ['ambiguous'] },
    ]);
  });

  it('puts the most passages first', () => {
    const shelf = createActorShelf();
    const item = (at: number, exact: string, actorId: ActorId): FoundItem => ({
      start: at,
      end: at + 4,
      exact,
      kind: 'actor',
      actorIds: [actorId],
      reasons: ['name'],
    });
    shelf.put('a' as ArticleId, [
      item(0, 'FAMa', 'actor-2' as ActorId),
      item(10, 'JNIM', 'actor-1' as ActorId),
      item(20, 'GSIM', 'actor-1' as ActorId),
    ]);
    const [first, second] = groupActors(shelf, { decided: [], texts: new Map() });
    expect(first).toMatchObject({ actorId: 'actor-1', count: 2, reasons: [{ text: 'name', count: 2 }] });
    expect(first?.names.map(({ text }) => text)).toEqual(['GSIM', 'JNIM']);
    expect(second).toMatchObject({ actorId: 'actor-2', count: 1 });
  });

  it('lets go of what an article said before, and of articles that are gone', () => {
    const shelf = createActorShelf();
    const of = (exact: string): FoundItem[] => [
      { start: 0, end: 4, exact, kind: 'actor', actorIds: [], reasons: ['rank'] },
    ];
    const namesNow = () =>
      groupActors(shelf, { decided: [], texts: new Map() }).map(({ names: [name] }) => name?.text);
    shelf.put('a' as ArticleId, of('Colonel Diallo'));
    shelf.put('a' as ArticleId, of('Colonel Touré'));
    expect(namesNow()).toEqual(['Colonel Touré']);
    shelf.delete('a' as ArticleId);
    expect(namesNow()).toEqual([]);
  });
});
