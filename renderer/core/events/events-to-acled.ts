import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { addDays } from '#core/time/calendar.ts';
import type { Dating } from '#core/time/dating.ts';
import { daysBetween } from './enter-dating.ts';
import type { Event, EventRole } from './event.ts';
import { typeOf } from './event-types.ts';

/** The columns of ACLED's export, in its order. */
export const acledColumns = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
] as const;

export type AcledColumn = (typeof acledColumns)[number];

type Country = { readonly iso: string; readonly name: string; readonly region: string };

/** Countries as ACLED writes them, with their ISO 3166-1 numbers: those of the base map. */
const countries: Readonly<Record<string, Country>> = {
  ML: { iso: '466', name: 'Mali', region: 'Western Africa' },
  BF: { iso: '854', name: 'Burkina Faso', region: 'Western Africa' },
  NE: { iso: '562', name: 'Niger', region: 'Western Africa' },
  NG: { iso: '566', name: 'Nigeria', region: 'Western Africa' },
  BJ: { iso: '204', name: 'Benin', region: 'Western Africa' },
  TG: { iso: '768', name: 'Togo', region: 'Western Africa' },
  GH: { iso: '288', name: 'Ghana', region: 'Western Africa' },
  CI: { iso: '384', name: 'Ivory Coast', region: 'Western Africa' },
  GN: { iso: '324', name: 'Guinea', region: 'Western Africa' },
  SN: { iso: '686', name: 'Senegal', region: 'Western Africa' },
  MR: { iso: '478', name: 'Mauritania', region: 'Western Africa' },
  DZ: { iso: '12', name: 'Algeria', region: 'Northern Africa' },
  LY: { iso: '434', name: 'Libya', region: 'Northern Africa' },
  TD: { iso: '148', name: 'Chad', region: 'Middle Africa' },
};

const codes = new Map(
  Object.entries(countries).flatMap(([code, { name, iso }]) => [
    [name.toLowerCase(), code] as const,
    [iso, code] as const,
  ]),
);

/** A country's name as ACLED and UCDP write it; what is given when it is none of those of the base map. */
export function countryName(code: string): string {
  return countries[code]?.name ?? code;
}

/** The two letters of a country that ACLED or UCDP names; empty when it is none of those of the base map. */
export function countryCode(name: string): string {
  return codes.get(name.trim().toLowerCase()) ?? '';
}

/**
 * Events as rows in ACLED's columns, the heads first. A column that nothing here fills stays empty, as does what nobody
 * knows. One row an event: its first place is the location, further ones are named in the notes.
 */
export function eventsToAcled(
  events: readonly Event[],
  articles: ReadonlyMap<ArticleId, Pick<Article, 'publisher' | 'carrier' | 'title'>>,
): string[][] {
  const rows = events.map((event) => {
    const row = toRow(event, articles);
    return acledColumns.map((column) => row[column] ?? '');
  });
  return [[...acledColumns], ...rows];
}

function toRow(
  event: Event,
  articles: ReadonlyMap<ArticleId, Pick<Article, 'publisher' | 'carrier' | 'title'>>,
): Partial<Record<AcledColumn, string>> {
  const { dating, subType, deaths, passages } = event;
  const day = acledDay(dating);
  const [first] = event.places;
  const country = first === undefined ? undefined : countries[first.place.country];
  const fatalities = deaths?.best ?? deaths?.low ?? null;
  const named = (role: EventRole) =>
    event.actors
      .filter((actor) => actor.role === role)
      .map(({ name }) => name)
      .join('; ');
  const sources = passages.map(({ articleId }) => {
    const article = articles.get(articleId);
    return article?.publisher?.value ?? article?.carrier?.value ?? article?.title.value ?? '';
  });
  return {
    event_id_cnty: event.id,
    event_date: day ?? '',
    year: day?.slice(0, 4) ?? '',
    time_precision: dating.precision?.toString() ?? '',
    event_type: subType === null ? '' : typeOf(subType),
    sub_event_type: subType ?? '',
    actor1: named('side-1'),
    assoc_actor_1: named('with-1'),
    actor2: named('side-2'),
    assoc_actor_2: named('with-2'),
    iso: country?.iso ?? '',
    region: country?.region ?? '',
    country: country?.name ?? first?.place.country ?? '',
    location: first?.place.name ?? '',
    latitude: first?.place.lat?.toString() ?? '',
    longitude: first?.place.lon?.toString() ?? '',
    geo_precision: first?.geoPrecision?.toString() ?? '',
    source: [...new Set(sources.filter((name) => name !== ''))].join('; '),
    notes: notesOf(event),
    fatalities: fatalities?.toString() ?? '',
    timestamp: Math.floor(Date.parse(event.updatedAt) / 1000).toString(),
  };
}

/** The day itself, or of a week or a month its middle, as ACLED's codebook asks; `null` when an end is open. */
function acledDay({ from, until }: Dating): string | null {
  if (from === null || until === null) return null;
  return addDays(from, Math.floor(daysBetween(from, until) / 2));
}

function notesOf({ title, note, passages, places, dating }: Event): string {
  const further = places.slice(1).map(({ place }) => place.name);
  const range = dating.from !== dating.until ? `${dating.from ?? '…'}/${dating.until ?? '…'}` : '';
  return [
    title,
    note,
    further.length === 0 ? '' : `+ ${further.join('; ')}`,
    range,
    ...passages.map(({ exact }) => `“${exact}”`),
  ]
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' | ');
}
