import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Place } from '#core/geo/place.ts';
import type { MapPin } from './pin-layer.ts';
import { usePlaceWords } from './use-place-words.ts';

/** A place to be pinned, with how many passages it has. */
export type PinnedPlace = { readonly place: Place; readonly count: number };

/** Pins for accepted and for suggested places, as far as they are located; an accepted place hides its suggestion. */
export function useMapPins(accepted: readonly PinnedPlace[], suggested: readonly PinnedPlace[]): MapPin[] {
  const { t } = useLingui();
  const words = usePlaceWords();
  const taken = new Set(accepted.map(({ place }) => place.id));
  const pin = ({ place, count }: PinnedPlace, status: MapPin['status']): MapPin[] => {
    const { id, name, lat, lon, precision } = place;
    if (lat === null || lon === null || precision === 'unknown') return [];
    const passages = plural(count, { one: '# passage', other: '# passages' });
    const title =
      status === 'accepted'
        ? `${name} · ${words.precision(precision)} · ${passages}`
        : t`${name} · suggested · ${passages}`;
    return [{ id, name, lat, lon, precision, status, count, title }];
  };
  return [
    ...accepted.flatMap((use) => pin(use, 'accepted')),
    ...suggested.filter(({ place }) => !taken.has(place.id)).flatMap((use) => pin(use, 'suggested')),
  ];
}
