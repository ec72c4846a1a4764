import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { TagLedger } from '#core/codebook/tag-ledger.ts';
import { countTags } from '#core/codebook/tag-tree.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import { makeHighlight } from './make-codebook.ts';

const step = fc.oneof(
  fc.record({
    put: fc.nat(9),
    article: fc.nat(3),
    tags: fc.array(fc.nat(9), { maxLength: 4 }),
  }),
  fc.record({ drop: fc.nat(9) }),
  // The tag of this number goes below the other one, or to the top.
  fc.record({ move: fc.nat(7), below: fc.option(fc.nat(7)) }),
);

function makeTag(index: number, parentId: TagId | null): Tag {
  return {
    id: `t${index}` as TagId,
    parentId,
    name: `t${index}`,
    description: '',
    color: 'red',
    order: index,
  };
}

it('counts what reading all highlights anew would count, after any edits of highlights and of the tree', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const ledger = new TagLedger();
      // Tags 8 and 9 are carried by highlights but are not in the codebook.
      let tags = Array.from({ length: 8 }, (_, index) => makeTag(index, null));
      const highlights = new Map<string, Highlight>();
      for (const each of steps) {
        if ('put' in each) {
          const highlight = makeHighlight(
            `h${each.put}`,
            `a${each.article}`,
            each.tags.map((at) => `t${at}`),
          );
          highlights.set(highlight.id, highlight);
          ledger.put(highlight);
        } else if ('drop' in each) {
          highlights.delete(`h${each.drop}`);
          ledger.drop(`h${each.drop}` as Highlight['id']);
        } else {
          // Rings are no reason to stop: two laptops may make one.
          const parentId = each.below === null ? null : (`t${each.below}` as TagId);
          tags = tags.map((tag, index) => (index === each.move ? { ...tag, parentId } : tag));
        }
        expect(ledger.count(tags)).toEqual(countTags(tags, [...highlights.values()]));
      }
    }),
  );
});

it('counts along without another pass while the tree keeps its shape', () => {
  const tags = [makeTag(0, null), makeTag(1, 't0' as TagId)];
  const ledger = new TagLedger();
  ledger.put(makeHighlight('h1', 'a', ['t1']));
  const first = ledger.count(tags);
  ledger.put(makeHighlight('h2', 'a', ['t0', 't1']));

  expect(first.get('t0' as TagId)?.whole).toEqual({ highlights: 1, articles: 1 });
  expect(ledger.count(tags.map((tag) => ({ ...tag, name: 'renamed' }))).get('t0' as TagId)).toEqual({
    own: { highlights: 1, articles: 1 },
    whole: { highlights: 2, articles: 1 },
  });
});

it('counts the articles of one text once besides, and anew when they come into another group', () => {
  const ledger = new TagLedger();
  const tags = [makeTag(0, null), makeTag(1, 't0' as TagId)];
  const article = (name: string) => name as ArticleId;
  for (const [at, name] of ['a', 'b', 'c'].entries()) ledger.put(makeHighlight(`h${at}`, name, ['t1']));
  expect(ledger.count(tags).get('t0' as TagId)?.whole).toEqual({ highlights: 3, articles: 3 });

  ledger.group(article('b'), article('a'));
  expect(ledger.count(tags).get('t0' as TagId)?.whole).toEqual({ highlights: 3, articles: 3, texts: 2 });
  ledger.group(article('c'), article('a'));
  expect(ledger.count(tags).get('t1' as TagId)?.own).toEqual({ highlights: 3, articles: 3, texts: 1 });
  ledger.group(article('b'), null);
  expect(ledger.count(tags).get('t1' as TagId)?.own.texts).toBe(2);
});
