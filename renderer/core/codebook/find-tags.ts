import type { TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { Tag } from './tag.ts';
import { searchTags } from './tag-tree.ts';

/** What looking through the codebook finds. */
export type FoundTags = {
  /** By name or path, best first. */
  readonly byName: readonly Tag[];
  /** Of the others those whose description or guide has every word. */
  readonly byWords: readonly Tag[];
};

/** Find tags by what they are called, and by what is said of them. An empty query finds all, by name. */
export function findTags(query: string, tags: readonly Tag[]): FoundTags {
  const byName = searchTags(query, tags);
  const named = new Set<TagId>(byName.map(({ id }) => id));
  const words = fold(query.normalize('NFC')).split(/\s+/).filter(Boolean);
  const byWords = tags.filter((tag) => {
    if (named.has(tag.id)) return false;
    const said = fold([tag.description, ...Object.values(tag.guide ?? {})].join('\n'));
    return words.every((word) => said.includes(word));
  });
  return { byName, byWords };
}
