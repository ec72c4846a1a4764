import type { Change } from '#core/history/change.ts';
import type { NewId, TagId } from '#core/ids.ts';
import { createTag, findSibling } from './edit-codebook.ts';
import type { Tag, TagColor } from './tag.ts';

type Worded = { readonly en: string; readonly fr: string };

type StarterTag = {
  readonly name: Worded;
  /** What the tag is for. */
  readonly include: Worded;
  /** What belongs to another tag, named in brackets. */
  readonly exclude: Worded;
  readonly example: Worded;
};

/** The codebook that comes with the program, as `resources/codebook.json` holds it: two levels, two languages. */
export type StarterCodebook = {
  readonly tags: readonly (StarterTag & {
    /** One of `tagColors`. */
    readonly color: string;
    readonly children: readonly StarterTag[];
  })[];
};

/**
 * Make the tags of the starter codebook in one language. A tag of `existing` that reads the same in the same place
 * is taken as it is, so that doing it twice changes nothing.
 */
export function starterCodebook(
  codebook: StarterCodebook,
  language: 'en' | 'fr',
  newId: NewId,
  existing: readonly Tag[] = [],
): Change[] {
  const tags = [...existing];
  const changes: Change[] = [];
  const make = (starter: StarterTag, parentId: TagId | null, color: TagColor | null): Tag => {
    const name = starter.name[language];
    const there = findSibling(name, parentId, tags);
    if (there !== null) return there;
    const { include, exclude, example } = starter;
    const guide = { include: include[language], exclude: exclude[language], example: example[language] };
    const made = createTag({ name, parentId, guide, ...(color ? { color } : {}) }, tags, newId);
    if (!made.ok) throw new Error(`starter tag “${name}”: ${made.reason}`);
    tags.push(made.tag);
    changes.push(...made.changes);
    return made.tag;
  };
  for (const { children, ...starter } of codebook.tags) {
    // The test of the resource checks the names of the colours; JSON can not carry the type.
    const parent = make(starter, null, starter.color as TagColor);
    for (const child of children) make(child, parent.id, null);
  }
  return changes;
}
