import { describe, expect, it } from 'vitest';
import type { PlaceId } from '#core/ids.ts';
import { countKinds, listRecords } from '#core/picture/list-records.ts';
import type { ItemPlace, PictureItem } from '#core/picture/picture-item.ts';

function item(kind: PictureItem['kind'], recordId: string, place: Partial<ItemPlace> | null): PictureItem {
  return {
    id: `${kind}:${recordId}@${place?.name ?? ''}`,
    kind,
    recordId,
    title: recordId,
    place:
      place === null
        ? null
        : { id: (place.name ?? '') as PlaceId, name: '', lat: 1, lon: 1, precision: 'exact', ...place },
    when: null,
    published: null,
    articleId: null,
    span: null,
    actorIds: [],
    tagIds: [],
    source: '',
    grade: null,
  };
}

describe('listRecords', () => {
  const records = listRecords([
    item('article', 'a', { name: 'Gao' }),
    item('event', 'a', { name: 'Kidal', precision: 'area' }),
    item('article', 'a', { name: 'Kidal', precision: 'area' }),
    item('article', 'a', { name: 'Gao' }),
    item('highlight', 'h', null),
  ]);

  it('lists a record once with all its places, and tells kinds of the same id apart', () => {
    expect(records.map(({ item: { kind }, places }) => [kind, places.map(({ name }) => name)])).toEqual([
      ['article', ['Gao', 'Kidal']],
      ['event', ['Kidal']],
      ['highlight', []],
    ]);
    expect(countKinds(records)).toEqual(
      new Map([
        ['article', 1],
        ['event', 1],
        ['highlight', 1],
      ]),
    );
  });

  it('says of which record no more than an area is known, unless the area is known to lie there', () => {
    const inKidal = [item('event', 'a', { name: 'Kidal', precision: 'area' })];
    expect(listRecords(inKidal, ({ name }) => name === 'Kidal')[0]?.isAreaOnly).toBe(false);
    expect(listRecords(inKidal, ({ name }) => name === 'Gao')[0]?.isAreaOnly).toBe(true);
    expect(records.map(({ isAreaOnly }) => isAreaOnly)).toEqual([false, true, false]);
  });
});
