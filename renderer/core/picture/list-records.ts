import type { PlaceId } from '#core/ids.ts';
import type { ItemKind, ItemPlace, PictureItem } from './picture-item.ts';

/** A record of the work with all the places at which it is among the items. */
export type ListedRecord = {
  /** The first of its items: it leads to the passage. */
  readonly item: PictureItem;
  /** Its places, each once, in the order of the items. */
  readonly places: readonly ItemPlace[];
  /** Whether all that is known of where it was is an area, whose middle is no place. */
  readonly isAreaOnly: boolean;
};

/**
 * Items as a list of records, each once, in the order of their first items. `isSure` tells of an area that it lies
 * where the list is of.
 */
export function listRecords(
  items: readonly PictureItem[],
  isSure: (area: ItemPlace) => boolean = () => false,
): ListedRecord[] {
  const records = new Map<
    string,
    { item: PictureItem; places: Map<PlaceId, ItemPlace>; isAreaOnly: boolean }
  >();
  for (const item of items) {
    const key = `${item.kind}:${item.recordId}`;
    const isArea = item.place !== null && isUnsure(item.place) && !isSure(item.place);
    const record = records.get(key) ?? { item, places: new Map(), isAreaOnly: true };
    if (item.place !== null) record.places.set(item.place.id, item.place);
    record.isAreaOnly &&= isArea;
    records.set(key, record);
  }
  return [...records.values()].map(({ item, places, isAreaOnly }) => ({
    item,
    places: [...places.values()],
    isAreaOnly,
  }));
}

function isUnsure({ precision }: ItemPlace): boolean {
  return precision === 'area' || precision === 'unknown';
}

/** How many of each kind there are; kinds without any are left out. */
export function countKinds(records: readonly ListedRecord[]): ReadonlyMap<ItemKind, number> {
  const counts = new Map<ItemKind, number>();
  for (const { item } of records) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  return counts;
}
