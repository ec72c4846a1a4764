import { useEffect, useRef } from 'react';
import type { Command } from './commands.ts';

/**
 * Run commands by their keys, wherever the focus is. A plain character is a command only outside of text boxes and
 * while `singleKeys` is on; digits go by their place on the keyboard, so that French keyboards work too.
 */
export function useShortcuts(commands: readonly Command[], singleKeys: boolean): void {
  const current = useRef({ commands, singleKeys });
  current.current = { commands, singleKeys };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = describeKey(event);
      if (belongsElsewhere(event, pressed, current.current.singleKeys)) return;
      const command = current.current.commands.find(({ keys }) => keys.split('  ').includes(pressed));
      if (command === undefined || command.isDisabled) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether what has the focus means this key for itself. */
function belongsElsewhere(event: KeyboardEvent, pressed: string, singleKeys: boolean): boolean {
  const typing = isTyping(event.target);
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // A function key types nothing.
  if (/^F\d+$/.test(event.key)) return isInDialog(event.target);
  if (plain) return !singleKeys || typing || isInDialog(event.target);
  // A text box undoes its own typing before the workspace's edits.
  return typing && textBoxKeys.has(pressed);
}

const textBoxKeys = new Set(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y']);

/** The key as commands print it: `Ctrl+Shift+Z`, `Ctrl+1`, `?`. */
export function describeKey(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const held = event.ctrlKey || event.metaKey;
  const key =
    held && digit !== undefined
      ? digit
      : event.key.length === 1 && held
        ? event.key.toUpperCase()
        : event.key;
  const isLetter = /^\p{L}$/u.test(key);
  return [
    held && 'Ctrl',
    event.altKey && 'Alt',
    // A shifted sign is its own key already; a shifted letter or named key is not.
    event.shiftKey && (held || event.key.length > 1) && (isLetter || key.length > 1) && 'Shift',
    held && key === '=' ? '+' : key,
  ]
    .filter(Boolean)
    .join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
  );
}
