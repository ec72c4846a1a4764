import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, SameText } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { listTexts, meantArticles } from '#core/library/list-texts.ts';
import { countTexts, joinGroup, leaveGroup, textGroup } from '#core/library/same-text.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

function make(id: string, group?: string): Article {
  const article = makeArticle(id, id, 1);
  if (group === undefined) return article;
  const sameText: SameText = {
    group: group as ArticleId,
    basis: 'derived',
    reason: 'near',
    likeId: group as ArticleId,
    likeness: 0.9,
  };
  return { ...article, sameText };
}

/** The library after an edit. */
function apply(articles: readonly Article[], changes: readonly Change[]): Article[] {
  const after = new Map(changes.map((change) => [change.id, change.after as Article]));
  return articles.map((article) => after.get(article.id) ?? article);
}

function membersOf(article: Article, library: readonly Article[]): Article[] {
  return library.filter((one) => textGroup(one) === textGroup(article));
}

/** Who is together with whom, each group as its sorted ids. */
function groups(library: readonly Article[]): string[] {
  const byGroup = new Map<ArticleId, string[]>();
  for (const article of library)
    byGroup.set(textGroup(article), [...(byGroup.get(textGroup(article)) ?? []), article.id]);
  return [...byGroup.values()].map((some) => some.sort().join('')).sort();
}

const library = [make('a'), make('b', 'a'), make('c', 'a'), make('d'), make('e', 'd'), make('f')];
const find = (id: string, all = library) => all.find((one) => one.id === id) ?? make(id);

describe('leaveGroup', () => {
  it.each([
    ['a', ['a', 'bc', 'de', 'f']],
    ['b', ['ac', 'b', 'de', 'f']],
    ['d', ['abc', 'd', 'e', 'f']],
    ['f', ['abc', 'de', 'f']],
  ])('leaves %s on its own and the others together', (id, expected) => {
    const article = find(id);
    const after = apply(library, leaveGroup(article, membersOf(article, library)));
    expect(groups(after)).toEqual(expected);
  });

  it('keeps that the analyst said so', () => {
    const [change] = leaveGroup(find('b'), membersOf(find('b'), library));
    expect(change?.after).toMatchObject({ sameText: { group: null, basis: 'analyst' } });
  });

  it('leaves a group whose first article was removed', () => {
    const orphans = [make('b', 'a'), make('c', 'a')];
    const [first] = orphans;
    const after = apply(orphans, first === undefined ? [] : leaveGroup(first, orphans));
    expect(groups(after)).toEqual(['b', 'c']);
  });
});

describe('joinGroup', () => {
  it.each([
    ['f', 'b', ['abcf', 'de']],
    ['e', 'a', ['abcde', 'f']],
    ['d', 'a', ['abcde', 'f']],
    ['b', 'f', ['abcf', 'de']],
    ['b', 'c', ['abc', 'de', 'f']],
  ])('puts %s and all of its text to %s', (id, targetId, expected) => {
    const article = find(id);
    const after = apply(library, joinGroup(article, membersOf(article, library), find(targetId)));
    expect(groups(after)).toEqual(expected);
  });
});

describe('joining and leaving', () => {
  it('tell what sets tell, whatever comes after what', () => {
    const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 25 });
    fc.assert(
      fc.property(steps, (deeds) => {
        let now: Article[] = 'abcdef'.split('').map((id) => make(id));
        let sets = now.map(({ id }) => new Set([id]));
        for (const [one, other, joins] of deeds) {
          const [article, target] = [now[one], now[other]];
          if (article === undefined || target === undefined) continue;
          const members = membersOf(article, now);
          now = apply(now, joins ? joinGroup(article, members, target) : leaveGroup(article, members));
          const together = sets.filter((set) => set.has(article.id) || (joins && set.has(target.id)));
          const rest = sets.filter((set) => !together.includes(set));
          const all = together.flatMap((set) => [...set]);
          const without = all.filter((id) => id !== article.id);
          sets = joins
            ? [...rest, new Set(all)]
            : [...rest, new Set([article.id]), ...(without.length > 0 ? [new Set(without)] : [])];
        }
        expect(groups(now)).toEqual(sets.map((set) => [...set].sort().join('')).sort());
        expect(countTexts(now)).toBe(sets.length);
      }),
    );
  });
});

describe('listTexts', () => {
  const listed = [find('e'), find('b'), find('a'), find('f'), find('d'), find('c')].map((article) => ({
    article,
    status: article.status,
    highlightCount: 0,
    tagIds: [],
  }));
  const show = (open: string[]) =>
    listTexts(listed, new Set(open as ArticleId[])).map(
      ({ listed: { article }, place, carriers }) => `${article.id} ${place} ${carriers}`,
    );

  it('shows each text once, as the first of its group and where that stands', () => {
    expect(show([])).toEqual(['a first 3', 'f only 1', 'd first 2']);
  });

  it('shows the oldest one when the first of the group is not listed', () => {
    const some = listed.filter(({ article }) => article.id !== 'a');
    expect(listTexts(some, new Set()).map((row) => row.listed.article.id)).toEqual(['b', 'f', 'd']);
  });

  it('unfolds a group below it', () => {
    expect(show(['a', 'f'])).toEqual(['a first 3', 'b other 3', 'c other 3', 'f only 1', 'd first 2']);
  });

  it('means all carriers that are listed by a row that stands for them, and only itself by any other', () => {
    const meant = (open: string[], ids: string[]) =>
      meantArticles(listTexts(listed, new Set(open as ArticleId[])), ids as ArticleId[], listed).sort();
    expect(meant([], ['a'])).toEqual(['a', 'b', 'c']);
    expect(meant([], ['a', 'f'])).toEqual(['a', 'b', 'c', 'f']);
    expect(meant(['a'], ['a'])).toEqual(['a']);
    expect(meant(['a'], ['b', 'd'])).toEqual(['b', 'd', 'e']);
    expect(meant([], [])).toEqual([]);
  });
});
