import type { Article } from '#core/article.ts';
import { ucdpColumns } from '#core/exchange/collections/collection.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';
import type { Event, EventRole } from './event.ts';
import { countryName } from './events-to-acled.ts';

type Column = (typeof ucdpColumns)[number];

/** ACLED's precisions as UCDP's: a day, a week, a month; a town, its neighbourhood, a region. */
const datePrecisions = { 1: '1', 2: '3', 3: '4' } as const;
const wherePrecisions = { 1: '1', 2: '2', 3: '4' } as const;

/**
 * Events as rows in the columns of UCDP's georeferenced event dataset, the heads first. What nobody here codes, such as
 * the type of violence and the dyad, stays empty. One row an event: its first place is the location.
 */
export function eventsToUcdp(
  events: readonly Event[],
  articles: ReadonlyMap<ArticleId, Pick<Article, 'publisher' | 'title'>>,
): string[][] {
  const rows = events.map((event) => {
    const row = toRow(event, articles);
    return ucdpColumns.map((column) => row[column] ?? '');
  });
  return [[...ucdpColumns], ...rows];
}

function toRow(
  { id, title, dating, places, actors, deaths, passages }: Event,
  articles: ReadonlyMap<ArticleId, Pick<Article, 'publisher' | 'title'>>,
): Partial<Record<Column, string>> {
  const [first] = places;
  const side = (role: EventRole) =>
    actors
      .filter((actor) => actor.role === role)
      .map(({ name }) => name)
      .join('; ');
  const sources = [...new Set(passages.map(({ articleId }) => articleId))].flatMap(
    (articleId) => articles.get(articleId) ?? [],
  );
  return {
    id,
    ...datesOf(dating),
    side_a: side('side-1'),
    side_b: side('side-2'),
    number_of_sources: sources.length === 0 ? '' : sources.length.toString(),
    source_article: sources.map((article) => article.title.value).join('; '),
    source_office: [...new Set(sources.flatMap(({ publisher }) => publisher?.value ?? []))].join('; '),
    source_headline: title,
    source_original: passages.map(({ exact }) => `“${exact.replace(/\s+/g, ' ')}”`).join(' '),
    where_prec: first?.geoPrecision ? wherePrecisions[first.geoPrecision] : '',
    where_coordinates: first?.place.name ?? '',
    where_description: places
      .slice(1)
      .map(({ place }) => place.name)
      .join('; '),
    latitude: first?.place.lat?.toString() ?? '',
    longitude: first?.place.lon?.toString() ?? '',
    country: first === undefined ? '' : countryName(first.place.country),
    best: deaths?.best?.toString() ?? '',
    high: deaths?.high?.toString() ?? '',
    low: deaths?.low?.toString() ?? '',
  };
}

function datesOf({ from, until, precision }: Dating): Partial<Record<Column, string>> {
  const isOneYear = from !== null && from.slice(0, 4) === until?.slice(0, 4);
  const longer = from === null ? '' : '5';
  return {
    year: isOneYear ? from.slice(0, 4) : '',
    date_prec: precision === null ? longer : datePrecisions[precision],
    date_start: from ?? '',
    date_end: until ?? '',
  };
}
