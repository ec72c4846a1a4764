import type { Anchor, Highlight } from '#core/annotations/highlight.ts';
import type { Field } from '#core/article.ts';
import type { Event } from '#core/events/event.ts';
import { precisionAt } from '#core/events/event-marks.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ActorId, ArticleId, PlaceId, TagId } from '#core/ids.ts';
import type { ArticleHead } from '#core/library/article-head.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { daysOfMonth, daysOfYear } from '#core/time/calendar.ts';
import type { Dating } from '#core/time/dating.ts';
import { type Area, precisionOf, type Track } from '#core/tracks/track.ts';
import type { ItemPlace, PictureItem, Stretch } from './picture-item.ts';

/** An actor accepted in a text. */
export type ActorPassage = TextSpan & { readonly actorId: ActorId };

/** What map and timeline are made of. */
export type PictureRecords = {
  readonly articles: readonly ArticleHead[];
  readonly highlights: readonly Highlight[];
  /** Accepted or not; rejected ones show nothing. */
  readonly mentions: readonly Mention[];
  readonly events: readonly Event[];
  readonly tracks: readonly Track[];
  readonly areas: readonly Area[];
  /** Actors accepted in the texts, by article; left out: none. */
  readonly actorPassages?: ReadonlyMap<ArticleId, readonly ActorPassage[]>;
  /** The actor that one stands for since they were merged; left out: each for itself. */
  readonly standsFor?: (id: ActorId) => ActorId;
};

/**
 * Everything of the work that has a place or a time, a record at several places once for each: the accepted mentions
 * and the highlights article by article, then articles, events, tracks and areas, each in the order given. One pass
 * over every table; what lies in the same words is looked for within an article alone.
 *
 * A highlight is at the places accepted in its words and has the actors accepted there; an accepted mention has the
 * tags, the grade and the actors of the highlights around it; both have the time and the actors of the events that rest
 * on the same words. An event, track or area has the tags and the grade of the highlights its passages overlap.
 */
export function collectItems(records: PictureRecords): PictureItem[] {
  const books = keepBooks(records);
  const shelf: Shelf = {
    books,
    actorsOf: (id) => records.actorPassages?.get(id) ?? [],
    standsFor: records.standsFor ?? ((id) => id),
  };
  const items: PictureItem[] = [];
  for (const book of books.values()) {
    for (const mention of book.mentions) items.push(mentionItem(mention, book, shelf));
    for (const highlight of book.highlights) items.push(...highlightItems(highlight, book, shelf));
    items.push(...articleItems(book, shelf));
  }
  for (const event of records.events) items.push(...eventItems(event, shelf));
  for (const track of records.tracks) items.push(...trackItems(track, shelf));
  for (const area of records.areas) items.push(...areaItems(area, shelf));
  return items;
}

type ArticleBook = {
  readonly article: ArticleHead;
  readonly published: Stretch | null;
  readonly source: string;
  readonly highlights: Highlight[];
  readonly mentions: Mention[];
  readonly events: { readonly anchor: Anchor; readonly event: Event }[];
};

type Shelf = {
  readonly books: ReadonlyMap<ArticleId, ArticleBook>;
  readonly actorsOf: (id: ArticleId) => readonly ActorPassage[];
  readonly standsFor: (id: ActorId) => ActorId;
};

function keepBooks(records: PictureRecords): ReadonlyMap<ArticleId, ArticleBook> {
  const books = new Map<ArticleId, ArticleBook>();
  for (const article of records.articles)
    books.set(article.id, {
      article,
      published: publishedOf(article),
      source: sourceName(article),
      highlights: [],
      mentions: [],
      events: [],
    });
  for (const highlight of records.highlights)
    books.get(highlight.anchor.articleId)?.highlights.push(highlight);
  for (const mention of records.mentions)
    if (mention.status === 'accepted') books.get(mention.anchor.articleId)?.mentions.push(mention);
  for (const event of records.events)
    for (const anchor of event.passages) books.get(anchor.articleId)?.events.push({ anchor, event });
  return books;
}

function mentionItem(mention: Mention, book: ArticleBook, shelf: Shelf): PictureItem {
  const around = book.highlights.filter(({ anchor }) => overlaps(anchor, mention.anchor));
  return {
    id: `mention:${mention.id}`,
    kind: 'mention',
    recordId: mention.id,
    title: mention.anchor.exact,
    place: placeOf(mention.place),
    ...passageOf(mention.anchor, book),
    ...happening([mention.anchor, ...around.map(({ anchor }) => anchor)], book, shelf),
    ...judged(around),
  };
}

