import { digitByPlace, type Pressed } from '#core/keys/strokes.ts';

/**
 * The digit of a key, 1 to 9, by its place on the keyboard: French keyboards give digits only with Shift. `null` for
 * other keys, and with Ctrl, Alt or Meta.
 */
export function digitOf(
  pressed: Pick<Pressed, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): number | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const digit = digitByPlace(pressed);
  return digit === null || digit === '0' ? null : Number(digit);
}

/** The digit of a key pressed with Alt, 1 to 9, by its place; `null` for all others. AltGr writes signs. */
export function altDigitOf(pressed: Pressed): number | null {
  if (!pressed.altKey || pressed.getModifierState?.('AltGraph')) return null;
  const { key, code, ctrlKey, metaKey } = pressed;
  return digitOf({ key, code, ctrlKey, metaKey, altKey: false });
}

/** Whether keys pressed at `target` write something. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}

/** Whether `target` is a widget that has its own keys, or lies in a window of its own. */
export function hasOwnKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'button, a, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [role="tree"], [role="grid"], [role="tablist"], [role="slider"], [role="separator"], [role="application"]',
    ) !== null
  );
}
