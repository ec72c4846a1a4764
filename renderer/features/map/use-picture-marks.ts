import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { eventMarks } from '#core/events/event-marks.ts';
import type { SuggestionGroup } from '#core/geo/group-suggestions.ts';
import type { PlaceId } from '#core/ids.ts';
import { type MapPoint, type PointKind, pointOf } from '#core/picture/map-point.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { useNarrowedItems } from '#state/use-narrowed-items.ts';
import type { TitledEventMark } from './event-layer.ts';
import type { MapData } from './map-data.ts';
import { noPoints, type PointData } from './point-layer.ts';
import { useShownKinds } from './shown-kinds.ts';
import { type PinnedPlace, useMapPins } from './use-map-pins.ts';
import { useIsNarrowed, useNarrowedPlaces } from './use-narrowed-places.ts';
import type { PlaceUse } from './use-place-data.ts';
import { usePlaceWords } from './use-place-words.ts';

/** More pins than these, or more marks of events, are drawn as symbols with all the rest. */
const mostPins = 300;

const noPlaces: readonly PinnedPlace[] = [];
const noUses: readonly PlaceUse[] = [];
const noItems: readonly PictureItem[] = [];

/** What of the work lies on the map, narrowed: pins and marks while they are few, symbols for all else. */
export function usePictureMarks(
  accepted: readonly PlaceUse[],
  groups: readonly SuggestionGroup[],
): Pick<MapData, 'pins' | 'events' | 'points'> {
  const narrowed = useNarrowedItems();
  const { kinds, isHeat } = useShownKinds();
  const inside = narrowed?.inside ?? null;
  const isNarrowed = useIsNarrowed();
  const located = useMemo(() => groups.filter(({ place }) => place.type !== 'country'), [groups]);
  const suggested = kinds.has('suggested') && !isNarrowed ? located : noPlaces;
  const hasPins = accepted.length + suggested.length <= mostPins;
  const pins = useMapPins(
    useNarrowedPlaces(hasPins && kinds.has('mention') ? accepted : noUses).map(({ place, mentions }) => ({
      place,
      count: mentions.length,
    })),
    hasPins ? suggested : noPlaces,
  );
  const pinned = useMemo(() => {
    const places = [...(kinds.has('mention') ? accepted : noUses), ...suggested];
    return new Set(hasPins ? places.map(({ place }) => place.id) : []);
  }, [hasPins, kinds, accepted, suggested]);
  const hasMarks = useMemo(() => isFew(narrowed?.all ?? noItems), [narrowed?.all]);
  const events = useTitledMarks(hasMarks && kinds.has('event') ? (inside ?? noItems) : noItems);
  const all = useMemo(
    () => [...(narrowed?.all ?? noItems).filter(isPoint).flatMap(pointOf), ...suggestedPoints(located)],
    [narrowed?.all, located],
  );
  const points = useMemo((): PointData => {
    if (inside === null) return noPoints;
    // The points stay the same ones whatever is chosen of them: to put many in order takes a while.
    const chosen = new Set(kinds);
    if (isNarrowed) chosen.delete('suggested');
    const drawn = new Set(chosen);
    if (hasPins) for (const kind of ['mention', 'suggested'] as const) drawn.delete(kind);
    if (hasMarks) drawn.delete('event');
    return { all, items: inside, chosen, drawn, isHeat, pinned };
  }, [all, inside, kinds, isNarrowed, isHeat, hasPins, hasMarks, pinned]);
  return { pins, events, points };
}

/** Tracks and areas are drawn as lines and outlines, never as points. */
function isPoint({ kind }: PictureItem): boolean {
  return kind !== 'track' && kind !== 'area';
}

/** Whether events lie at so few places that each gets a mark of its own. */
function isFew(items: readonly PictureItem[]): boolean {
  const places = new Set<PlaceId>();
  for (const { kind, place } of items) {
    if (kind === 'event' && place !== null) places.add(place.id);
    if (places.size > mostPins) return false;
  }
  return true;
}

const suggestedKind: PointKind = 'suggested';

function suggestedPoints(places: readonly PinnedPlace[]): MapPoint[] {
  return places.flatMap(({ place: { id, name, lat, lon, precision } }) =>
    lat === null || lon === null || precision === 'unknown'
      ? []
      : [{ kind: suggestedKind, lat, lon, precision, placeId: id, placeName: name, item: null }],
  );
}

/** Marks for the events among the items, with what is said of each. */
function useTitledMarks(items: readonly PictureItem[]): readonly TitledEventMark[] {
  const { i18n } = useLingui();
  const words = usePlaceWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone.
  return useMemo(
    () =>
      eventMarks(items).map((mark) => {
        const count = plural(mark.count, { one: '# event', other: '# events' });
        return { ...mark, title: `${mark.name} · ${count} · ${words.precision(mark.precision)}` };
      }),
    [items, i18n.locale],
  );
}
