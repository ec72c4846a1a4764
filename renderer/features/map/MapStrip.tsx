import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import { look, useLook } from '#state/workspace.ts';
import { coreCodes } from './country-names.ts';
import type { MapWidget } from './create-map.ts';
import { MapView } from './MapView.tsx';
import type { MapData, MapOverlays } from './map-data.ts';
import { pickPoint, placingPoint } from './placing.ts';
import { noPoints } from './point-layer.ts';
import { noShapes } from './shapes.ts';
import { type PinnedPlace, useMapPins } from './use-map-pins.ts';
import { useArticleMentions } from './use-mentions.ts';

/** The strip is too small for what lies over a large map. */
const noEvents: MapData['events'] = [];
const bare: MapOverlays = { hasGraticule: false, hasOutline: false, measured: [] };

/** The places of the open article on a small map under it. */
export function MapStrip() {
  const { t } = useLingui();
  const widget = useRef<MapWidget | null>(null);
  const articleId = useLook((state) => state.shownArticleId);
  const placeId = useLook((state) => state.placeId);
  const hoverId = useLook((state) => state.hoverPlaceId);
  const picked = useStore(placingPoint, (state) => state.point);
  const isPicking = useLook((state) => state.placing !== null);
  const shown = useArticleMentions(articleId);
  const { accepted, suggested } = useMemo(() => {
    const strong = shown.filter(
      ({ status, suggestion }) => status === 'suggested' && (suggestion?.strength ?? 0) >= 0.5,
    );
    return {
      accepted: count(shown.filter(({ status }) => status === 'accepted').map(({ place }) => place)),
      suggested: count(strong.map(({ place }) => place).filter(({ type }) => type !== 'country')),
    };
  }, [shown]);
  const pins = useMapPins(accepted, suggested);

  // Another article: all its places come into the view, once they are known.
  const fitted = useRef<string | null>(null);
  useEffect(() => {
    const places = [...accepted, ...suggested].map(({ place }) => place);
    // So small a map cannot hold Algiers and Niamey: the three countries come first.
    const core = places.filter(({ country }) => coreCodes.includes(country));
    const points = (core.length === 0 ? places : core).flatMap(({ lat, lon, type }) =>
      lat === null || lon === null || type === 'country' ? [] : [{ lat, lon }],
    );
    if (points.length === 0 || fitted.current === articleId) return;
    fitted.current = articleId;
    widget.current?.fit(points);
  }, [articleId, accepted, suggested]);

  const chosen = [...accepted, ...suggested].find(({ place }) => place.id === placeId)?.place;
  const lat = chosen?.lat ?? null;
  const lon = chosen?.lon ?? null;
  useEffect(() => {
    if (lat !== null && lon !== null) widget.current?.reveal({ lat, lon });
  }, [lat, lon]);

  return (
    <MapView
      widget={widget}
      label={t`Map of this article`}
      memory="strip"
      pins={pins}
      chosenId={placeId}
      hoverId={hoverId}
      isPicking={isPicking}
      picked={picked}
      overlays={bare}
      events={noEvents}
      points={noPoints}
      shapes={noShapes}
      onChoose={(ids) => look.setState({ placeId: ids[0] ?? null })}
      onHover={(id) => look.setState({ hoverPlaceId: id })}
      onPick={pickPoint}
      onShape={() => {}}
    />
  );
}

function count(places: readonly Place[]): PinnedPlace[] {
  const counts = new Map<PlaceId, { place: Place; count: number }>();
  for (const place of places) {
    const known = counts.get(place.id);
    counts.set(place.id, { place, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