function highlightItems(highlight: Highlight, book: ArticleBook, shelf: Shelf): PictureItem[] {
  const { anchor } = highlight;
  const places = book.mentions
    .filter((mention) => overlaps(mention.anchor, anchor))
    .map(({ place }) => place);
  const item: PictureItem = {
    id: `highlight:${highlight.id}`,
    kind: 'highlight',
    recordId: highlight.id,
    title: anchor.exact,
    place: null,
    ...passageOf(anchor, book),
    ...happening([anchor], book, shelf),
    ...judged([highlight]),
  };
  return atPlaces(item, places.map(placeOf));
}

/** An article at each place accepted in it; one without any, or without a date, still stands in the list. */
function articleItems(
  { article, published, source, mentions, highlights }: ArticleBook,
  shelf: Shelf,
): PictureItem[] {
  const item: PictureItem = {
    id: `article:${article.id}`,
    kind: 'article',
    recordId: article.id,
    title: article.title.value,
    place: null,
    when: null,
    published,
    articleId: article.id,
    span: null,
    actorIds: unique(shelf.actorsOf(article.id).map(({ actorId }) => shelf.standsFor(actorId))),
    source,
    ...judged(highlights),
  };
  return atPlaces(
    item,
    mentions.map(({ place }) => placeOf(place)),
  );
}

function eventItems(event: Event, shelf: Shelf): PictureItem[] {
  const item: PictureItem = {
    id: `event:${event.id}`,
    kind: 'event',
    recordId: event.id,
    title: event.title,
    place: null,
    when: stretchOf(event.dating),
    ...restingOn(event.passages, shelf),
    ...madeKnown(event),
    actorIds: unique(event.actors.map(({ actorId }) => shelf.standsFor(actorId))),
  };
  return atPlaces(
    item,
    event.places.map((at) =>
      at.place.precision === 'unknown'
        ? placeOf(at.place)
        : { ...placeOf(at.place), precision: precisionAt(at) },
    ),
  );
}

/** The day the analyst says it was announced goes before those of the articles. */
function madeKnown({ announcedOn }: Event): Pick<PictureItem, 'published'> | null {
  if (announcedOn === undefined) return null;
  return { published: { from: announcedOn, until: announcedOn, basis: 'analyst' } };
}

/** A track at each of its waypoints, each with its own days. */
function trackItems(track: Track, shelf: Shelf): PictureItem[] {
  const { id, name, passages, waypoints } = track;
  const actorIds = unique(track.actorIds.map(shelf.standsFor));
  const shared = {
    kind: 'track' as const,
    recordId: id,
    title: name,
    ...restingOn(passages, shelf),
    actorIds,
  };
  if (waypoints.length === 0) return [{ id: `track:${id}`, ...shared, place: null, when: null }];
  return waypoints.map((point, index) => {
    const { lat, lon, name: at, dating } = point;
    const precision = precisionOf(point);
    return {
      id: `track:${id}:${index}`,
      ...shared,
      place: { id: `track:${id}:${index}` as PlaceId, name: at, lat, lon, precision },
      when: stretchOf(dating),
    };
  });
}

/** An area at the middle of its outline. */
function areaItems(area: Area, shelf: Shelf): PictureItem[] {
  const { id, name, rings, dating, passages } = area;
  const middle = middleOf(rings[0] ?? []);
  return [
    {
      id: `area:${id}`,
      kind: 'area',
      recordId: id,
      title: name,
      place: middle === null ? null : { id: `area:${id}` as PlaceId, name, ...middle, precision: 'area' },
      when: stretchOf(dating),
      ...restingOn(passages, shelf),
      actorIds: unique(area.actorIds.map(shelf.standsFor)),
    },
  ];
}

/** Between the outermost points. */
function middleOf(ring: readonly (readonly [number, number])[]): { lat: number; lon: number } | null {
  if (ring.length === 0) return null;
  const middle = (values: readonly number[]) =>
    (values.reduce((least, value) => Math.min(least, value)) +
      values.reduce((most, value) => Math.max(most, value))) /
    2;
  return { lon: middle(ring.map(([lon]) => lon)), lat: middle(ring.map(([, lat]) => lat)) };
}

