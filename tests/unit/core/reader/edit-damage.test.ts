import { describe, expect, it } from 'vitest';
import type { Article, Damage } from '#core/article.ts';
import { dismissDamage, nextDamage } from '#core/reader/edit-damage.ts';

const damage: readonly Damage[] = [
  { start: 3, end: 8, kind: 'glued', reason: 'case-change', likely: 'the army' },
  { start: 20, end: 25, kind: 'cut-off', reason: 'no-end', dismissed: true },
  { start: 30, end: 33, kind: 'encoding', reason: 'unreadable' },
];
const article = { id: 'a', damage } as unknown as Article;
const at = (index: number): Damage => damage[index] as Damage;

describe('dismissDamage', () => {
  it('marks the one place, and restoring takes that back to what it was', () => {
    const [change] = dismissDamage(article, at(0), true);
    const after = change?.after as Article;
    expect(after.damage).toEqual([{ ...at(0), dismissed: true }, at(1), at(2)]);
    const [back] = dismissDamage(after, at(0), false);
    expect(back?.after).toEqual(article);
  });

  it('changes nothing that is so already, or that is not there', () => {
    expect(dismissDamage(article, at(1), true)).toEqual([]);
    expect(dismissDamage(article, at(0), false)).toEqual([]);
    expect(dismissDamage(article, { ...at(0), end: 9 }, true)).toEqual([]);
    expect(dismissDamage({ id: 'b' } as unknown as Article, at(0), true)).toEqual([]);
  });
});

describe('nextDamage', () => {
  it('goes round, past what is dismissed', () => {
    expect([-1, 3, 20, 30].map((offset) => nextDamage(damage, offset)?.start)).toEqual([3, 30, 30, 3]);
    expect(nextDamage([at(1)], 0)).toBeNull();
    expect(nextDamage([], 0)).toBeNull();
  });
});
