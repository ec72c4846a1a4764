import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import {
  findNamed,
  firstOffered,
  indexTags,
  type PickerRow,
  pickerRows,
  recentRows,
} from '#core/reader/picker-rows.ts';

let order = 0;
const tag = (id: string, name: string, parentId: string | null = null, isArchived = false): Tag => {
  order += 1;
  return {
    id: id as TagId,
    parentId: parentId as TagId | null,
    name,
    description: '',
    color: 'red',
    order,
    ...(isArchived && { isArchived: true }),
  };
};
const tags = [
  tag('a', 'Attack'),
  tag('b', 'Ambush', 'a'),
  tag('c', 'Air strike', 'a'),
  tag('d', 'Déplacement'),
  tag('m', 'Ménaka'),
  tag('o', 'Old', null, true),
  tag('p', 'Ambush site', 'o'),
];
const index = indexTags(tags);
const words = (row: PickerRow) => {
  if (row.kind === 'tag') return row.path;
  if (row.kind === 'refused') return `! ${row.reason}`;
  return `+ ${row.name} < ${row.under?.path ?? ''}`;
};
const shown = (typed: string, recent: string[] = []) =>
  pickerRows(typed, index, recent as TagId[]).rows.map(words);

describe('pickerRows', () => {
  it('puts what was used last on top, then the codebook in its order, without what is set aside', () => {
    expect(shown('  ', ['d', 'gone', 'o', 'b'])).toEqual([
      'Déplacement',
      'Attack / Ambush',
      'Attack',
      'Attack / Air strike',
      'Ménaka',
    ]);
    expect(recentRows(index, ['d', 'o', 'b'] as TagId[]).rows.map(words)).toEqual([
      'Déplacement',
      'Attack / Ambush',
    ]);
  });

  it.each([
    ['menaka', ['Ménaka']],
    ['MÉNAKA', ['Ménaka']],
    ['att amb', ['Attack / Ambush', '+ att amb < ']],
    ['amb att', ['Attack / Ambush', '+ amb att < ']],
    ['stri', ['Attack / Air strike', '+ stri < ']],
    ['ttac', ['Attack', 'Attack / Ambush', 'Attack / Air strike', '+ ttac < ']],
    ['attack', ['Attack', 'Attack / Ambush', 'Attack / Air strike']],
    ['raid', ['+ raid < ']],
    ['attack/', ['Attack / Ambush', 'Attack / Air strike']],
    ['att/a', ['Attack / Ambush', 'Attack / Air strike', '+ att / a < ']],
    ['attack/raid', ['+ raid < Attack']],
    [' attack /  raid  at dawn / big', ['+ raid at dawn / big < Attack']],
    ['Attack/Ambush', ['Attack / Ambush']],
    ['déplacement', ['Déplacement']],
    ['/', ['Attack', 'Attack / Ambush', 'Attack / Air strike', 'Déplacement', 'Ménaka']],
    // Giving or filling again what is set aside would bring it back unseen.
    ['old', ['! archived']],
    ['old/ambush site', ['Attack / Ambush', '! archived'].slice(1)],
    ['old/new', ['! archived']],
    [`attack/${'x'.repeat(101)}`, ['! too-long']],
  ])('for %j shows %j', (typed, expected) => expect(shown(typed)).toEqual(expected));

  it('shows no more lines than one can look through, and says how many are left out', () => {
    const many = indexTags(Array.from({ length: 500 }, (_, at) => tag(`x${at}`, `tag ${at}`)));
    expect(pickerRows('', many, [])).toMatchObject({ rows: { length: 40 }, more: 460 });
    const { rows, more } = pickerRows('tag', many, []);
    expect([rows.length, rows.at(-1)?.kind, more]).toEqual([41, 'create', 460]);
  });

  const syllable = fc.constantFrom('att', 'Amb', 'é', 'raid', ' ', '-', 'ك', 'ل');
  const name = fc
    .array(syllable, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').trim())
    .filter((text) => /[\p{L}]/u.test(text));
  const codebook = fc.array(fc.record({ name, parent: fc.nat(), isArchived: fc.boolean() }), {
    maxLength: 12,
  });

  it('finds exactly the tags on whose path every typed word stands, best first', () =>
    fc.assert(
      fc.property(codebook, name, (drafts, typed) => {
        const all = drafts.map((draft, at) =>
          tag(
            `t${at}`,
            draft.name,
            at === 0 || draft.parent % 2 === 0 ? null : `t${draft.parent % at}`,
            draft.isArchived && draft.parent % 5 === 0,
          ),
        );
        const { rows } = pickerRows(typed, indexTags(all), []);
        const found = rows.flatMap((row) => (row.kind === 'tag' ? [row] : []));
        // The oracle knows nothing of folding but what Unicode says, and walks up by itself.
        const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
        const way = (each: Tag): Tag[] => {
          const parent = all.find(({ id }) => id === each.parentId);
          return parent === undefined ? [each] : [...way(parent), each];
        };
        const wanted = bare(typed).split(' ').filter(Boolean);
        const fits = (each: Tag) => {
          const path = bare(
            way(each)
              .map((up) => up.name)
              .join(' / '),
          );
          return !way(each).some((up) => up.isArchived) && wanted.every((word) => path.includes(word));
        };
        expect(new Set(found.map((row) => row.tag.id))).toEqual(
          new Set(all.filter(fits).map(({ id }) => id)),
        );
        const isWhole = found.map(
          (row) => bare(row.tag.name).replace(/\s+/g, ' ') === bare(typed).replace(/\s+/g, ' '),
        );
        expect(isWhole.lastIndexOf(true)).toBeLessThan(
          isWhole.includes(false) ? isWhole.indexOf(false) + 1 : 99,
        );
        for (const row of found)
          expect(row.path).toBe(
            way(row.tag)
              .map((up) => up.name)
              .join(' / '),
          );
      }),
    ));
});

describe('findNamed and firstOffered', () => {
  it('answer a tag only when it is sure and on offer', () => {
    expect(findNamed('AMBUSH', tags)?.path).toBe('Attack / Ambush');
    expect(findNamed('ambush site', tags)).toBeNull();
    expect(findNamed('ambush', [...tags, tag('z', 'Ambush')])).toBeNull();
    const byId = new Map(tags.map((each) => [each.id, each]));
    expect(firstOffered(['gone', 'o', 'p', 'c', 'a'] as TagId[], byId)).toBe('c');
  });
});
