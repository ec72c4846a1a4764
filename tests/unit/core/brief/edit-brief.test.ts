import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockContent, Brief } from '#core/brief/brief.ts';
import {
  addBlock,
  createBrief,
  deleteBlock,
  deleteBrief,
  duplicateBrief,
  moveBlock,
  setHead,
  writeBlock,
} from '#core/brief/edit-brief.ts';
import { type Change, reverse } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import { countingIds, now } from './sample-case.ts';

const head = { title: 'Bamako', author: 'Sahel desk', cutOff: '2024-09-24T12:00', tlp: 'TLP:GREEN' } as const;
const text = (words: string): BlockContent => ({ kind: 'paragraph', text: words });

/** A store as the working copy is one: every change has to start from what is there. */
function createStore() {
  const records = new Map<string, unknown>();
  return {
    apply(changes: readonly Change[]) {
      for (const { table, id, before, after } of changes) {
        const key = `${table}/${id}`;
        if (!sameRecord(records.get(key) ?? null, before)) throw new Error(`${key} is not what was expected`);
        if (after === null) records.delete(key);
        else records.set(key, after);
      }
    },
    brief: () => [...records].find(([key]) => key.startsWith('briefs/'))?.[1] as Brief,
    blocks: () =>
      [...records]
        .flatMap(([key, record]) => (key.startsWith('blocks/') ? [record as Block] : []))
        .sort((a, b) => a.order - b.order),
    dump: () => new Map(records),
  };
}

describe('editing a brief', () => {
  it('keeps blocks in the order that a plain list would have', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), index: fc.nat(12) }),
      fc.record({ kind: fc.constant('move' as const), from: fc.nat(11), index: fc.nat(12) }),
      fc.record({ kind: fc.constant('delete' as const), from: fc.nat(11) }),
      fc.record({ kind: fc.constant('write' as const), from: fc.nat(11), words: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const maker = { now, newId: countingIds() };
        const store = createStore();
        store.apply(createBrief(head, [text('one'), text('two')], maker).changes);
        let model = ['one', 'two'];
        for (const [number, action] of steps.entries()) {
          const [brief, blocks] = [store.brief(), store.blocks()];
          const block = 'from' in action ? blocks[action.from] : undefined;
          if (action.kind === 'add') {
            const words = `added ${number}`;
            store.apply(
              addBlock(brief, blocks, { content: text(words), index: action.index }, maker).changes,
            );
            model.splice(action.index, 0, words);
          } else if (block !== undefined && action.kind === 'move') {
            store.apply(moveBlock(brief, blocks, { id: block.id, index: action.index }, now));
            const [moved = ''] = model.splice(action.from, 1);
            model.splice(action.index, 0, moved);
          } else if (block !== undefined && action.kind === 'delete') {
            store.apply(deleteBlock(brief, block, now));
            model = model.filter((_, index) => index !== action.from);
          } else if (block !== undefined && action.kind === 'write') {
            store.apply(writeBlock(brief, block, text(action.words), now));
            model[action.from] = action.words;
          }
        }
        expect(store.blocks().map(({ content }) => 'text' in content && content.text)).toEqual(model);
      }),
    );
  });

  it('numbers afresh when there is no room left between two blocks', () => {
    const maker = { now, newId: countingIds() };
    const store = createStore();
    store.apply(createBrief(head, [text('first'), text('last')], maker).changes);

    for (let count = 0; count < 200; count++)
      store.apply(
        addBlock(store.brief(), store.blocks(), { content: text(`${count}`), index: 1 }, maker).changes,
      );

    const orders = store.blocks().map((block) => block.order);
    expect(new Set(orders).size).toBe(202);
    expect(store.blocks().map(({ content }) => 'text' in content && content.text)).toEqual([
      'first',
      ...Array.from({ length: 200 }, (_, index) => `${199 - index}`),
      'last',
    ]);
  });

  it('is undone by the reverse of its changes', () => {
    const maker = { now, newId: countingIds() };
    const store = createStore();
    store.apply(createBrief(head, [text('one'), text('two'), text('three')], maker).changes);
    const before = store.dump();
    const [, , third] = store.blocks();
    const changes = third
      ? moveBlock(store.brief(), store.blocks(), { id: third.id, index: 0 }, '2024-09-26T00:00:00.000Z')
      : [];

    store.apply(changes);
    store.apply(reverse(changes));

    expect(store.dump()).toEqual(before);
  });

  it('answers no changes for an edit that changes nothing', () => {
    const maker = { now, newId: countingIds() };
    const store = createStore();
    store.apply(createBrief(head, [text('one'), text('two')], maker).changes);
    const [brief, [block, ...rest]] = [store.brief(), store.blocks()];
    if (block === undefined) throw new Error('no block');

    expect(setHead(brief, { title: 'Bamako' }, now)).toEqual([]);
    expect(writeBlock(brief, block, text('one'), now)).toEqual([]);
    expect(moveBlock(brief, [block, ...rest], { id: block.id, index: 0 }, now)).toEqual([]);
  });

  it('copies a brief with all its blocks, and takes one away with all of them', () => {
    const maker = { now, newId: countingIds() };
    const { brief, changes } = createBrief(head, [text('one'), { kind: 'map', caption: '' }], maker);
    const blocks = changes.flatMap(({ table, after }) => (table === 'blocks' && after ? [after] : []));

    const copy = duplicateBrief({ brief, blocks, title: 'Copy' }, maker);
    const made = copy.changes.flatMap(({ table, after }) => (table === 'blocks' && after ? [after] : []));

    expect(copy.brief).toMatchObject({ ...head, title: 'Copy' });
    expect(copy.brief.id).not.toBe(brief.id);
    expect(made.map(({ content }) => content)).toEqual(blocks.map(({ content }) => content));
    expect(made.every(({ briefId }) => briefId === copy.brief.id)).toBe(true);
    expect(deleteBrief(brief, blocks).map(({ table, after }) => [table, after])).toEqual([
      ['blocks', null],
      ['blocks', null],
      ['briefs', null],
    ]);
  });
});
