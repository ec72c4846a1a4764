import { describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { type PickerRow, pickerRows } from '#core/reader/picker-rows.ts';

let order = 0;
const tag = (id: string, name: string, parentId: string | null = null): Tag => {
  order += 1;
  return {
    id: id as TagId,
    parentId: parentId as TagId | null,
    name,
    description: '',
    color: 'red',
    order,
  };
};
const tags = [
  tag('a', 'Attack'),
  tag('b', 'Ambush', 'a'),
  tag('c', 'Air strike', 'a'),
  tag('d', 'Déplacement'),
];
const shown = (rows: readonly PickerRow[]) =>
  rows.map((row) => (row.kind === 'tag' ? row.path : `+ ${row.path}`));

describe('pickerRows', () => {
  it('puts what was used last on top, then the codebook in its order', () => {
    const recent = ['d', 'gone', 'b'] as TagId[];
    expect(shown(pickerRows('  ', tags, recent))).toEqual([
      'Déplacement',
      'Attack / Ambush',
      'Attack',
      'Attack / Air strike',
    ]);
  });

  it('finds without accents, and offers to make what is not there', () => {
    expect(shown(pickerRows('deplac', tags, []))).toEqual(['Déplacement', '+ deplac']);
    expect(shown(pickerRows('ATTACK', tags, []))[0]).toBe('Attack');
    expect(shown(pickerRows('raid', tags, []))).toEqual(['+ raid']);
  });

  it.each([
    ['attack/raid', ['+ attack / raid']],
    [' attack /  raid  at dawn ', ['+ attack / raid at dawn']],
    ['Attack/Ambush', ['Attack / Ambush']],
    ['déplacement', ['Déplacement']],
    ['/', ['Attack', 'Attack / Ambush', 'Attack / Air strike', 'Déplacement']],
  ])('reads %j as a path', (typed, expected) => {
    expect(shown(pickerRows(typed, tags, []))).toEqual(expected);
  });

  it('offers no more lines than one can look through', () => {
    const many = Array.from({ length: 500 }, (_, i) => tag(`x${i}`, `tag ${i}`));
    expect(pickerRows('', many, []).length).toBeLessThanOrEqual(60);
    expect(pickerRows('tag', many, []).at(-1)?.kind).toBe('create');
  });
});
