import type { RefObject } from 'react';
import { nextInStack, stackAt } from '#core/annotations/stack-at.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import type { TextRanges } from './text-ranges.ts';
import type { Marking } from './use-marking.ts';

/** What the keys of the reader act on. */
export type ReaderParts = {
  readonly marking: Marking;
  readonly ranges: TextRanges | null;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Give the focus to the text, with what was selected selected again. */
  readonly onReturn: (offset: number | null) => void;
};

/** A command of the reader; `run` answers whether there was anything to do, or else the key is left to others. */
export type ReaderDeed = { readonly id: KeyCommandId; readonly run: (parts: ReaderParts) => boolean };

/** What the commands of the reader do, their keys aside (core/keys/key-commands.ts). */
export const readerDeeds: readonly ReaderDeed[] = [
  { id: 'mark.picker', run: ({ marking }) => openPicker(marking) || openNote(marking) },
  { id: 'mark.highlight', run: ({ marking }) => markSelected(marking, 'read') },
  { id: 'mark.note', run: ({ marking }) => markSelected(marking, 'note') || openNote(marking) },
  { id: 'mark.tags', run: ({ marking }) => openPicker(marking) || openTags(marking) },
  { id: 'mark.again', run: ({ marking }) => begin(marking.again()) },
  { id: 'highlight.under', run: (parts) => cycle(parts) },
  { id: 'highlight.start', run: ({ marking }) => holdEdge(marking, 'start') },
  { id: 'highlight.end', run: ({ marking }) => holdEdge(marking, 'end') },
  { id: 'highlight.delete', run: ({ marking }) => dropChosen(marking) },
];

function begin(_deed: Promise<unknown>): true {
  return true;
}

function openPicker({ selected, show }: Marking): boolean {
  if (selected !== null) show({ kind: 'selection', takesFocus: true });
  return selected !== null;
}

function openTags({ chosen, show }: Marking): boolean {
  if (chosen !== null) show({ kind: 'tags', id: chosen.id });
  return chosen !== null;
}

function openNote({ chosen, show }: Marking): boolean {
  if (chosen !== null) show({ kind: 'note', id: chosen.id });
  return chosen !== null;
}

function markSelected({ selected, mark }: Marking, then: 'note' | 'read'): boolean {
  return selected !== null && begin(mark(null, then));
}

function holdEdge({ chosen, grab }: Marking, edge: 'start' | 'end'): boolean {
  if (chosen !== null) grab(edge);
  return chosen !== null;
}

function dropChosen({ selected, chosen, drop }: Marking): boolean {
  return selected === null && chosen !== null && begin(drop(chosen));
}

/** Go to the next highlight underneath: of those at the caret, or else of those that the chosen one shares a place with. */
function cycle({ marking, ranges, body }: ReaderParts): boolean {
  const { highlights, chosen } = marking;
  const selection = getSelection();
  const node = selection?.focusNode ?? null;
  const caret =
    ranges !== null && node !== null && body.current?.contains(node)
      ? ranges.offsetOf(node, selection?.focusOffset ?? 0)
      : null;
  const atCaret = caret === null ? [] : stackAt(highlights, caret);
  const stack = atCaret.length > 0 ? atCaret : stackAt(highlights, chosen?.anchor.start ?? -1);
  const next = nextInStack(stack, chosen?.id ?? null);
  if (next !== null) marking.chooseAloud(next);
  return next !== null;
}
