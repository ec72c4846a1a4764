import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type {
  ActorId,
  AreaId,
  ArticleId,
  BriefId,
  HighlightId,
  MentionId,
  PlaceId,
  TagId,
  TrackId,
} from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

export type Screen =
  | 'library'
  | 'read'
  | 'map'
  | 'timeline'
  | 'events'
  | 'analysis'
  | 'memos'
  | 'actors'
  | 'brief'
  | 'codebook'
  | 'search';

/** The pages of the inspector beside the reader. */
export type InspectorPageId =
  | 'highlights'
  | 'codebook'
  | 'places'
  | 'found'
  | 'events'
  | 'memos'
  | 'data'
  | 'damage'
  | 'review';

/** The pages of the search screen. */
export type SearchPageId = 'concordance' | 'saved' | 'batch';

/** A track or an area. */
export type ChosenShape =
  | { readonly kind: 'track'; readonly id: TrackId }
  | { readonly kind: 'area'; readonly id: AreaId };

/** What the analyst is looking at: shared by features, not kept. */
export type Look = {
  readonly screen: Screen;
  readonly articleId: ArticleId | null;
  /**
   * The article whose text stands in the reader: it follows `articleId` as soon as that is drawn. What is shown beside
   * the text goes by this, so that the text comes first.
   */
  readonly shownArticleId: ArticleId | null;
  /** The passage the reader should scroll to and flash; a new object asks again. */
  readonly passage: TextSpan | null;
  readonly highlightId: HighlightId | null;
  readonly mentionId: MentionId | null;
  /** The place shown as chosen on the map and in the text. */
  readonly placeId: PlaceId | null;
  /** The place under the pointer, to light up elsewhere. */
  readonly hoverPlaceId: PlaceId | null;
  /** The place whose events are listed; `null`: those of all. */
  readonly eventsAtId: PlaceId | null;
  /** The track or area shown as chosen on the map and in its list; a new object asks for it again. */
  readonly shape: ChosenShape | null;
  readonly tagId: TagId | null;
  readonly briefId: BriefId | null;
  /** The actor shown as chosen. */
  readonly actorId: ActorId | null;
  /** The page of the reader's inspector asked for last; a new object asks again. */
  readonly inspector: { readonly page: InspectorPageId } | null;
  /** The text in the search box; results are shown while it is not empty. */
  readonly query: string;
  /** The page of the search screen. */
  readonly searchPage: SearchPageId;
  /** A passage that lost its place and gets the words selected next; `null`: none. */
  readonly reviewing: { readonly kind: 'highlight' | 'mention' | 'finding'; readonly id: string } | null;
  /** A passage waiting to be placed: the next click on the map, or the gazetteer search, gives it its place. */
  readonly placing: {
    readonly articleId: ArticleId;
    readonly span: TextSpan;
  } | null;
};

export const look = createStore<Look>(() => ({
  screen: 'library',
  articleId: null,
  shownArticleId: null,
  passage: null,
  highlightId: null,
  mentionId: null,
  placeId: null,
  hoverPlaceId: null,
  eventsAtId: null,
  shape: null,
  tagId: null,
  briefId: null,
  actorId: null,
  inspector: null,
  query: '',
  searchPage: 'concordance',
  reviewing: null,
  placing: null,
}));

/** Follow a part of the look. */
export function useLook<Part>(select: (state: Look) => Part): Part {
  return useStore(look, select);
}

/** Go to a screen. */
export function showScreen(screen: Screen): void {
  look.setState({ screen });
}

/** Show a page of the inspector, in the reader. */
export function showInspector(page: InspectorPageId): void {
  look.setState({ screen: 'read', inspector: { page } });
}

/** List the events of a place. */
export function openEventsAt(placeId: PlaceId): void {
  look.setState({ screen: 'events', eventsAtId: placeId });
}

/** Show a track or an area on the map. */
export function openShape(shape: ChosenShape): void {
  look.setState({ screen: 'map', shape: { ...shape } });
}

/** Show a page of the search screen. */
export function showSearchPage(page: SearchPageId): void {
  look.setState({ screen: 'search', searchPage: page });
}

/** Open an article in the reader, at `passage` when given. */
export function openArticle(articleId: ArticleId, passage: TextSpan | null = null): void {
  look.setState({
    screen: 'read',
    articleId,
    passage: passage ? { ...passage } : null,
    highlightId: null,
  });
}

/** Open the article of a highlight at it, with it chosen. */
export function openHighlight(articleId: ArticleId, highlightId: HighlightId, span: TextSpan): void {
  look.setState({
    screen: 'read',
    articleId,
    highlightId,
    passage: { ...span },
  });
}