/** The item once for each place, the item itself when there is none. */
function atPlaces(item: PictureItem, places: readonly ItemPlace[]): PictureItem[] {
  const once = [...new Map(places.map((place) => [place.id, place])).values()];
  if (once.length === 0) return [item];
  return once.map((place, index) => ({
    ...item,
    id: index === 0 ? item.id : `${item.id}@${place.id}`,
    place,
  }));
}

function passageOf({ articleId, start, end }: Anchor, { published, source }: ArticleBook) {
  return { published, source, articleId, span: { start, end } };
}

/** Leads to the first passage whose article is still there; published when the earliest of them was. */
function restingOn(passages: readonly Anchor[], { books }: Shelf) {
  const there = passages.flatMap((anchor) => {
    const book = books.get(anchor.articleId);
    return book === undefined ? [] : [{ anchor, book }];
  });
  const [first] = there;
  const dates = there.flatMap(({ book }) => book.published ?? []);
  const earliest = dates.reduce<Stretch | null>(
    (least, date) => (least === null || startOf(date) < startOf(least) ? date : least),
    null,
  );
  const { articleId, span, source } =
    first === undefined ? { articleId: null, span: null, source: '' } : passageOf(first.anchor, first.book);
  const around = there.flatMap(({ anchor, book }) =>
    book.highlights.filter((highlight) => overlaps(highlight.anchor, anchor)),
  );
  return { published: earliest, articleId, span, source, ...judged(around) };
}

function startOf({ from, until }: Stretch): string {
  return from ?? until ?? '';
}

/** Tags of all; the grade of the first that anybody judged. */
function judged(highlights: readonly Highlight[]): {
  tagIds: readonly TagId[];
  grade: Highlight['grade'] | null;
} {
  if (highlights.length === 0) return none;
  const graded = highlights.find(({ grade }) => grade.reliability !== 'F' || grade.credibility !== 6);
  return {
    tagIds: unique(highlights.flatMap(({ tagIds }) => tagIds)),
    grade: (graded ?? highlights[0])?.grade ?? null,
  };
}

const none = { tagIds: [], grade: null };

/** When it was and who took part, as far as events and accepted actors in the same words say. */
function happening(
  anchors: readonly Anchor[],
  { article, events }: ArticleBook,
  { actorsOf, standsFor }: Shelf,
): Pick<PictureItem, 'when' | 'actorIds'> {
  const touches = (span: TextSpan) => anchors.some((anchor) => overlaps(anchor, span));
  const told = events.filter(({ anchor }) => touches(anchor)).map(({ event }) => event);
  const actorIds = [...actorsOf(article.id).filter(touches), ...told.flatMap(({ actors }) => actors)].map(
    ({ actorId }) => standsFor(actorId),
  );
  const times = told.flatMap(({ dating }) => stretchOf(dating) ?? []);
  const [when = null] = times;
  // Where events in the same words were at different times, nobody says which of them is meant.
  const agrees = times.every(({ from, until }) => from === when?.from && until === when?.until);
  return { when: agrees ? when : null, actorIds: unique(actorIds) };
}

function placeOf({ id, name, lat, lon, precision }: Place): ItemPlace {
  return { id, name, lat, lon, precision };
}

function stretchOf({ from, until, basis }: Dating): Stretch | null {
  return from === null && until === null ? null : { from, until, basis };
}

function sourceName({ publisher, carrier }: ArticleHead): string {
  return publisher?.value ?? carrier?.value ?? '';
}

/** As it states, or where it states nothing, within which days it may have been. */
function publishedOf({ publishedAt, inferredDate }: ArticleHead): Stretch | null {
  if (publishedAt !== null) return { ...daysIn(publishedAt.value.iso), basis: basisOf(publishedAt) };
  const { from = null, until = null } = inferredDate?.value ?? {};
  if (from === null && until === null) return null;
  return {
    from: from === null ? null : daysIn(from).from,
    until: until === null ? null : daysIn(until).until,
    basis: inferredDate?.basis === 'analyst' ? 'analyst' : 'inferred',
  };
}

function basisOf({ basis }: Field<unknown>): Stretch['basis'] {
  return basis === 'derived' ? 'inferred' : basis;
}

/** All the days that a date, written as far as it is known, may be. */
function daysIn(iso: string): { from: string; until: string } {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? [];
  if (month === undefined) return daysOfYear(Number(year), null);
  if (day === undefined) return daysOfMonth(Number(year), Number(month), null);
  return { from: iso.slice(0, 10), until: iso.slice(0, 10) };
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return values.length < 2 ? values : [...new Set(values)];
}
