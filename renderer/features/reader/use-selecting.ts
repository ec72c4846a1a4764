import { type RefObject, useEffect, useRef, useState } from 'react';
import { trimSpan } from '#core/annotations/check-selection.ts';
import { nextInStack, stackAt } from '#core/annotations/stack-at.ts';
import type { PlaceId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { caretBox, placeAgain, type TextPlace, caretPlace as textPlace } from './move-caret.ts';
import type { TextRanges } from './text-ranges.ts';
import type { Marking } from './use-marking.ts';

/** Something found in the text: suggested by the program or accepted by the analyst. */
export type ReaderMention = {
  readonly id: string;
  readonly span: TextSpan;
  readonly status: 'suggested' | 'accepted';
  /** The place it names, to light up with it; left out: none. */
  readonly placeId?: PlaceId;
  /** Absent: a place. */
  readonly kind?: 'place' | 'actor' | 'person' | 'date' | 'figure';
};

type SelectingParts = {
  readonly marking: Marking;
  readonly ranges: TextRanges | null;
  readonly body: RefObject<HTMLElement | null>;
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly mentions: readonly ReaderMention[];
  readonly onMention: (id: string, anchorRect: DOMRect) => void;
  /** A character was clicked; `null`: beside the text. */
  readonly onPlace: (offset: number | null) => void;
};

/** Where the caret is drawn in the page. */
export type CaretPlace = { readonly left: number; readonly top: number; readonly height: number };

/** Resting this long after a key or a double click, the picker shows itself. */
const restMs = 250;

/** Clicks this near to one another are on the same spot, in pixels. */
const sameSpot = 8;

/**
 * Follow what is selected in the text, by mouse and by keyboard, and what is clicked. Answers where to draw the caret;
 * `null` while none is to be seen.
 */
export function useSelecting(parts: SelectingParts): CaretPlace | null {
  const current = useRef(parts);
  current.current = parts;
  const [caret, setCaret] = useState<CaretPlace | null>(null);
  useEffect(() => {
    const { body, page } = current.current;
    if (body.current === null) return;
    return followSelection(body.current, {
      parts: () => current.current,
      onCaret: (selection) => setCaret(selection === null ? null : caretPlace(selection, page.current)),
    });
  }, []);
  return caret;
}

type Followers = {
  readonly parts: () => SelectingParts;
  /** Told the selection when its end may be drawn as a caret; `null` when no caret is to be seen. */
  readonly onCaret: (selection: Selection | null) => void;
};

function followSelection(body: HTMLElement, { parts, onCaret }: Followers): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let isDragging = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The selection whose picker has been up; it does not come up again by itself. */
  let known: string | null = null;
  /** Where the caret was when the keys went elsewhere: to a box, a dialog. */
  let left: TextPlace | null = null;
  /** Where the text was clicked last. */
  let clicked: { readonly x: number; readonly y: number } | null = null;

  const hasFocus = () => document.activeElement === body && !isDragging;
  const onFocus = () => {
    const selection = getSelection();
    const { scroller } = parts();
    // Reached by Tab: the caret has to be somewhere before it can be moved.
    if (hasFocus() && selection !== null && scroller.current !== null && !body.contains(selection.focusNode))
      placeAgain(selection, left, { body, scroller: scroller.current });
    onCaret(hasFocus() ? selection : null);
  };
  const onBlur = () => {
    left = textPlace(getSelection(), body) ?? left;
    onCaret(null);
  };
  const onSelection = () => {
    onFocus();
    const { ranges, marking } = parts();
    if (!hasFocus() || ranges === null) return;
    const span = ranges.selectedSpan(getSelection());
    const name = nameOf(span, marking.text);
    if (name === known) return;
    known = null;
    clearTimeout(timer);
    if (!marking.select(span)) return;
    timer = setTimeout(() => {
      known = name;
      const { selected, panel, show } = parts().marking;
      // A key may have dealt with the selection already.
      if (selected !== null && panel === null) show({ kind: 'selection', takesFocus: false });
    }, restMs);
  };

  const onPointerDown = (event: PointerEvent) => {
    const { target } = event;
    if (event.button !== 0 || !(target instanceof Element) || target.closest('[data-at-passage]') !== null)
      return;
    const { marking } = parts();
    clearTimeout(timer);
    if (marking.panel !== null) marking.show(null);
    isDragging = body.contains(target) && target.closest('button') === null;
    if (!body.contains(target)) marking.select(null);
  };

  const onMouseUp = (event: MouseEvent) => {
    if (!isDragging) return;
    // The browser settles the selection only after the event; and a double click may become a triple one.
    clearTimeout(timer);
    timer = setTimeout(() => settlePointer(event), event.detail === 2 ? restMs : 0);
  };
  const settlePointer = (event: MouseEvent) => {
    isDragging = false;
    const { ranges, marking } = parts();
    const span = ranges?.selectedSpan(getSelection()) ?? null;
    known = nameOf(span, marking.text);
    if (marking.select(span)) marking.show({ kind: 'selection', takesFocus: true });
    else {
      const isAgain = clicked !== null && Math.hypot(event.x - clicked.x, event.y - clicked.y) < sameSpot;
      clicked = { x: event.x, y: event.y };
      click(event, parts(), isAgain);
    }
  };

  document.addEventListener('selectionchange', onSelection, { signal });
  window.addEventListener('pointerdown', onPointerDown, { signal });
  window.addEventListener('mouseup', onMouseUp, { signal });
  // A press on the selection would drag its text away, and its end would never be heard of.
  body.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  body.addEventListener('blur', onBlur, { signal });
  body.addEventListener('focus', onFocus, { signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** The same for selections that differ only in the white space at their ends. */
function nameOf(span: TextSpan | null, text: string): string {
  const inked = span === null ? null : trimSpan(text, span);
  return inked === null ? '' : `${inked.start}-${inked.end}`;
}

/** What is found at a place. Of what lies in one another the smaller is meant: the rest of the larger can be clicked. */
export function mentionAt(mentions: readonly ReaderMention[], position: number): ReaderMention | undefined {
  return mentions
    .filter(({ span }) => span.start <= position && position < span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

/**
 * A click chooses the shortest highlight under it, and again on the same spot the next one; a place name tells that it
 * was clicked.
 */
function click(event: MouseEvent, parts: SelectingParts, isAgain: boolean): void {
  const { ranges, marking, mentions, onMention } = parts;
  const position = ranges?.characterAt(event.clientX, event.clientY) ?? null;
  parts.onPlace(position);
  if (position === null || ranges === null) {
    marking.choose(null);
    return;
  }
  const chosenId = isAgain ? (marking.chosen?.id ?? null) : null;
  const next = nextInStack(stackAt(marking.highlights, position), chosenId);
  marking.choose(next?.id ?? null);
  const found = mentionAt(mentions, position);
  // Of a highlight its own card is wanted: what was found in it is told by the key, and in its list.
  const isCovered = next !== null && found?.kind !== undefined && found.kind !== 'place';
  const mention = isCovered ? undefined : found;
  const box = mention === undefined ? undefined : ranges.toRange(mention.span)?.getBoundingClientRect();
  if (mention !== undefined && box !== undefined) onMention(mention.id, box);
}

function caretPlace(selection: Selection, page: HTMLElement | null): CaretPlace | null {
  if (page === null || !page.contains(selection.focusNode)) return null;
  const box = caretBox(selection);
  if (box === null) return null;
  const frame = page.getBoundingClientRect();
  return { left: box.left - frame.left, top: box.top - frame.top, height: box.height };
}
