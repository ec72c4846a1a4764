import { type RefObject, useEffect, useRef } from 'react';
import { nextInStack, stackAt } from '#core/annotations/stack-at.ts';
import { hasOwnKeys, isTyping } from './keys.ts';
import { moveCaret } from './move-caret.ts';
import type { TextRanges } from './text-ranges.ts';
import type { Marking } from './use-marking.ts';

type ReaderKeysParts = {
  readonly marking: Marking;
  readonly ranges: TextRanges | null;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly singleKeys: boolean;
  /** Give the focus to the text, with what was selected selected again. */
  readonly onReturn: (offset: number | null) => void;
};

/**
 * The reader's keys. Those that move the caret and act on it work while the text has the focus (or nothing has);
 * single letters work wherever nothing is written and no list has its own.
 */
export function useReaderKeys(parts: ReaderKeysParts): void {
  const current = useRef(parts);
  current.current = parts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      if (handleKey(event, current.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function handleKey(event: KeyboardEvent, parts: ReaderKeysParts): boolean {
  const body = parts.body.current;
  const scroller = parts.scroller.current;
  if (body === null || scroller === null || body.offsetParent === null) return false;
  const onText = event.target === body;
  if (onText || event.target === document.body) {
    if (edgeKey(event, parts) || textKey(event, parts)) return true;
    if (onText && moveCaret(event, body, scroller)) return true;
  }
  return !hasOwnKeys(event.target) && letterKey(event, parts);
}

/** Keys while an end of the chosen highlight is held. */
function edgeKey(event: KeyboardEvent, { marking, ranges }: ReaderKeysParts): boolean {
  const { edge, chosen } = marking;
  if (edge === null || chosen === null) return false;
  if (event.key === 'Enter' || event.key === 'Escape') {
    marking.grab(null);
    return true;
  }
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return false;
  const paragraph = ranges?.paragraphAt(chosen.anchor[edge.edge]);
  const isRightToLeft =
    paragraph !== null && paragraph !== undefined && getComputedStyle(paragraph).direction === 'rtl';
  const isOnward = (event.key === 'ArrowRight') !== isRightToLeft;
  marking.moveEdge({ by: event.ctrlKey ? 'word' : 'character', direction: isOnward ? 1 : -1 });
  return true;
}

/** What a key does; answers whether it did anything. */
type Deed = (parts: ReaderKeysParts) => boolean;

/** Keys on the text itself: on the selection, or else on the chosen highlight. */
const textKeys: Readonly<Record<string, Deed>> = {
  Enter: ({ marking }) => openPicker(marking) || openNote(marking),
  Escape: ({ marking, onReturn }) => {
    const { panel, selected, chosen } = marking;
    if (panel !== null) marking.show(null);
    else if (selected !== null) onReturn(selected.span.end);
    else marking.choose(null);
    return panel !== null || selected !== null || chosen !== null;
  },
  Delete: ({ marking }) => dropChosen(marking),
  Backspace: ({ marking }) => dropChosen(marking),
};

/** Single letters, wherever nothing is written. */
const letterKeys: Readonly<Record<string, Deed>> = {
  h: ({ marking }) => markSelected(marking, 'read'),
  n: ({ marking }) => markSelected(marking, 'note') || openNote(marking),
  q: ({ marking }) => {
    void marking.again();
    return true;
  },
  t: ({ marking }) => openPicker(marking) || openTags(marking),
  o: (parts) => cycle(parts),
};

function textKey(event: KeyboardEvent, parts: ReaderKeysParts): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return textKeys[event.key]?.(parts) ?? false;
}

function letterKey(event: KeyboardEvent, parts: ReaderKeysParts): boolean {
  if (!parts.singleKeys) return false;
  if (event.key === '[' || event.key === ']') return bracketKey(event, parts.marking);
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  return letterKeys[event.key.toLowerCase()]?.(parts) ?? false;
}

function bracketKey(event: KeyboardEvent, { chosen, grab }: Marking): boolean {
  // On many keyboards the brackets are reached by AltGr, which comes as Ctrl+Alt.
  if (chosen === null || (event.ctrlKey && !event.getModifierState('AltGraph'))) return false;
  grab(event.key === '[' ? 'start' : 'end');
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
  if (selected !== null) void mark(null, then);
  return selected !== null;
}

function dropChosen({ selected, chosen, drop }: Marking): boolean {
  if (selected !== null || chosen === null) return false;
  void drop(chosen);
  return true;
}

/** Go to the next highlight underneath: of those at the caret, or else of those that the chosen one shares a place with. */
function cycle({ marking, ranges, body }: ReaderKeysParts): boolean {
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
