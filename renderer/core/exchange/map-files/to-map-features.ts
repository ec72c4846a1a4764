import type { Position } from 'geojson';
import type { Anchor, Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Event } from '#core/events/event.ts';
import { typeOf } from '#core/events/event-types.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import { overlaps } from '#core/text/span.ts';
import type { Dating } from '#core/time/dating.ts';
import { circleCorners } from '#core/tracks/edit-areas.ts';
import { type Area, precisionOf, type Track } from '#core/tracks/track.ts';
import { type MapFeature, type MapRecord, type MapShape, writeCarried } from './map-feature.ts';
import { windRings } from './open-ring.ts';

/** What is told of a record beside what stands in it. */
export type MapContext = {
  readonly articles: ReadonlyMap<ArticleId, Pick<Article, 'title' | 'publisher' | 'carrier'>>;
  readonly tagNames: ReadonlyMap<TagId, string>;
  /** Decided mentions by article: a highlight is where the accepted ones in its passage are. */
  readonly mentions: ReadonlyMap<ArticleId, readonly Mention[]>;
};

/** Records as features of a map file, in their order. */
export function toMapFeatures(records: readonly MapRecord[], context: MapContext): MapFeature[] {
  return records.map((one, at) => ({
    id: one.record.id,
    ...tellOf(one, context),
    carried: writeCarried(one),
    partOf: null,
    row: at + 1,
  }));
}

/** The kind of what the program's own gazetteer has: it goes out to be drawn, and never comes back. */
const gazetteerKind = 'gazetteer place';

/** Places of the program's gazetteer as features of a map file. */
export function toGazetteerFeatures(places: readonly Place[]): MapFeature[] {
  return places.map((place, at) => {
    const described = describePlace(place);
    const columns = { ...described.columns, kind: gazetteerKind };
    return { id: place.id, ...described, columns, carried: null, partOf: null, row: at + 1 };
  });
}

/** Whether a feature was written from a place of the program's gazetteer. */
export function isOfGazetteer({ carried, columns }: MapFeature): boolean {
  return carried === null && (columns.kind === gazetteerKind || columns.type === gazetteerKind);
}

type Described = Omit<MapFeature, 'id' | 'carried' | 'partOf' | 'row'>;

function tellOf(one: MapRecord, context: MapContext): Described {
  switch (one.table) {
    case 'events':
      return describeEvent(one.record, context);
    case 'places':
      return describePlace(one.record);
    case 'tracks':
      return describeTrack(one.record, context);
    case 'areas':
      return describeArea(one.record, context);
    case 'highlights':
      return describeHighlight(one.record, context);
  }
}

function describeEvent(event: Event, context: MapContext): Described {
  const { title, note, dating, places, actors, subType, deaths, passages, origin } = event;
  return {
    name: title,
    note,
    shape: pointsShape(places.flatMap(({ place }) => positionOf(place))),
    ...days(dating),
    columns: filled({
      kind: 'event',
      type: subType === null ? '' : typeOf(subType),
      sub_type: subType ?? '',
      ...datingColumns(dating),
      places: places.map(({ place }) => place.name).join('; '),
      precision: places.map(({ place }) => place.precision).join('; '),
      actors: actors.map(({ name, role }) => `${name} (${role})`).join('; '),
      deaths_low: deaths?.low?.toString() ?? '',
      deaths_best: deaths?.best?.toString() ?? '',
      deaths_high: deaths?.high?.toString() ?? '',
      ...passageColumns(passages, context),
      collection: origin?.collection ?? '',
      collection_id: origin?.id ?? '',
    }),
  };
}

function describePlace(place: Place): Described {
  return {
    name: place.name,
    note: place.note,
    shape: pointsShape(positionOf(place)),
    from: '',
    until: '',
    columns: filled({
      kind: 'place',
      aliases: place.aliases.join('; '),
      country: place.country,
      precision: place.precision,
      source: place.source,
    }),
  };
}

