import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodebookEdit,
  createTag,
  createTagAtPath,
  describeTag,
  editTag,
  maxTagDescriptionLength,
  maxTagNameLength,
  moveTag,
  moveTagTo,
  recolorTag,
  renameTag,
  shiftTag,
} from '#core/codebook/edit-codebook.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { reverse } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import { applyTo, countingIds, makeTags, outlineOf } from './make-codebook.ts';

const tags = makeTags(`
attack
  ambush
  raid
    camp
movement
`);

function find(name: string, among: readonly Tag[] = tags): Tag {
  const tag = among.find((each) => each.name === name);
  if (tag === undefined) throw new Error(`no tag ${name}`);
  return tag;
}

function applied(edit: CodebookEdit, before: readonly Tag[] = tags): Tag[] {
  if (!edit.ok) throw new Error(`refused: ${edit.reason}`);
  return applyTo('tags', before, edit.changes);
}

describe('createTag', () => {
  it('makes the last child, in the colour of its parent', () => {
    const edit = createTag({ name: 'IED', parentId: find('attack').id }, tags, countingIds());

    expect(edit.ok && edit.tag).toMatchObject({ name: 'IED', color: 'red', description: '' });
    expect(outlineOf(applied(edit))).toContain('    camp\n  IED\nmovement');
  });

  it('takes a colour that the top of the tree uses least, never grey by itself', () => {
    const edit = createTag({ name: 'new', parentId: null }, tags, countingIds());

    expect(edit.ok && edit.tag.color).toBe('yellow');
  });

  it('tidies the name: composed letters, single spaces', () => {
    const edit = createTag({ name: '  de\u0301placement \n forcé ', parentId: null }, tags, countingIds());

    expect(edit.ok && edit.tag.name).toBe('déplacement forcé');
  });

  it.each([
    { name: ' ', parentId: null, reason: 'empty-name' },
    { name: 'a/b', parentId: null, reason: 'slash-in-name' },
    { name: 'x'.repeat(maxTagNameLength + 1), parentId: null, reason: 'name-too-long' },
    { name: 'ÀTTACK', parentId: null, reason: 'name-taken' },
    { name: 'camp', parentId: 'gone' as TagId, reason: 'missing-parent' },
  ])('refuses "$name" with $reason', ({ name, parentId, reason }) => {
    expect(createTag({ name, parentId }, tags, countingIds())).toMatchObject({ ok: false, reason });
  });

  it('lets the same name stand below another parent', () => {
    expect(createTag({ name: 'ambush', parentId: find('movement').id }, tags, countingIds()).ok).toBe(true);
  });
});

describe('createTagAtPath', () => {
  it('makes what is missing on the way', () => {
    const edit = createTagAtPath('attack / IED/ roadside', tags, countingIds());

    expect(edit.ok && edit.changes.length).toBe(2);
    expect(edit.ok && edit.tag.name).toBe('roadside');
    expect(outlineOf(applied(edit))).toContain('  IED\n    roadside');
  });

  it('answers a tag that is there with no changes, however it is written', () => {
    const edit = createTagAtPath('ATTACK/Raid/càmp', tags, countingIds());

    expect(edit).toEqual({ ok: true, changes: [], tag: find('camp') });
  });

  it('refuses a path with an empty step', () => {
    expect(createTagAtPath('attack//x', tags, countingIds())).toMatchObject({ reason: 'empty-name' });
  });
});

describe('renameTag', () => {
  it('lets a tag change the case of its own name', () => {
    expect(outlineOf(applied(renameTag(find('attack'), 'Attack', tags)))).toContain('Attack\n  ambush');
  });

  it('changes nothing when the name is the same', () => {
    expect(renameTag(find('attack'), ' attack ', tags)).toMatchObject({ ok: true, changes: [] });
  });

  it('refuses the name of a sibling and says whose it is', () => {
    expect(renameTag(find('ambush'), 'Raid', tags)).toEqual({
      ok: false,
      reason: 'name-taken',
      by: find('raid'),
    });
  });
});

describe('describeTag', () => {
  it('keeps the text without white space around it', () => {
    const edit = describeTag(find('ambush'), ' A convoy is hit.\nExample: … ');

    expect(find('ambush', applied(edit)).description).toBe('A convoy is hit.\nExample: …');
  });

  it('refuses more than fits', () => {
    expect(describeTag(find('ambush'), 'x'.repeat(maxTagDescriptionLength + 1))).toMatchObject({
      reason: 'description-too-long',
    });
  });
});

describe('recolorTag', () => {
  it('takes along the tags below that share the colour without a break', () => {
    const mixed = tags.map((tag) => (tag.name === 'raid' ? { ...tag, color: 'blue' as const } : tag));

    const colored = applied(recolorTag(find('attack', mixed), 'green', mixed), mixed);

    expect(colored.map(({ name, color }) => `${name} ${color}`)).toEqual([
      'attack green',
      'ambush green',
      'raid blue',
      'camp red',
      'movement red',
    ]);
  });
});

