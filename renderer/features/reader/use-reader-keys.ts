import { useEffect, useRef } from 'react';
import { isSingleKey, strokesOf } from '#core/keys/strokes.ts';
import { pressedCommand } from '#state/keys.ts';
import { hasOwnKeys, isTyping } from './keys.ts';
import { moveCaret } from './move-caret.ts';
import { type ReaderParts, readerDeeds } from './reader-deeds.ts';

/**
 * The reader's keys. Those of the text, and all that write no character, are heard while the text has the focus (or
 * nothing has); the others wherever nothing is written and no list has its own.
 */
export function useReaderKeys(parts: ReaderParts): void {
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

function handleKey(event: KeyboardEvent, parts: ReaderParts): boolean {
  const body = parts.body.current;
  const scroller = parts.scroller.current;
  if (body === null || scroller === null || body.offsetParent === null) return false;
  const onText = event.target === body;
  if (onText || event.target === document.body) {
    if (edgeKey(event, parts) || layerKey(event, parts) || runDeed(event, 'text', parts)) return true;
    if (onText && moveCaret(event, { body, scroller })) return true;
  } else if (hasOwnKeys(event.target) && !strokesOf(event).some(isHeldKey)) return false;
  return runDeed(event, 'reader', parts);
}

/** Keys with Ctrl or Alt, which no list means for itself. */
function isHeldKey(stroke: string): boolean {
  return !isSingleKey(stroke) && /^(Ctrl|Alt)\+/.test(stroke);
}

function runDeed(event: KeyboardEvent, scope: 'text' | 'reader', parts: ReaderParts): boolean {
  const id = pressedCommand(event, scope);
  return id !== null && (readerDeeds.find((deed) => deed.id === id)?.run(parts) ?? false);
}

/** Keys while an end of the chosen highlight is held. */
function edgeKey(event: KeyboardEvent, { marking, ranges }: ReaderParts): boolean {
  const { edge, chosen } = marking;
  if (edge === null || chosen === null) return false;
  if (event.key === 'Enter' || event.key === 'Escape') {
    marking.grab(null);
    return true;
  }
  if (event.key === 'Home' || event.key === 'End') {
    marking.moveEdge({ by: 'sentence', direction: event.key === 'End' ? 1 : -1 });
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

/** Escape closes what lies uppermost: the panel, then the selection, then the choice of a highlight. */
function layerKey(event: KeyboardEvent, { marking, onReturn, damage }: ReaderParts): boolean {
  if (event.key !== 'Escape' || event.ctrlKey || event.altKey || event.metaKey) return false;
  const { panel, selected, chosen } = marking;
  const { shown } = damage;
  if (shown !== null) damage.show(null);
  else if (panel !== null) marking.show(null);
  else if (selected !== null) onReturn(selected.span.end);
  else marking.choose(null);
  return shown !== null || panel !== null || selected !== null || chosen !== null;
}
