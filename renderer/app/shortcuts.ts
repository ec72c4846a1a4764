import { useEffect, useRef } from 'react';
import { isSingleKey, strokesOf } from '#core/keys/strokes.ts';
import { pressedCommand } from '#state/keys.ts';
import type { Command } from './commands.ts';

/** Run commands by their keys, wherever the focus is. A key that writes a character works only outside of text boxes. */
export function useShortcuts(commands: readonly Command[]): void {
  const current = useRef(commands);
  current.current = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || belongsElsewhere(event)) return;
      const id = pressedCommand(event, 'workbench');
      const command = current.current.find((each) => each.id === id);
      if (command === undefined || command.isDisabled) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether what has the focus means this key for itself. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  const [stroke, ...others] = strokesOf(event);
  if (stroke === undefined) return true;
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  if (!isHeld && isInDialog(event.target)) return true;
  if (!isTyping(event.target)) return false;
  // Boxes to tick and sliders have nothing of their own to undo.
  if (stroke !== 'Ctrl+A' && textBoxKeys.has(stroke) && holdsNoText(event.target)) return false;
  // A text box undoes its own typing before the workspace's edits.
  return [stroke, ...others].some((each) => textBoxKeys.has(each) || isSingleKey(each)) || isBoxKey(stroke);
}

const textBoxKeys = new Set(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Ctrl+A']);

/** Keys that move or delete in a text box, also with Ctrl and Shift. */
function isBoxKey(stroke: string): boolean {
  return /(?:^|\+)(?:Arrow\w+|Home|End|Page\w+|Delete|Backspace|Enter|Space)$/.test(stroke);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}

function holdsNoText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['checkbox', 'radio', 'range'].includes(target.type);
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
  );
}
