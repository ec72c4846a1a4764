import type { ArticleId, PlaceId } from '#core/ids.ts';
import { overlaps } from '#core/text/span.ts';
import type { BriefSuggestion, Mention, SuggestedMention } from './mention.ts';
import type { Place } from './place.ts';
import type { SuggestionShelf } from './suggestion-shelf.ts';

/** An undecided suggestion with the article it stands in. */
export type SuggestionPassage = {
  readonly articleId: ArticleId;
  readonly suggestion: SuggestedMention;
};

/** Undecided suggestions of one place. */
export type SuggestionGroup = {
  readonly place: Place;
  readonly count: number;
  readonly articleCount: number;
  /** How many different texts these articles have. */
  readonly textCount: number;
  /** Of the strongest passage. */
  readonly strength: number;
};

/** A group before its place is read. */
export type CountedGroup = Omit<SuggestionGroup, 'place'> & { readonly placeId: PlaceId };

/** What suggestions are counted by. */
export type Grounds = {
  readonly decided: readonly Mention[];
  /** The articles that have the same text as the one they name. */
  readonly groups: ReadonlyMap<ArticleId, ArticleId>;
};

/** Count what is suggested and not decided, by the place that comes first. */
export function countSuggestions(
  shelf: Pick<SuggestionShelf, 'visit'>,
  { decided, groups: texts }: Grounds,
): CountedGroup[] {
  const groups = new Map<PlaceId, { count: number; strength: number; articles: Set<ArticleId> }>();
  const isOpen = openTest(decided);
  shelf.visit((articleId, suggestion) => {
    if (!isOpen(articleId, suggestion)) return;
    const { placeId, strength } = suggestion;
    const group = groups.get(placeId) ?? { count: 0, strength: 0, articles: new Set() };
    group.count += 1;
    group.strength = Math.max(group.strength, strength);
    group.articles.add(articleId);
    groups.set(placeId, group);
  });
  return Array.from(groups, ([placeId, { count, strength, articles }]) => ({
    placeId,
    count,
    strength,
    articleCount: articles.size,
    textCount: new Set([...articles].map((id) => texts.get(id) ?? id)).size,
  }));
}

/**
 * Put groups in order: places, then countries, then what is only weakly suggested, each by how often. A group whose
 * place is not there is left out.
 */
export function orderGroups(
  groups: readonly CountedGroup[],
  places: ReadonlyMap<PlaceId, Place>,
): SuggestionGroup[] {
  return groups
    .flatMap(({ placeId, ...counts }) => {
      const place = places.get(placeId);
      return place === undefined ? [] : { place, ...counts };
    })
    .sort(compareGroups);
}

/** Where a suggestion stands. */
export type SuggestionSpot = { readonly articleId: ArticleId; readonly suggestion: BriefSuggestion };

/** Where a place is suggested and nothing is decided: strongest first, then in the order of the articles and their text. */
export function findSpots(
  shelf: Pick<SuggestionShelf, 'visit'>,
  decided: readonly Mention[],
  wanted: PlaceId,
): SuggestionSpot[] {
  const spots: SuggestionSpot[] = [];
  const isOpen = openTest(decided);
  shelf.visit((articleId, suggestion) => {
    if (suggestion.placeId === wanted && isOpen(articleId, suggestion)) spots.push({ articleId, suggestion });
  });
  return spots.sort((a, b) => b.suggestion.strength - a.suggestion.strength);
}

function openTest(decided: readonly Mention[]) {
  const decidedIn = new Map<ArticleId, Mention[]>();
  for (const mention of decided) {
    const own = decidedIn.get(mention.anchor.articleId);
    if (own === undefined) decidedIn.set(mention.anchor.articleId, [mention]);
    else own.push(mention);
  }
  return (articleId: ArticleId, suggestion: BriefSuggestion): boolean =>
    !decidedIn.get(articleId)?.some(({ anchor }) => overlaps(anchor, suggestion));
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
