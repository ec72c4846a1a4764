import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodebookEdit } from '#core/codebook/edit-codebook.ts';
import {
  archiveTags,
  liftTags,
  listTopmost,
  moveTags,
  moveTagsTo,
  nestTags,
  recolorTags,
  shiftTags,
} from '#core/codebook/edit-many-tags.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { applyTo, makeTags, outlineOf } from './make-codebook.ts';

const tags = makeTags(`
attack
  ambush
  raid
    camp
  siege
movement
  convoy
territory
`);

const pick = (names: string, among: readonly Tag[] = tags) =>
  names.split(' ').map((name) => {
    const tag = among.find((each) => each.name === name);
    if (tag === undefined) throw new Error(`no tag ${name}`);
    return tag;
  });

function applied(edit: CodebookEdit, before: readonly Tag[] = tags): Tag[] {
  if (!edit.ok) throw new Error(`refused: ${edit.reason}`);
  return applyTo('tags', before, edit.changes);
}

describe('listTopmost', () => {
  it('leaves out what stands below another chosen tag, and keeps the order of the tree', () => {
    const topmost = listTopmost(pick('convoy camp raid ambush'), tags);

    expect(topmost.map(({ name }) => name)).toEqual(['ambush', 'raid', 'convoy']);
  });
});

describe('moveTags', () => {
  it('puts several below another in the order of the tree, however they were chosen', () => {
    const moved = applied(moveTags(pick('siege ambush camp'), pick('territory')[0]?.id ?? null, tags));

    expect(outlineOf(moved)).toBe('attack\n  raid\nmovement\n  convoy\nterritory\n  ambush\n  camp\n  siege');
  });

  it('takes a tag and one below it as one branch', () => {
    const moved = applied(moveTags(pick('raid camp'), null, tags));

    expect(outlineOf(moved)).toMatch(/territory\nraid\n {2}camp$/);
  });

  it('moves none when one can not be', () => {
    expect(moveTags(pick('movement attack'), 'camp' as TagId, tags)).toMatchObject({ reason: 'cycle' });
  });

  it('refuses two with the same name under one parent', () => {
    const twins = [
      ...tags,
      { ...(pick('camp')[0] as Tag), id: 'twin' as TagId, parentId: 'movement' as TagId },
    ];

    const edit = moveTags([...pick('camp'), twins.at(-1) as Tag], null, twins);

    expect(edit).toMatchObject({ ok: false, reason: 'name-taken' });
  });
});

describe('moveTagsTo', () => {
  it.each([
    ['convoy siege', 'ambush', 'before', 'attack\n  siege\n  convoy\n  ambush\n  raid\n    camp'],
    ['convoy siege', 'ambush', 'after', 'attack\n  ambush\n  siege\n  convoy\n  raid\n    camp'],
    ['convoy siege', 'raid', 'on', 'attack\n  ambush\n  raid\n    camp\n    siege\n    convoy'],
    // Dropped at the edge of one of them.
    ['ambush siege', 'siege', 'before', 'attack\n  raid\n    camp\n  ambush\n  siege'],
    ['ambush siege', 'ambush', 'after', 'attack\n  ambush\n  siege\n  raid\n    camp'],
  ] as const)('puts %s of %s %s', (names, target, where, outline) => {
    const moved = applied(moveTagsTo(pick(names), pick(target)[0] as Tag, where, tags));

    expect(outlineOf(moved)).toContain(outline);
  });
});

describe('shiftTags', () => {
  it('moves neighbours together, past the one before them', () => {
    expect(outlineOf(applied(shiftTags(pick('raid siege'), -1, tags)))).toContain(
      'attack\n  raid\n    camp\n  siege\n  ambush',
    );
  });

  it('lets those at the edge stay, and those behind them close up', () => {
    expect(outlineOf(applied(shiftTags(pick('ambush siege'), -1, tags)))).toContain(
      'attack\n  ambush\n  siege\n  raid',
    );
    expect(shiftTags(pick('ambush raid siege'), 1, tags)).toMatchObject({ ok: true, changes: [] });
  });

  it('is taken back by the step the other way, while no edge is in the way', () => {
    const flat = makeTags('a\nb\nc\nd\ne\nf\ng\nh');
    fc.assert(
      fc.property(fc.subarray('bcdefg'.split(''), { minLength: 1 }), (names) => {
        const chosen = pick(names.join(' '), flat);
        const once = applied(shiftTags(chosen, 1, flat), flat);
        const back = applied(shiftTags(pick(names.join(' '), once), -1, once), once);

        expect(outlineOf(back)).toBe(outlineOf(flat));
      }),
    );
  });
});

