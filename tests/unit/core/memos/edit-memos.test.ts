import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import type { AnalystId, MemoId, TagId } from '#core/ids.ts';
import {
  deleteMemos,
  keepMemo,
  newMemo,
  withLink,
  withoutLink,
  withSubject,
  withWords,
} from '#core/memos/edit-memos.ts';
import { type Memo, type MemoTarget, maxMemoLength, maxMemoLinks } from '#core/memos/memo.ts';

const draft = { id: 'm-1' as MemoId, subject: { kind: 'free' } as const, analystId: 'a-1' as AnalystId };
const now = '2024-09-24T08:00:00.000Z';
const later = '2024-09-25T08:00:00.000Z';
const fresh = newMemo(draft, now);

it('keeps nothing of a draft nobody wrote in', () => {
  expect(keepMemo(null, fresh, now)).toEqual([]);
});

it('keeps a draft with its first word, and every later word as a replacement', () => {
  const first = withWords(fresh, { text: 'a' });

  expect(keepMemo(null, first, now)).toEqual([{ table: 'memos', id: 'm-1', before: null, after: first }]);
  expect(keepMemo(first, withWords(first, { title: 'T' }), later)).toEqual([
    { table: 'memos', id: 'm-1', before: first, after: { ...first, title: 'T', updatedAt: later } },
  ]);
});

it('changes nothing when the words are the same', () => {
  expect(keepMemo(fresh, withWords(fresh, { text: '' }), later)).toEqual([]);
});

it('refuses words that could not be stored, and mends halves of pairs', () => {
  expect(() => withWords(fresh, { text: 'x'.repeat(maxMemoLength + 1) })).toThrow(RangeError);
  expect(withWords(fresh, { text: 'a\ud83d' }).text).toBe('a\ufffd');
});

it('never puts a memo on itself, nor links it to itself', () => {
  const own = { kind: 'memo', id: draft.id } as const;

  expect(withSubject(fresh, own)).toBe(fresh);
  expect(withLink(fresh, own)).toBe(fresh);
});

it('takes as many links as a memo may have and no more', () => {
  let memo = fresh;
  for (let at = 0; at < maxMemoLinks + 5; at++)
    memo = withLink(memo, { kind: 'tag', id: `t-${at}` as TagId });

  expect(memo.links).toHaveLength(maxMemoLinks);
  expect(recordSchemas.memos.safeParse(memo).success).toBe(true);
});

it('takes a memo away as a whole', () => {
  expect(deleteMemos([fresh])).toEqual([{ table: 'memos', id: 'm-1', before: fresh, after: null }]);
});

const target = fc
  .constantFrom('article', 'tag', 'highlight', 'memo')
  .chain((kind) => fc.constantFrom('x', 'y', 'z').map((id) => ({ kind, id }) as MemoTarget));

it('holds the links of a list to which each was added once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ isAdded: fc.boolean(), link: target }), { maxLength: 30 }), (steps) => {
      const model: string[] = [];
      let memo: Memo = fresh;
      for (const { isAdded, link } of steps) {
        const key = `${link.kind}/${link.id}`;
        const at = model.indexOf(key);
        if (isAdded && at === -1) model.push(key);
        if (!isAdded && at !== -1) model.splice(at, 1);
        memo = isAdded ? withLink(memo, link) : withoutLink(memo, link);
      }
      expect(memo.links.map(({ kind, id }) => `${kind}/${id}`)).toEqual(model);
    }),
  );
});
