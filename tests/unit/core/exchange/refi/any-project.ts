import fc from 'fast-check';
import { tagColors } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { ProjectTag } from '#core/exchange/coding-project.ts';
import type { TagId } from '#core/ids.ts';

/** Words that formats stumble over. */
const words = [
  'Ménaka',
  'attaqué',
  'النيجر',
  'حدود',
  '🚚',
  '🔥',
  '👩‍🚒',
  'é',
  'x̣̃',
  '<b>',
  '&amp;',
  '"',
  "'",
  ']]>',
  '&#10;',
  ' ',
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '\u200f',
  '[Grade] A1',
  '[Include]',
  '\\',
  '…',
  '1,200',
];

/** A text of such words. */
export const anyText = fc
  .array(fc.constantFrom(...words), { maxLength: 14 })
  .map((parts) => parts.join('').normalize('NFC'));

/** A name: a text that is not blank. */
export const anyName = anyText.map((text) => `${text}a`);

/** The ids of `count` things of one kind. */
export function anyIds<Kind extends string>(
  count: number,
): fc.Arbitrary<(string & { readonly __kind: Kind })[]> {
  return fc.uniqueArray(fc.uuid(), { minLength: count, maxLength: count }) as never;
}

const anyTag = fc.record({
  parent: fc.nat(),
  hasParent: fc.boolean(),
  name: anyName,
  description: anyText,
  guide: fc.option(fc.record({ include: anyText, exclude: anyText, example: anyText })),
  isArchived: fc.boolean(),
  color: fc.option(fc.constantFrom(...tagColors)),
  isFolder: fc.boolean(),
});

/** Tags, parents first and each with what is below it, and groups of them. */
export const anyCodebook = fc
  .array(anyTag, { maxLength: 8 })
  .chain((drafts) => fc.tuple(fc.constant(drafts), anyIds<'tag'>(drafts.length), anyGroups))
  .map(([drafts, ids, groups]) => {
    const tags = drafts.map((draft, index): ProjectTag => {
      const { parent, hasParent, guide, isArchived, ...rest } = draft;
      const parentId = index > 0 && hasParent ? ids[parent % index] : null;
      return {
        id: ids[index] as TagId,
        parentId: parentId ?? null,
        ...rest,
        ...(guide === null ? {} : { guide }),
        ...(isArchived ? { isArchived: true as const } : {}),
      };
    });
    return {
      tags: inTreeOrder(tags),
      groups: groups.map(
        ({ members, ...group }): TagGroup => ({
          ...group,
          tagIds:
            ids.length === 0 ? [] : [...new Set(members.map((member) => ids[member % ids.length] as TagId))],
        }),
      ),
    };
  });

const anyGroups = fc.uniqueArray(
  fc.record({
    id: fc.uuid() as never,
    name: anyName,
    description: anyText,
    members: fc.array(fc.nat(), { maxLength: 4 }),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
) as fc.Arbitrary<(Omit<TagGroup, 'tagIds'> & { members: number[] })[]>;

function inTreeOrder(tags: readonly ProjectTag[], parentId: TagId | null = null): ProjectTag[] {
  return tags
    .filter((tag) => tag.parentId === parentId)
    .flatMap((tag) => [tag, ...inTreeOrder(tags, tag.id)]);
}
