import { expect, it } from 'vitest';
import { countShades } from '#core/codebook/inherit-color.ts';
import { tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { makeTags } from './make-codebook.ts';

const tags = makeTags('a\n  b\n    c\n      d\n        e').map((tag) =>
  tag.name === 'd' || tag.name === 'e' ? { ...tag, color: 'blue' as const } : tag,
);

it.each([
  ['a', 0],
  ['b', 1],
  ['c', 2],
  // A colour of its own begins anew.
  ['d', 0],
  ['e', 1],
  ['gone', 0],
])('%s stands %i steps below the tag its colour comes from', (id, steps) => {
  expect(countShades(id as TagId, tagsById(tags))).toBe(steps);
});
