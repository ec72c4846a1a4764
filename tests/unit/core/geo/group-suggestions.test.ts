import { describe, expect, it } from 'vitest';
import { countSuggestions, findSpots, type Grounds, orderGroups } from '#core/geo/group-suggestions.ts';
import type { BriefSuggestion, Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import { createSuggestionShelf } from '#core/geo/suggestion-shelf.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';

const [a, b] = ['a', 'b'] as ArticleId[] as [ArticleId, ArticleId];

function suggest(name: string, start: number, strength: number): BriefSuggestion {
  return { start, end: start + 3, placeId: name as PlaceId, strength };
}

const places = new Map(
  ['Mali', 'Gao', 'Hama', 'Kidal'].map((name): [PlaceId, Place] => [
    name as PlaceId,
    { id: name as PlaceId, name, type: name === 'Mali' ? 'country' : 'P' } as Place,
  ]),
);

const shelf = createSuggestionShelf();
// What an article had before counts no more.
shelf.put(a, 'v0', [suggest('Kidal', 1, 0.7)]);
shelf.put(a, 'v1', [
  suggest('Mali', 0, 0.98),
  suggest('Gao', 10, 0.6),
  suggest('Hama', 20, 0.2),
  suggest('Hama', 30, 0.2),
  suggest('Hama', 40, 0.2),
]);
shelf.put(b, 'v1', [suggest('Gao', 5, 0.9), suggest('Kidal', 15, 0.9), suggest('Mali', 25, 0.98)]);

function group(grounds: Partial<Grounds>) {
  return orderGroups(countSuggestions(shelf, { decided: [], groups: new Map(), ...grounds }), places);
}

describe('groups of suggestions', () => {
  it('are places before countries before doubtful names, the most frequent first', () => {
    expect(group({}).map(({ place, count, articleCount }) => [place.name, count, articleCount])).toEqual([
      ['Gao', 2, 2],
      ['Kidal', 1, 1],
      ['Mali', 2, 2],
      ['Hama', 3, 1],
    ]);
    expect(group({})[0]?.strength).toBe(0.9);
  });

  it('count articles of the same text once', () => {
    expect(group({ groups: new Map([[b, a]]) })[0]).toMatchObject({ articleCount: 2, textCount: 1 });
  });

  it('leave out what is decided, in that article alone', () => {
    const decided = [
      { anchor: { articleId: b, start: 4, end: 7 }, status: 'rejected' },
    ] as unknown as Mention[];
    const gao = group({ decided }).find(({ place }) => place.name === 'Gao');
    expect(gao).toMatchObject({ count: 1, articleCount: 1 });
    expect(findSpots(shelf, decided, 'Gao' as PlaceId).map(({ articleId }) => articleId)).toEqual([a]);
  });
});

describe('where a place is suggested', () => {
  it('is told of the strongest first', () => {
    const spots = findSpots(shelf, [], 'Gao' as PlaceId);
    expect(spots).toEqual([
      { articleId: b, suggestion: suggest('Gao', 5, 0.9) },
      { articleId: a, suggestion: suggest('Gao', 10, 0.6) },
    ]);
  });
});

describe('the shelf', () => {
  it('knows by which version an article was looked through', () => {
    const own = createSuggestionShelf();
    own.put(a, 'v1', []);
    expect([own.versionOf(a), own.versionOf(b)]).toEqual(['v1', null]);
    own.delete(a);
    expect([...own.articleIds()]).toEqual([]);
  });
});
