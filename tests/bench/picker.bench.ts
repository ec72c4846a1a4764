import { bench, describe } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { indexTags, pickerRows } from '#core/reader/picker-rows.ts';

// 500 tags in three levels, with accents: a large codebook.
const words = ['embuscade', 'Ménaka', 'attack', 'déplacement', 'convoy', 'القصف', 'killed', 'checkpoint'];
const tags = Array.from({ length: 500 }, (_, at): Tag => {
  const parent = at < 20 ? null : at < 140 ? `t${at % 20}` : `t${20 + (at % 120)}`;
  return {
    id: `t${at}` as TagId,
    parentId: parent as TagId | null,
    name: `${words[at % words.length]} ${words[(at * 5 + 3) % words.length]} ${at}`,
    description: '',
    color: 'red',
    order: at,
  };
});
const index = indexTags(tags);
const recent = ['t3', 't77', 't401'] as TagId[];

describe('type-ahead over 500 tags (reach: 16 ms a key)', () => {
  bench('make the index, once when the codebook changes', () => {
    indexTags(tags);
  });
  for (const typed of ['', 'm', 'me', 'menaka', 'att amb', 'attack/me', 'nothing reads like that']) {
    bench(`show the lines for “${typed}”`, () => {
      pickerRows(typed, index, recent);
    });
  }
});
