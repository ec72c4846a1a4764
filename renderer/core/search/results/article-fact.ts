import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article, Language, ReadingStatus } from '#core/article.ts';
import type { Mention, SuggestedMention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { shownStatus } from '#core/library/shown-status.ts';
import type { Memo } from '#core/memos/memo.ts';
import { overlaps } from '#core/text/span.ts';

/** A place of an article; `isSuggested`: only the program says so. */
export type PlaceFact = {
  readonly place: Pick<Place, 'id' | 'name' | 'aliases'>;
  readonly isSuggested: boolean;
};

/** What results are narrowed and sorted by, of one article. */
export type ArticleFact = {
  /** The group of the same text it was put into; `null` when it is on its own, or the first of one. */
  readonly group: ArticleId | null;
  readonly publisher: string | null;
  readonly carrier: string | null;
  readonly language: Language;
  /** The stated date, as far as it is stated; `null`: none is. */
  readonly date: string | null;
  readonly status: ReadingStatus;
  readonly isFlagged: boolean;
  readonly hasHighlight: boolean;
  /** A highlight has a note, or there is a memo on the article or a highlight of it. */
  readonly hasNote: boolean;
  /** Tags its highlights carry, each once. */
  readonly tagIds: readonly TagId[];
  /** Each once; accepted wins. */
  readonly places: readonly PlaceFact[];
};

/** A suggestion with the place that comes first. */
export type SuggestedPlace = Pick<SuggestedMention, 'start' | 'end' | 'strength'> & {
  readonly place: PlaceFact['place'];
};

/** The records of one article that its facts are taken from. */
export type FactRecords = {
  readonly article: Pick<
    Article,
    | 'id'
    | 'sameText'
    | 'publisher'
    | 'carrier'
    | 'language'
    | 'publishedAt'
    | 'status'
    | 'statusAt'
    | 'flagged'
  >;
  /** When the analyst last read in it. */
  readonly lastReadAt: string | undefined;
  readonly highlights: readonly Pick<Highlight, 'id' | 'tagIds' | 'note'>[];
  readonly mentions: readonly Mention[];
  readonly suggested: readonly SuggestedPlace[];
  readonly memoed: MemoedThings;
};

/** Articles and highlights there is a memo on. */
export type MemoedThings = {
  readonly articles: ReadonlySet<ArticleId>;
  readonly highlights: ReadonlySet<HighlightId>;
};

/** Suggestions weaker than this may well be something else than a place, and are not counted. */
const leastStrength = 0.5;

/** Gather what is known of an article. What the analyst decided hides what is suggested for the same words. */
export function factOf({
  article,
  lastReadAt,
  highlights,
  mentions,
  suggested,
  memoed,
}: FactRecords): ArticleFact {
  const isNoted = ({ id, note }: Pick<Highlight, 'id' | 'note'>) =>
    note.trim() !== '' || memoed.highlights.has(id);
  return {
    group: article.sameText?.group ?? null,
    publisher: article.publisher?.value ?? null,
    carrier: article.carrier?.value ?? null,
    language: article.language.value,
    date: article.publishedAt?.value.iso ?? null,
    status: shownStatus(article, lastReadAt),
    isFlagged: article.flagged,
    hasHighlight: highlights.length > 0,
    hasNote: memoed.articles.has(article.id) || highlights.some(isNoted),
    tagIds: [...new Set(highlights.flatMap(({ tagIds }) => tagIds))],
    places: placesOf(mentions, suggested),
  };
}

/** What memos are on; those on the workspace, on tags, on memos or free are on no article. */
export function listMemoedThings(memos: readonly Pick<Memo, 'subject'>[]): MemoedThings {
  const articles = new Set<ArticleId>();
  const highlights = new Set<HighlightId>();
  for (const { subject } of memos) {
    if (subject.kind === 'article') articles.add(subject.id);
    if (subject.kind === 'highlight') highlights.add(subject.id);
  }
  return { articles, highlights };
}

function placesOf(mentions: readonly Mention[], suggested: readonly SuggestedPlace[]): PlaceFact[] {
  const places = new Map<Place['id'], PlaceFact>();
  for (const { status, place } of mentions)
    if (status === 'accepted') places.set(place.id, { place, isSuggested: false });
  for (const suggestion of suggested) {
    const { place, strength } = suggestion;
    if (strength < leastStrength || places.has(place.id)) continue;
    if (mentions.some(({ anchor }) => overlaps(anchor, suggestion))) continue;
    places.set(place.id, { place, isSuggested: true });
  }
  return [...places.values()];
}
