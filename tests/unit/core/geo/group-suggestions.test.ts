import { describe, expect, it } from 'vitest';
import { groupSuggestions } from '#core/geo/group-suggestions.ts';
import type { Mention, SuggestedMention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';

const [a, b] = ['a', 'b'] as ArticleId[] as [ArticleId, ArticleId];

function suggest(name: string, start: number, strength: number, type = 'P'): SuggestedMention {
  const place = { id: name as PlaceId, name, type } as Place;
  return { start, end: start + 3, exact: name, candidates: [place], reasons: [], strength };
}

const found = new Map([
  [
    a,
    {
      mentions: [
        suggest('Mali', 0, 0.98, 'country'),
        suggest('Gao', 10, 0.6),
        suggest('Hama', 20, 0.2),
        suggest('Hama', 30, 0.2),
        suggest('Hama', 40, 0.2),
      ],
    },
  ],
  [
    b,
    { mentions: [suggest('Gao', 5, 0.9), suggest('Kidal', 15, 0.9), suggest('Mali', 25, 0.98, 'country')] },
  ],
]);

describe('groupSuggestions', () => {
  it('puts places before countries before doubtful names, the most frequent first', () => {
    const groups = groupSuggestions(found, { decided: [], groups: new Map() });
    expect(groups.map(({ place, count, articleCount }) => [place.name, count, articleCount])).toEqual([
      ['Gao', 2, 2],
      ['Kidal', 1, 1],
      ['Mali', 2, 2],
      ['Hama', 3, 1],
    ]);
    expect(groups.every(({ passages }) => passages.length === 0)).toBe(true);
  });

  it('gives the passages of one place, the strongest first', () => {
    const [gao, ...rest] = groupSuggestions(found, {
      decided: [],
      groups: new Map(),
      wanted: 'Gao' as PlaceId,
    });
    expect(rest).toEqual([]);
    expect(gao?.passages.map(({ articleId, suggestion }) => [articleId, suggestion.start])).toEqual([
      [b, 5],
      [a, 10],
    ]);
  });

  it('counts articles of the same text once', () => {
    const [gao] = groupSuggestions(found, { decided: [], groups: new Map([[b, a]]) });
    expect(gao).toMatchObject({ articleCount: 2, textCount: 1 });
  });

  it('leaves out what is decided, in that article alone', () => {
    const decided = [
      { anchor: { articleId: b, start: 4, end: 7 }, status: 'rejected' },
    ] as unknown as Mention[];
    const gao = groupSuggestions(found, { decided, groups: new Map() }).find(
      ({ place }) => place.name === 'Gao',
    );
    expect(gao).toMatchObject({ count: 1, articleCount: 1 });
  });
});
