import { describe, expect, it } from 'vitest';
import {
  createGroup,
  deleteGroup,
  type GroupEdit,
  groupsOf,
  maxTagGroupSize,
  putIntoGroup,
  renameGroup,
  takeFromGroup,
} from '#core/codebook/edit-tag-groups.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { TagGroupId, TagId } from '#core/ids.ts';
import { applyTo, countingIds } from './make-codebook.ts';

const ids = (...names: string[]) => names as TagId[];
const weapons: TagGroup = {
  id: 'g1' as TagGroupId,
  name: 'weapons',
  description: '',
  tagIds: ids('ied', 'raid'),
};
const victims: TagGroup = { id: 'g2' as TagGroupId, name: 'Victims', description: '', tagIds: ids('raid') };
const groups = [weapons, victims];

const shown = (edit: GroupEdit) =>
  edit.ok ? applyTo('tagGroups', groups, edit.changes).map(({ name, tagIds }) => `${name}: ${tagIds}`) : edit;

describe('groups of tags', () => {
  it('hold a tag as often as it is put into different ones, once each', () => {
    expect(shown(putIntoGroup(victims, ids('ied', 'raid', 'ied'), groups))).toEqual([
      'weapons: ied,raid',
      'Victims: raid,ied',
    ]);
    expect(groupsOf('raid' as TagId, groups).map(({ name }) => name)).toEqual(['Victims', 'weapons']);
  });

  it('let tags go, and change nothing for one they don’t hold', () => {
    expect(shown(takeFromGroup(weapons, new Set(ids('raid')), groups))).toEqual([
      'weapons: ied',
      'Victims: raid',
    ]);
    expect(takeFromGroup(victims, new Set(ids('ied')), groups)).toMatchObject({ ok: true, changes: [] });
  });

  it('are made with tidy names that no other reads like', () => {
    const made = createGroup('  arme\u0301e   libre ', ids('a', 'a'), groups, countingIds());

    expect(made.ok && made.group).toMatchObject({ name: 'armée libre', tagIds: ['a'] });
    expect(createGroup('VICTIMS', [], groups, countingIds())).toMatchObject({ reason: 'name-taken' });
    expect(createGroup(' ', [], groups, countingIds())).toMatchObject({ reason: 'empty-name' });
  });

  it('take another name, in other letters too, but not that of another group', () => {
    expect(shown(renameGroup(victims, 'victims', groups))).toContain('victims: raid');
    expect(renameGroup(weapons, 'victims', groups)).toMatchObject({ reason: 'name-taken', by: victims });
  });

  it('go, and are refused once they are gone', () => {
    expect(shown(deleteGroup(weapons, groups))).toEqual(['Victims: raid']);
    expect(deleteGroup(weapons, [victims])).toMatchObject({ reason: 'missing-group' });
    expect(renameGroup(weapons, 'x', [victims])).toMatchObject({ reason: 'missing-group' });
  });

  it('take no more than one stored value can hold', () => {
    const many = Array.from({ length: maxTagGroupSize + 1 }, (_, index) => `t${index}` as TagId);

    expect(putIntoGroup(weapons, many, groups)).toMatchObject({ reason: 'group-full' });
  });
});
