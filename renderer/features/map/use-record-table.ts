import { useLingui } from '@lingui/react/macro';
import type { ArticleId } from '#core/ids.ts';
import type { ListedRecord } from '#core/picture/list-records.ts';
import type { ItemPlace, PictureItem } from '#core/picture/picture-item.ts';
import { kindName } from '#ui/kind-words.ts';
import { useNames } from './use-facets.ts';
import { useArticlesById } from './use-place-data.ts';

/** A function that turns records into the rows of a table, the head first. */
export function useRecordTable(): (records: readonly ListedRecord[]) => readonly (readonly string[])[] {
  const { t } = useLingui();
  const names = useNames();
  const articles = useArticlesById();
  return (records) => [
    [
      t`Kind`,
      t`Words`,
      t`Places`,
      t`Latitude`,
      t`Longitude`,
      t`Precision of the place`,
      t`Happened from`,
      t`Happened until`,
      t`How that is known`,
      t`Published from`,
      t`Published until`,
      t`How the publication is known`,
      t`Source`,
      t`Article`,
      t`First character`,
      t`After the last character`,
      t`Grade`,
      t`Tags`,
      t`Actors`,
    ],
    ...records.map(({ item, places }) => [
      kindName(item.kind),
      item.title,
      // Places, latitudes, longitudes and precisions in one order.
      each(places, ({ name }) => name),
      each(places, ({ lat }) => lat?.toString() ?? ''),
      each(places, ({ lon }) => lon?.toString() ?? ''),
      each(places, ({ precision }) => precision),
      ...timesOf(item),
      item.source,
      articles.get(item.articleId ?? ('' as ArticleId))?.title.value ?? '',
      item.span?.start.toString() ?? '',
      item.span?.end.toString() ?? '',
      item.grade === null ? '' : `${item.grade.reliability}${item.grade.credibility}`,
      item.tagIds.map((id) => names.tags.get(id)?.label ?? id).join('; '),
      item.actorIds.map((id) => names.actors.get(id) ?? id).join('; '),
    ]),
  ];
}

function each(places: readonly ItemPlace[], of: (place: ItemPlace) => string): string {
  return places.map(of).join('; ');
}

function timesOf({ when, published }: PictureItem): string[] {
  return [
    when?.from ?? '',
    when?.until ?? '',
    when?.basis ?? '',
    published?.from ?? '',
    published?.until ?? '',
    published?.basis ?? '',
  ];
}
