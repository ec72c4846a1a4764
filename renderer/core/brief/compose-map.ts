import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { BriefWords } from './brief-words.ts';
import type { ComposedBlock, ComposedPlace } from './composed-brief.ts';
import type { MapBase } from './map-base.ts';
import { drawMapFigure, type FigurePlace } from './map-figure.ts';

/** What a map figure is made of. */
export type MapMaterial = {
  readonly mentions: readonly Mention[];
  readonly citedArticles: ReadonlySet<ArticleId>;
  readonly base: MapBase | null;
  readonly words: BriefWords;
};

type PlaceUse = { readonly place: Place; readonly passages: number };

type ComposedMap = Omit<Extract<ComposedBlock, { kind: 'map' }>, 'blockId'>;

/**
 * Compose figure `number`: the places the analyst accepted in the articles the brief cites, or in all articles as
 * long as it cites none. Places that are not located are listed and not drawn.
 */
export function composeMap(caption: string, number: number, material: MapMaterial): ComposedMap {
  const { mentions, citedArticles, base, words } = material;
  const isInScope = ({ anchor }: Mention) => citedArticles.size === 0 || citedArticles.has(anchor.articleId);
  const uses = countPlaces(mentions.filter((mention) => mention.status === 'accepted' && isInScope(mention)));
  const figurePlaces = uses.flatMap(toFigurePlace);
  const scope = citedArticles.size === 0 ? words.scopeAll : words.scopeCited(citedArticles.size);
  return {
    kind: 'map',
    label: words.figure(number),
    caption,
    scope: uses.length === 0 ? words.noPlaces : scope,
    figure: drawMapFigure(figurePlaces, base, words),
    columns: words.placeColumns,
    places: uses.map((use) => composePlace(use, words)),
  };
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
