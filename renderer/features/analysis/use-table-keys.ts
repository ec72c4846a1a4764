import type { KeyboardEvent } from 'react';
import type { Passage } from '#core/analysis/passages.ts';
import { stepInGrid } from '#ui/step-in-grid.ts';
import type { Picking } from './use-picking.ts';

type TableKeys = {
  /** The passage in a row; `null` for the head of a group. */
  readonly passageAt: (index: number) => Passage | null;
  readonly passages: readonly Passage[];
  readonly picking: Picking;
  readonly active: number;
  readonly count: number;
  /** How many rows a page key moves by. */
  readonly page: () => number;
  readonly onOpen: (passage: Passage) => void;
  readonly onMove: (index: number) => void;
};

/** The keys of the table of passages. */
export function useTableKeys(table: TableKeys): (event: KeyboardEvent) => void {
  const { passageAt, picking, active, onMove } = table;
  return (event) => {
    if (event.target !== event.currentTarget) return;
    const at = passageAt(active);
    const deed = deedOf(event, at, table);
    if (deed !== null) {
      event.preventDefault();
      deed();
      return;
    }
    const size = { rows: table.count, columns: 1, page: Math.max(1, table.page()) };
    const target = stepInGrid(event, { row: active, column: 0 }, size);
    if (target === null) return;
    event.preventDefault();
    if (event.shiftKey) picking.pick([at, passageAt(target.row)].filter((passage) => passage !== null));
    onMove(target.row);
  };
}

/** What a key does besides moving; `null`: nothing. */
function deedOf(event: KeyboardEvent, at: Passage | null, table: TableKeys): (() => void) | null {
  const { picking, passages, onOpen } = table;
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return () => picking.pick(passages);
  if (at === null) return null;
  if (event.key === 'Enter') return () => onOpen(at);
  return event.key === ' ' ? () => picking.toggle(at) : null;
}
