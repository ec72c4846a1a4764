import { useMemo } from 'react';
import { isWideOpen } from '#core/picture/narrowing.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { useNarrowing } from '#state/narrowing.ts';
import { useNarrowedItems } from '#state/use-narrowed-items.ts';
import type { PlaceUse } from './use-place-data.ts';

/** Whether anything narrows the map; what is only suggested is in none of its items, and is not judged by it. */
export function useIsNarrowed(): boolean {
  return useNarrowing((state) => !isWideOpen(state));
}

/** Accepted places with those of their passages that the narrowing leaves; a place without any is left out. */
export function useNarrowedPlaces(uses: readonly PlaceUse[]): readonly PlaceUse[] {
  const isNarrowed = useIsNarrowed();
  const inside = useNarrowedItems()?.inside;
  return useMemo(() => {
    if (!isNarrowed || inside === undefined) return uses;
    const left = recordsOf(inside, 'mention');
    return uses.flatMap(({ place, mentions }) => {
      const kept = mentions.filter(({ id }) => left.has(id));
      return kept.length === 0 ? [] : [{ place, mentions: kept }];
    });
  }, [isNarrowed, inside, uses]);
}

function recordsOf(items: readonly PictureItem[], kind: PictureItem['kind']): ReadonlySet<string> {
  return new Set(items.filter((item) => item.kind === kind).map(({ recordId }) => recordId));
}
