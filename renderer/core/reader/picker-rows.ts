import type { Tag } from '#core/codebook/tag.ts';
import { searchTags, tagPathText, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';

/** A line of the tag picker: a tag there is, or the offer to make the one that was typed. */
export type PickerRow =
  | { readonly kind: 'tag'; readonly tag: Tag; readonly path: string }
  | { readonly kind: 'create'; readonly path: string };

/** More lines than this help nobody: typing finds the rest. */
const mostRows = 60;

/**
 * What the picker offers for what is typed. With nothing typed, the tags in `recent` come first, then all others in
 * the order of the codebook; otherwise the best matches first, and last the offer to make a tag of that path, unless
 * there is one.
 */
export function pickerRows(typed: string, tags: readonly Tag[], recent: readonly TagId[]): PickerRow[] {
  const byId = tagsById(tags);
  const toRow = (tag: Tag): PickerRow => ({ kind: 'tag', tag, path: tagPathText(tag.id, byId) });
  const path = tidyPath(typed);
  if (path === '') {
    const first = recent.flatMap((id) => byId.get(id) ?? []);
    const others = searchTags('', tags).filter(({ id }) => !recent.includes(id));
    return [...first, ...others].slice(0, mostRows).map(toRow);
  }
  const found = searchTags(typed, tags).slice(0, mostRows).map(toRow);
  const wanted = fold(path);
  const exists = tags.some(({ id }) => fold(tagPathText(id, byId)) === wanted);
  return exists ? found : [...found, { kind: 'create', path }];
}

/** A typed path with its parts apart by ` / `, as paths are shown. */
function tidyPath(typed: string): string {
  return typed
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' / ');
}
