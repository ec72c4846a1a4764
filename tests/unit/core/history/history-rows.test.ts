import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goBackAction, type HistoryRow, historyRows, type ListedEdit } from '#core/history/history-rows.ts';
import type { DeviceId, GroupId } from '#core/ids.ts';

const device = 'here' as DeviceId;

function edit(sequence: number, part: Partial<ListedEdit> = {}): ListedEdit {
  return {
    device,
    sequence,
    time: String(1_000 + sequence),
    at: '2026-01-01T00:00:00.000Z',
    label: { action: 'tag.edit', detail: {} },
    group: null,
    kind: 'new',
    target: null,
    changeCount: 1,
    ...part,
  };
}
const undo = (sequence: number, target: number) => edit(sequence, { kind: 'undo', target });
const redo = (sequence: number, target: number) => edit(sequence, { kind: 'redo', target });
const back = (sequence: number, to: number, side = 'after') =>
  edit(sequence, { label: { action: goBackAction, detail: { time: String(1_000 + to), side } } });

/** Oldest first, as they were made. */
const rowsOf = (...edits: ListedEdit[]) => historyRows(edits.toReversed());
const fates = (rows: readonly HistoryRow[]) =>
  Object.fromEntries(
    rows.flatMap(({ edits, fate }) =>
      edits.map(({ sequence }) => [
        sequence,
        fate.kind === 'stands' ? 'stands' : `${fate.kind} by ${fate.by.sequence}`,
      ]),
    ),
  );

describe('historyRows', () => {
  it('says what was undone, and that what was redone stands', () => {
    const rows = rowsOf(edit(1), edit(2), undo(3, 2), undo(4, 1), redo(5, 1));

    expect(fates(rows)).toMatchObject({ 1: 'stands', 2: 'undone by 3' });
  });

  it('says what was left by going back, and what stands again by it', () => {
    const rows = rowsOf(edit(1), edit(2), undo(3, 2), edit(4), back(5, 2));

    expect(fates(rows)).toMatchObject({ 1: 'stands', 2: 'stands', 4: 'left by 5', 5: 'stands' });
  });

  it('forgets going back once that was undone', () => {
    const rows = rowsOf(edit(1), edit(2), back(3, 1), undo(4, 3));

    expect(fates(rows)).toMatchObject({ 1: 'stands', 2: 'stands', 3: 'undone by 4' });
  });

  it('puts the parts of an import on one line, and undos in a row', () => {
    const group = 'import' as GroupId;
    const rows = rowsOf(
      edit(1),
      edit(2, { group }),
      edit(3, { group }),
      edit(4),
      undo(5, 4),
      { ...undo(6, 3), group },
      { ...undo(7, 2), group },
    );

    expect(rows.map((row) => [row.kind, row.edits.map(({ sequence }) => sequence)])).toEqual([
      ['undo', [7, 6, 5]],
      ['new', [4]],
      ['new', [3, 2]],
      ['new', [1]],
    ]);
  });

  it('agrees with replaying everything from the beginning, whatever was done, undone and gone back to', () => {
    const step = fc.record({
      do: fc.constantFrom('edit', 'edit', 'undo', 'undo', 'redo', 'back'),
      to: fc.nat(40),
      side: fc.constantFrom('after', 'before'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const edits: ListedEdit[] = [];
        // The oracle: which edits stand after each entry, in two piles of whole states.
        const after: (readonly number[])[] = [[]];
        const past: [number, readonly number[]][] = [];
        let future: [number, readonly number[]][] = [];
        for (const each of steps) {
          const sequence = edits.length + 1;
          const now = after.at(-1) ?? [];
          if (each.do === 'edit' || each.do === 'back') {
            const to = each.to % sequence;
            if (each.do === 'back' && to === 0) continue;
            const target = after[each.side === 'after' ? to : to - 1] ?? [];
            edits.push(each.do === 'edit' ? edit(sequence) : back(sequence, to, each.side));
            past.push([sequence, now]);
            future = [];
            after.push([...(each.do === 'edit' ? now : target), sequence]);
          } else {
            const from = each.do === 'undo' ? past : future;
            const moved = from.pop();
            if (moved === undefined) continue;
            (each.do === 'undo' ? future : past).push([moved[0], now]);
            edits.push(each.do === 'undo' ? undo(sequence, moved[0]) : redo(sequence, moved[0]));
            after.push(moved[1]);
          }
        }
        const standing = rowsOf(...edits)
          .filter(({ kind, fate }) => kind === 'new' && fate.kind === 'stands')
          .flatMap((row) => row.edits.map(({ sequence }) => sequence));

        expect(standing.sort((a, b) => a - b)).toEqual([...(after.at(-1) ?? [])].sort((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });
});
