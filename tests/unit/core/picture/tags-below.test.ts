import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { wideOpen } from '#core/picture/narrowing.ts';
import { countTagReach, withTagsBelow } from '#core/picture/tags-below.ts';

function tag(name: string, parent: string | null): Tag {
  return {
    id: name as TagId,
    name,
    parentId: parent as TagId | null,
    color: 'blue',
    description: '',
    order: 0,
  } as unknown as Tag;
}

/** attack > ambush > convoy, attack > shelling, talks. */
const tags = [
  tag('attack', null),
  tag('ambush', 'attack'),
  tag('convoy', 'ambush'),
  tag('shelling', 'attack'),
  tag('talks', null),
];
const names = tags.map(({ id }) => id);
const narrowedTo = (...tagIds: string[]) =>
  [...withTagsBelow({ ...wideOpen, tagIds: tagIds as TagId[] }, tags).tagIds].sort();

describe('withTagsBelow', () => {
  it('reaches every tag below a chosen one, and none above or beside it', () => {
    expect(narrowedTo('attack')).toEqual(['ambush', 'attack', 'convoy', 'shelling']);
    expect(narrowedTo('ambush', 'talks')).toEqual(['ambush', 'convoy', 'talks']);
    expect(narrowedTo('convoy')).toEqual(['convoy']);
    expect(narrowedTo('gone')).toEqual(['gone']);
  });

  it('is the narrowing itself where no tag is chosen', () => {
    expect(withTagsBelow(wideOpen, tags)).toBe(wideOpen);
  });
});

describe('countTagReach', () => {
  it('counts for each tag the items that narrowing to it lets through', () => {
    const items = fc.array(fc.record({ tagIds: fc.subarray([...names, 'gone' as TagId]) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(items, (all) => {
        const counts = new Map(countTagReach(all, tags));
        for (const id of [...names, 'gone']) {
          const reached = narrowedTo(id);
          const expected = all.filter(({ tagIds }) => tagIds.some((one) => reached.includes(one))).length;
          expect(counts.get(id as TagId) ?? 0).toBe(expected);
        }
      }),
    );
  });

  it('lists a parent before a child that as many items have', () => {
    expect(countTagReach([{ tagIds: ['convoy' as TagId] }], tags).map(([id]) => id)).toEqual([
      'attack',
      'ambush',
      'convoy',
    ]);
  });
});
