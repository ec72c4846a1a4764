import type { Grade } from '#core/annotations/highlight.ts';
import type { ActorId, TagId } from '#core/ids.ts';
import type { ItemKind } from './picture-item.ts';

/** A part of the map the analyst chose. */
export type MapShape =
  | {
      readonly kind: 'polygon';
      /** Rings of [longitude, latitude] in degrees, WGS 84; a point is inside where an odd number of rings surround it. */
      readonly rings: readonly (readonly (readonly [number, number])[])[];
      /** Of the region, province or drawn area; empty: drawn for the moment. */
      readonly name: string;
    }
  | { readonly kind: 'circle'; readonly lat: number; readonly lon: number; readonly radiusKm: number };

/** What the analyst narrows map and timeline down to. An empty list or `null` lets everything through. */
export type Narrowing = {
  readonly kinds: readonly ItemKind[];
  readonly tagIds: readonly TagId[];
  readonly actorIds: readonly ActorId[];
  readonly sources: readonly string[];
  readonly reliabilities: readonly Grade['reliability'][];
  /** First and last day; by `timeOf`. */
  readonly from: string | null;
  readonly until: string | null;
  /** Whether the days are those on which it happened or those on which it was published. */
  readonly timeOf: 'event' | 'publication';
  readonly shape: MapShape | null;
};

/** Narrowed by nothing. */
export const wideOpen: Narrowing = {
  kinds: [],
  tagIds: [],
  actorIds: [],
  sources: [],
  reliabilities: [],
  from: null,
  until: null,
  timeOf: 'event',
  shape: null,
};

/** Whether nothing narrows; which days are meant does not while none are chosen. */
export function isWideOpen(narrowing: Narrowing): boolean {
  const { kinds, tagIds, actorIds, sources, reliabilities, from, until, shape } = narrowing;
  const lists = [kinds, tagIds, actorIds, sources, reliabilities];
  return from === null && until === null && shape === null && lists.every(({ length }) => length === 0);
}
