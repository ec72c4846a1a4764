import { expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import { carryGroups } from '#core/exchange/carry-groups.ts';
import type { ArticleId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

function make(id: string, group?: string): Article {
  if (group === undefined) return makeArticle(id, id, 1);
  const [first] = [group as ArticleId];
  const sameText = { group: first, basis: 'derived', reason: 'near', likeId: first, likeness: 0.9 } as const;
  return { ...makeArticle(id, id, 1), sameText };
}

/** What a workspace of `ours` holds then, as groups of ids. */
function groupsAfter(theirs: readonly Article[], ours: readonly Article[], joined: Record<string, string>) {
  const joins = new Map(Object.entries(joined) as [ArticleId, ArticleId][]);
  const brought = carryGroups(theirs, ours, joins);
  const ourIds = new Set(ours.map(({ id }) => id));
  const all = [...ours, ...brought.filter(({ id }) => !ourIds.has(id))];
  const groups = new Map<string, string[]>();
  for (const article of all)
    groups.set(textGroup(article), [...(groups.get(textGroup(article)) ?? []), article.id]);
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort();
}

it.each([
  ['nothing is joined', [make('t1'), make('t2', 't1')], [make('o1')], {}, ['o1', 't1 t2']],
  [
    'the first of theirs is one of ours',
    [make('t1'), make('t2', 't1')],
    [make('o1')],
    { t1: 'o1' },
    ['o1 t2'],
  ],
  [
    'another one of theirs is',
    [make('t1'), make('t2', 't1'), make('t3', 't1')],
    [make('o1')],
    { t2: 'o1' },
    ['o1 t1 t3'],
  ],
  [
    'ours is in a group already',
    [make('t1'), make('t2', 't1')],
    [make('o1'), make('o2', 'o1')],
    { t1: 'o2' },
    ['o1 o2 t2'],
  ],
  [
    'both know an article, and ours was put into another group',
    [make('x'), make('t2', 'x')],
    [make('o1'), make('x', 'o1')],
    {},
    ['o1 t2 x'],
  ],
])('puts what comes into the groups of ours: %s', (_, theirs, ours, joins, expected) => {
  expect(groupsAfter(theirs, ours, joins)).toEqual(expected);
});

it('names ours as what theirs was compared with', () => {
  const [brought] = carryGroups(
    [make('t1'), make('t2', 't1')],
    [make('o1')],
    new Map([['t1', 'o1']] as [ArticleId, ArticleId][]),
  );
  expect(brought?.sameText).toMatchObject({ group: 'o1', likeId: 'o1' });
});
