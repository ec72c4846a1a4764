import type { RefObject } from 'react';
import type { Highlight, HighlightMark } from '#core/annotations/highlight.ts';
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
  { id: 'highlight.list', run: (parts) => listHere(parts) },
  { id: 'highlight.important', run: ({ marking }) => switchMark(marking, 'important') },
  { id: 'highlight.translation', run: ({ marking }) => switchMark(marking, 'translation-error') },
  { id: 'highlight.recode', run: ({ marking }) => openRecode(marking) },
  { id: 'highlight.split', run: (parts) => split(parts) },
  { id: 'highlight.join', run: ({ marking }) => join(marking) },
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

function switchMark({ chosen, switchMark }: Marking, mark: HighlightMark): boolean {
  return chosen !== null && begin(switchMark(chosen, mark));
}

function openRecode({ chosen, show }: Marking): boolean {
  if (chosen !== null) show({ kind: 'recode', id: chosen.id });
  return chosen !== null;
}

/** Join all that the selection touches, or else the chosen one with its neighbour. */
function join({ selected, chosen, highlights, join, joinNear }: Marking): boolean {
  if (selected === null) return chosen !== null && begin(joinNear(chosen));
  const { span } = selected;
  return begin(join(highlights.filter(({ anchor }) => anchor.start < span.end && span.start < anchor.end)));
}

/** Split the chosen highlight, or else the shortest there, at the caret or at both edges of the selection. */
function split(parts: ReaderParts): boolean {
  const { highlights, chosen, selected, split } = parts.marking;
  const caret = caretOffset(parts);
  const at = selected === null ? (caret === null ? [] : [caret]) : [selected.span.start, selected.span.end];
  const cuts = (one: Highlight) => at.some((place) => one.anchor.start < place && place < one.anchor.end);
  const here = chosen !== null && cuts(chosen) ? chosen : stackAt(highlights, at[0] ?? -1).find(cuts);
  const highlight = here ?? chosen;
  return highlight !== null && begin(split(highlight, at));
}

function listHere(parts: ReaderParts): boolean {
  const place = caretOffset(parts) ?? parts.marking.chosen?.anchor.start ?? null;
  if (place !== null) parts.marking.lookAt(place);
  return place !== null;
}

/** Where the caret is in the text; `null` when it is elsewhere. */
function caretOffset({ ranges, body }: ReaderParts): number | null {
  const selection = getSelection();
  const node = selection?.focusNode ?? null;
  if (ranges === null || node === null || body.current?.contains(node) !== true) return null;
  return ranges.offsetOf(node, selection?.focusOffset ?? 0);
}

/** Go to the next highlight underneath: of those at the caret, or else of those that the chosen one shares a place with. */
function cycle(parts: ReaderParts): boolean {
  const { highlights, chosen, chooseAloud } = parts.marking;
  const caret = caretOffset(parts);
  const atCaret = caret === null ? [] : stackAt(highlights, caret);
  const stack = atCaret.length > 0 ? atCaret : stackAt(highlights, chosen?.anchor.start ?? -1);
  const next = nextInStack(stack, chosen?.id ?? null);
  if (next !== null) chooseAloud(next);
  return next !== null;
}