describe('nestTags and liftTags', () => {
  it('puts a run of tags below the one above it', () => {
    expect(outlineOf(applied(nestTags(pick('raid siege'), tags)))).toContain(
      'attack\n  ambush\n    raid\n      camp\n    siege',
    );
  });

  it('lets the first stay', () => {
    expect(nestTags(pick('ambush'), tags)).toMatchObject({ ok: true, changes: [] });
  });

  it('puts tags behind the parent they had, in their order', () => {
    expect(outlineOf(applied(liftTags(pick('ambush siege'), tags)))).toMatch(
      /^attack\n {2}raid\n {4}camp\nambush\nsiege\nmovement/,
    );
  });
});

describe('colours', () => {
  const colored = tags.map(
    (tag): Tag => ({
      ...tag,
      color:
        tag.name === 'movement' || tag.name === 'convoy' ? 'blue' : tag.name === 'siege' ? 'teal' : 'red',
    }),
  );
  const colors = (after: readonly Tag[]) => after.map(({ name, color }) => `${name} ${color}`);

  it('a tag that had its parent’s colour takes that of the new parent, with all below that have it from it', () => {
    const moved = applied(moveTags(pick('raid', colored), 'movement' as TagId, colored), colored);

    expect(colors(moved)).toContain('raid blue');
    expect(colors(moved)).toContain('camp blue');
  });

  it('a colour of its own stays through a move, and at the top every colour stays', () => {
    const moved = applied(moveTags(pick('siege', colored), 'movement' as TagId, colored), colored);
    const lifted = applied(moveTags(pick('convoy', colored), null, colored), colored);

    expect(colors(moved)).toContain('siege teal');
    expect(colors(lifted)).toContain('convoy blue');
  });

  it('recolours several at once, each with what has its colour from it', () => {
    const after = applied(recolorTags(pick('attack convoy', colored), 'green', colored), colored);

    expect(colors(after)).toEqual([
      'attack green',
      'ambush green',
      'raid green',
      'camp green',
      'siege teal',
      'movement blue',
      'convoy green',
      'territory red',
    ]);
  });

  it('gives back the colour of the tag above', () => {
    expect(colors(applied(recolorTags(pick('siege', colored), 'parent', colored), colored))).toContain(
      'siege red',
    );
  });
});

describe('archiveTags', () => {
  const archived = (after: readonly Tag[]) =>
    after.filter(({ isArchived }) => isArchived).map(({ name }) => name);

  it('sets a tag aside with all below it, and brings it back exactly as it was', () => {
    const aside = applied(archiveTags(pick('raid movement'), true, tags));
    const back = applied(archiveTags(pick('raid movement', aside), false, aside), aside);

    expect(archived(aside)).toEqual(['raid', 'camp', 'movement', 'convoy']);
    expect(back).toEqual(tags);
  });

  it('brings back the tags above too: nothing can be found below what is hidden', () => {
    const aside = applied(archiveTags(pick('attack'), true, tags));
    const back = applied(archiveTags(pick('camp', aside), false, aside), aside);

    expect(archived(back)).toEqual(['ambush', 'siege']);
  });

  it('changes nothing of what is archived already', () => {
    const aside = applied(archiveTags(pick('raid'), true, tags));

    expect(archiveTags(pick('raid', aside), true, aside)).toMatchObject({ ok: true, changes: [] });
  });

  it('refuses a tag that is gone, and an empty choice', () => {
    expect(archiveTags(pick('raid'), true, [])).toMatchObject({ reason: 'missing-tag' });
    expect(archiveTags([], true, tags)).toMatchObject({ reason: 'nothing-chosen' });
  });
});