describe('editTag', () => {
  it('changes name, colour and description of a tag in one change, and the colour below', () => {
    const wanted = { name: 'assault', color: 'blue', description: 'Force is used.' } as const;

    const edit = editTag(find('attack'), wanted, tags);

    expect(edit.ok && edit.changes.map(({ id }) => id)).toEqual(['attack', 'ambush', 'raid', 'camp']);
    expect(applied(edit).map(({ name, color }) => `${name} ${color}`)).toContain('camp blue');
    expect(find('assault', applied(edit))).toMatchObject(wanted);
  });

  it('changes nothing when all is the same, and refuses as each part would', () => {
    const same = find('raid');

    expect(editTag(same, same, tags)).toMatchObject({ ok: true, changes: [] });
    expect(editTag(same, { ...same, name: 'AMBUSH' }, tags)).toMatchObject({ reason: 'name-taken' });
    expect(
      editTag(same, { ...same, description: 'x'.repeat(maxTagDescriptionLength + 1) }, tags),
    ).toMatchObject({
      reason: 'description-too-long',
    });
  });
});

describe('moveTag', () => {
  it.each([
    { name: 'raid', parent: 'attack', position: 0, outline: 'attack\n  raid\n    camp\n  ambush\nmovement' },
    { name: 'camp', parent: null, position: 1, outline: 'attack\n  ambush\n  raid\ncamp\nmovement' },
    {
      name: 'attack',
      parent: 'movement',
      position: 9,
      outline: 'movement\n  attack\n    ambush\n    raid\n      camp',
    },
  ])('puts $name below $parent at $position', ({ name, parent, position, outline }) => {
    const edit = moveTag(find(name), parent === null ? null : find(parent).id, position, tags);

    expect(outlineOf(applied(edit))).toBe(outline);
    expect(edit.ok && edit.changes.length).toBe(1);
  });

  it('changes nothing when the tag stays where it is', () => {
    expect(moveTag(find('raid'), find('attack').id, 1, tags)).toMatchObject({ ok: true, changes: [] });
  });

  it('refuses to put a tag below itself', () => {
    expect(moveTag(find('attack'), find('camp').id, 0, tags)).toMatchObject({ reason: 'cycle' });
    expect(moveTag(find('attack'), find('attack').id, 0, tags)).toMatchObject({ reason: 'cycle' });
  });

  it('refuses to put it beside a namesake', () => {
    const twins = [...tags, { ...find('camp'), id: 'twin' as TagId, parentId: find('attack').id, order: 9 }];

    expect(moveTag(find('camp'), find('attack').id, 0, twins)).toMatchObject({ reason: 'name-taken' });
  });

  it('numbers the siblings anew when two leave no room between them', () => {
    const tight = makeTags('a\nb\nc').map((tag, index) => ({ ...tag, order: index === 2 ? 2 : 1 }));

    const moved = applied(moveTag(find('c', tight), null, 1, tight), tight);

    expect(outlineOf(moved)).toBe('a\nc\nb');
  });

  it('keeps every tag in one tree in the order asked for, and its reverse restores all', () => {
    const moves = fc.array(fc.record({ tag: fc.nat(11), parent: fc.nat(12), position: fc.nat(12) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moves, (steps) => {
        let all: Tag[] = makeTags('a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl');
        // The oracle: lists of names under names, edited as lists.
        const children = new Map<string | null, string[]>([[null, all.map((tag) => tag.name)]]);
        for (const step of steps) {
          const tag = all[step.tag] as Tag;
          const parent = all[step.parent]?.id ?? null;
          const edit = moveTag(tag, parent, step.position, all);
          if (!edit.ok) {
            expect(edit.reason).toBe('cycle');
            continue;
          }
          for (const list of children.values()) {
            const at = list.indexOf(tag.name);
            if (at !== -1) list.splice(at, 1);
          }
          const list = children.get(parent) ?? [];
          children.set(parent, list);
          list.splice(step.position, 0, tag.name);
          const moved = applyTo('tags', all, edit.changes);
          expect(applyTo('tags', moved, reverse(edit.changes))).toEqual(all);
          all = moved;
        }
        const write = (parent: string | null, indent: string): string[] =>
          (children.get(parent) ?? []).flatMap((name) => [`${indent}${name}`, ...write(name, `${indent}  `)]);
        expect(outlineOf(all)).toBe(write(null, '').join('\n'));
      }),
    );
  });
});

describe('moveTagTo', () => {
  it.each([
    {
      name: 'movement',
      target: 'attack',
      where: 'before',
      outline: 'movement\nattack\n  ambush\n  raid\n    camp',
    },
    {
      name: 'attack',
      target: 'movement',
      where: 'after',
      outline: 'movement\nattack\n  ambush\n  raid\n    camp',
    },
    {
      name: 'movement',
      target: 'ambush',
      where: 'after',
      outline: 'attack\n  ambush\n  movement\n  raid\n    camp',
    },
    {
      name: 'ambush',
      target: 'raid',
      where: 'after',
      outline: 'attack\n  raid\n    camp\n  ambush\nmovement',
    },
    {
      name: 'movement',
      target: 'raid',
      where: 'on',
      outline: 'attack\n  ambush\n  raid\n    camp\n    movement',
    },
  ] as const)('puts $name $where $target', ({ name, target, where, outline }) => {
    expect(outlineOf(applied(moveTagTo(find(name), find(target), where, tags)))).toBe(outline);
  });
});

describe('shiftTag', () => {
  it('moves a tag by one place and stops at the ends', () => {
    expect(outlineOf(applied(shiftTag(find('raid'), -1, tags)))).toContain(
      'attack\n  raid\n    camp\n  ambush',
    );
    expect(outlineOf(applied(shiftTag(find('attack'), 1, tags)))).toMatch(/^movement\nattack/);
    expect(shiftTag(find('ambush'), -1, tags)).toMatchObject({ changes: [] });
    expect(shiftTag(find('movement'), 1, tags)).toMatchObject({ changes: [] });
  });
});