function describeTrack(track: Track, context: MapContext): Described {
  const { name, note, waypoints, uncertaintyKm, passages } = track;
  const way: Position[] = waypoints.map(({ lat, lon }) => [lon, lat]);
  const stated = waypoints.map(({ dating }) => dating);
  return {
    name,
    note,
    shape: way.length > 1 ? { type: 'LineString', coordinates: way } : pointsShape(way),
    from: stated.find(({ from }) => from !== null)?.from ?? '',
    until: stated.findLast(({ until }) => until !== null)?.until ?? '',
    columns: filled({
      kind: 'track',
      waypoints: waypoints
        .map((one) => [one.name, span(one.dating)].filter((part) => part !== '').join(' '))
        .join('; '),
      precision: waypoints.some(({ precision }) => precision !== undefined)
        ? waypoints.map(precisionOf).join('; ')
        : '',
      uncertainty_km: uncertaintyKm?.toString() ?? '',
      ...passageColumns(passages, context),
    }),
  };
}

function describeArea(area: Area, context: MapContext): Described {
  return {
    name: area.name,
    note: area.note,
    shape: polygonOf(area),
    ...days(area.dating),
    columns: filled({
      kind: 'area',
      area_kind: area.kind,
      ...circleColumns(area),
      ...datingColumns(area.dating),
      ...passageColumns(area.passages, context),
    }),
  };
}

/** Its outline and its holes; `null` until it is an area. */
function polygonOf({ rings }: Area): MapShape | null {
  const [outline = []] = rings;
  if (outline.length < 3) return null;
  // A hole that is only begun is none yet.
  const whole = rings.filter(({ length }) => length > 2);
  const coordinates = windRings(whole.map((ring) => ring.map(([lon, lat]): Position => [lon, lat])));
  return { type: 'Polygon', coordinates };
}

/** No format has circles: what the ring is drawn of is told beside it. */
function circleColumns({ circle }: Area): Record<string, string> {
  if (circle === undefined) return {};
  const { lat, lon, radiusKm } = circle;
  return {
    circle_centre: `${lat} ${lon}`,
    circle_radius_km: radiusKm.toString(),
    circle_corners: circleCorners.toString(),
  };
}

function describeHighlight(highlight: Highlight, context: MapContext): Described {
  const { anchor, note, tagIds, grade } = highlight;
  const places = (context.mentions.get(anchor.articleId) ?? []).filter(
    (mention) => mention.status === 'accepted' && overlaps(mention.anchor, anchor),
  );
  const each = new Map(places.map(({ place }) => [place.id, place]));
  return {
    name: shorten(anchor.exact),
    note,
    shape: pointsShape([...each.values()].flatMap(positionOf)),
    from: '',
    until: '',
    columns: filled({
      kind: 'highlight',
      places: [...each.values()].map(({ name }) => name).join('; '),
      tags: tagIds.map((id) => context.tagNames.get(id) ?? id).join('; '),
      grade: `${grade.reliability}${grade.credibility}`,
      ...passageColumns([anchor], context),
    }),
  };
}

function passageColumns(passages: readonly Anchor[], { articles }: MapContext): Record<string, string> {
  const heads = [...new Set(passages.map(({ articleId }) => articleId))].map((id) => articles.get(id));
  return {
    passages: passages.map(({ exact }) => `“${exact.replace(/\s+/g, ' ')}”`).join(' '),
    articles: heads.map((head) => head?.title.value ?? '').join('; '),
    sources: [...new Set(heads.flatMap((head) => head?.publisher?.value ?? []))].join('; '),
  };
}

function datingColumns({ precision, basis, printed }: Dating): Record<string, string> {
  return { time_precision: precision?.toString() ?? '', date_basis: basis, date_printed: printed };
}

function days({ from, until }: Dating): Pick<Described, 'from' | 'until'> {
  return { from: from ?? '', until: until ?? '' };
}

function span({ from, until }: Dating): string {
  return from === until ? (from ?? '') : `${from ?? '…'}/${until ?? '…'}`;
}

function positionOf({ lat, lon }: Pick<Place, 'lat' | 'lon'>): Position[] {
  return lat === null || lon === null ? [] : [[lon, lat]];
}

function pointsShape(points: readonly Position[]): MapShape | null {
  const [first] = points;
  if (first === undefined) return null;
  return points.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: [...points] };
}

function filled(columns: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== ''));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 120 ? line : `${line.slice(0, 119).toWellFormed()}…`;
}
