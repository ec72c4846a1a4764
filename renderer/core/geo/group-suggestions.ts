import type { ArticleId, PlaceId } from '#core/ids.ts';
import { overlaps } from '#core/text/span.ts';
import type { Mention, SuggestedMention } from './mention.ts';
import type { Place } from './place.ts';

/** An undecided suggestion with the article it stands in. */
export type SuggestionPassage = {
  readonly articleId: ArticleId;
  readonly suggestion: SuggestedMention;
};

/** Undecided suggestions of one place. */
export type SuggestionGroup = {
  readonly place: Place;
  /** Strongest first, then in the order of the articles and their text; empty unless the group was asked for alone. */
  readonly passages: readonly SuggestionPassage[];
  readonly count: number;
  readonly articleCount: number;
  /** How many different texts these articles have. */
  readonly textCount: number;
  /** Of the strongest passage. */
  readonly strength: number;
};

/** What suggestions are gathered by. */
export type Grounds = {
  readonly decided: readonly Mention[];
  /** The articles that have the same text as the one they name. */
  readonly groups: ReadonlyMap<ArticleId, ArticleId>;
  readonly wanted?: PlaceId | null;
};

/**
 * Gather what is suggested and not decided, by the place that comes first: places, then countries, then what is only
 * weakly suggested, each by how often. Only `wanted`, with its passages, when given.
 */
export function groupSuggestions(
  found: ReadonlyMap<ArticleId, { readonly mentions: readonly SuggestedMention[] }>,
  { decided, groups: texts, wanted = null }: Grounds,
): SuggestionGroup[] {
  const decidedIn = new Map<ArticleId, Mention[]>();
  for (const mention of decided) {
    const { articleId } = mention.anchor;
    decidedIn.set(articleId, [...(decidedIn.get(articleId) ?? []), mention]);
  }
  const groups = new Map<
    PlaceId,
    { place: Place; passages: SuggestionPassage[]; articles: Set<ArticleId> }
  >();
  for (const [articleId, { mentions }] of found) {
    const taken = decidedIn.get(articleId) ?? [];
    for (const suggestion of mentions) {
      const [place] = suggestion.candidates;
      if (place === undefined || (wanted !== null && place.id !== wanted)) continue;
      if (taken.some(({ anchor }) => overlaps(anchor, suggestion))) continue;
      const group = groups.get(place.id) ?? { place, passages: [], articles: new Set() };
      group.passages.push({ articleId, suggestion });
      group.articles.add(articleId);
      groups.set(place.id, group);
    }
  }
  return [...groups.values()]
    .map(({ place, passages, articles }) => ({
      place,
      passages:
        wanted === null ? [] : [...passages].sort((a, b) => b.suggestion.strength - a.suggestion.strength),
      count: passages.length,
      articleCount: articles.size,
      textCount: new Set([...articles].map((id) => texts.get(id) ?? id)).size,
      strength: passages.reduce((most, { suggestion }) => Math.max(most, suggestion.strength), 0),
    }))
    .sort(compareGroups);
}

/** What happened where comes before which countries are spoken of; weak names come last. */
function rank({ strength, place }: SuggestionGroup): number {
  if (strength < 0.5) return 2;
  return place.type === 'country' ? 1 : 0;
}

function compareGroups(a: SuggestionGroup, b: SuggestionGroup): number {
  return (
    rank(a) - rank(b) ||
    b.count - a.count ||
    b.strength - a.strength ||
    (a.place.name < b.place.name ? -1 : 1)
  );
}
