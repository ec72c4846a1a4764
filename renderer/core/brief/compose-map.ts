import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';
import { type Area, precisionOf, type Track } from '#core/tracks/track.ts';
import type { BriefWords } from './brief-words.ts';
import type { ComposedBlock, ComposedPlace } from './composed-brief.ts';
import type { FigureTrack } from './draw-shapes.ts';
import type { MapBase } from './map-base.ts';
import { drawMapFigure, type FigurePlace } from './map-figure.ts';

/** What a map figure is made of. */
export type MapMaterial = {
  readonly mentions: readonly Mention[];
  readonly tracks: readonly Track[];
  readonly areas: readonly Area[];
  readonly citedArticles: ReadonlySet<ArticleId>;
  readonly base: MapBase | null;
  readonly words: BriefWords;
};

type PlaceUse = { readonly place: Place; readonly passages: number };

type ComposedMap = Omit<Extract<ComposedBlock, { kind: 'map' }>, 'blockId'>;

/**
 * Compose figure `number`: the places the analyst accepted in the articles the brief cites, or in all articles as
 * long as it cites none, and the tracks and areas that rest on one of those articles. Places that are not located are
 * listed and not drawn.
 */
export function composeMap(caption: string, number: number, material: MapMaterial): ComposedMap {
  const { mentions, citedArticles, base, words } = material;
  const tracks = material.tracks.filter(
    (track) => track.waypoints.length > 0 && restsOn(track, citedArticles),
  );
  const areas = material.areas.filter(
    (area) => (area.rings[0]?.length ?? 0) > 2 && restsOn(area, citedArticles),
  );
  const isInScope = ({ anchor }: Mention) => citedArticles.size === 0 || citedArticles.has(anchor.articleId);
  const uses = countPlaces(mentions.filter((mention) => mention.status === 'accepted' && isInScope(mention)));
  const figurePlaces = uses.flatMap(toFigurePlace);
  const places = citedArticles.size === 0 ? words.scopeAll : words.scopeCited(citedArticles.size);
  const hasShapes = tracks.length + areas.length > 0;
  const scope = hasShapes ? `${places} ${words.scopeShapes(citedArticles.size > 0)}` : places;
  return {
    kind: 'map',
    label: words.figure(number),
    caption,
    scope: uses.length + tracks.length + areas.length === 0 ? words.noPlaces : scope,
    figure: drawMapFigure(figurePlaces, base, words, {
      tracks: tracks.map(toFigureTrack),
      areas: areas.map(({ name, kind, rings }) => ({ name, kind, rings })),
    }),
    columns: words.placeColumns,
    places: [
      ...uses.map((use) => composePlace(use, words)),
      ...tracks.map((track) => composeTrack(track, words)),
      ...areas.map((area) => composeArea(area, words)),
    ],
  };
}

/** Whether a track or area rests on an article the brief cites; on any when it cites none. */
function restsOn({ passages }: Track | Area, cited: ReadonlySet<ArticleId>): boolean {
  return cited.size === 0 || passages.some(({ articleId }) => cited.has(articleId));
}

function toFigureTrack({ name, waypoints, uncertaintyKm }: Track): FigureTrack {
  const points = waypoints.map((point) => ({
    lat: point.lat,
    lon: point.lon,
    name: point.name,
    isDated: days(point.dating) !== '',
    precision: precisionOf(point),
  }));
  return { name, points, uncertaintyKm };
}

/** Places with the number of their passages, most first. */
function countPlaces(mentions: readonly Mention[]): PlaceUse[] {
  const uses = new Map<PlaceId, PlaceUse>();
  for (const { place } of mentions)
    uses.set(place.id, { place, passages: (uses.get(place.id)?.passages ?? 0) + 1 });
  return [...uses.values()].sort((a, b) => b.passages - a.passages || (a.place.name < b.place.name ? -1 : 1));
}

function toFigurePlace({ place, passages }: PlaceUse): FigurePlace[] {
  const { name, lat, lon, precision } = place;
  if (lat === null || lon === null || precision === 'unknown') return [];
  return [{ name, lat, lon, precision, passages }];
}

function composePlace({ place, passages }: PlaceUse, words: BriefWords): ComposedPlace {
  const { lat, lon } = place;
  const located = lat !== null && lon !== null && place.precision !== 'unknown';
  return {
    name: place.name,
    precision: words.precisions[located ? place.precision : 'unknown'],
    position: located ? `${lat.toFixed(4)}, ${lon.toFixed(4)}` : '',
    passages: words.passageCount(passages),
  };
}

function composeTrack({ name, waypoints, uncertaintyKm, passages }: Track, words: BriefWords): ComposedPlace {
  const way = waypoints.map(({ name: place, lat, lon, dating }) => {
    const where = place === '' ? `${lat.toFixed(4)}, ${lon.toFixed(4)}` : place;
    return days(dating) === '' ? where : `${where} (${days(dating)})`;
  });
  const counted = words.passageCount(passages.length);
  // Said here too: the band of the figure is not read out.
  const precision =
    uncertaintyKm === null ? words.track : `${words.track}, ± ${words.kilometres(uncertaintyKm)}`;
  return { name: `${name}: ${way.join(' → ')}`, precision, position: '', passages: counted };
}

function composeArea({ name, kind, dating, passages, circle }: Area, words: BriefWords): ComposedPlace {
  const counted = words.passageCount(passages.length);
  const precision = `${words.area} – ${words.areaKinds[kind]}`;
  const held = days(dating) === '' ? name : `${name} (${days(dating)})`;
  const position =
    circle === undefined
      ? ''
      : `${circle.lat.toFixed(4)}, ${circle.lon.toFixed(4)} · r ${words.kilometres(circle.radiusKm)}`;
  return { name: held, precision, position, passages: counted };
}

/** `2024-09-12`, `2024-09-12/2024-09-19` (ISO 8601), with `..` at an open end; empty when nothing is known. */
function days({ from, until }: Dating): string {
  if (from === null && until === null) return '';
  return from === until ? (from ?? '') : `${from ?? '..'}/${until ?? '..'}`;
}
