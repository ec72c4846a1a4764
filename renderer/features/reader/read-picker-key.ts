import type { Pressed } from '#core/keys/strokes.ts';
import { altDigitOf, digitOf } from './keys.ts';

/** What a key in the picker's box does. */
export type PickerDeed =
  | { readonly kind: 'choose'; readonly row: number; readonly keepOpen: boolean }
  | { readonly kind: 'step'; readonly to: number }
  | { readonly kind: 'plain' | 'clear' | 'close' };

/** How the picker stands when the key comes. */
export type PickerState = {
  readonly isEmpty: boolean;
  /** The line the arrows have reached; -1: none yet. */
  readonly active: number;
  readonly count: number;
  /** Whether digits alone choose while the box is empty. */
  readonly singleKeys: boolean;
};

const pageStep = 8;

/**
 * What a key in the box does; `null`: it writes. Digits choose while the box is empty; with Alt they do so always,
 * because typed words may hold digits.
 */
export function readPickerKey(pressed: Pressed, state: PickerState): PickerDeed | null {
  const { isEmpty, active, count } = state;
  const digit = altDigitOf(pressed) ?? (isEmpty && state.singleKeys ? digitOf(pressed) : null);
  if (digit !== null && digit <= count) return { kind: 'choose', row: digit - 1, keepOpen: false };
  const last = count - 1;
  switch (pressed.key) {
    case 'Enter':
      if (isEmpty && active === -1) return { kind: 'plain' };
      return { kind: 'choose', row: Math.max(0, active), keepOpen: pressed.shiftKey };
    case 'ArrowDown':
      return { kind: 'step', to: startOf(state) >= last ? 0 : startOf(state) + 1 };
    case 'ArrowUp':
      return { kind: 'step', to: startOf(state) <= 0 ? last : startOf(state) - 1 };
    case 'PageDown':
      return { kind: 'step', to: Math.min(last, startOf(state) + pageStep) };
    case 'PageUp':
      return { kind: 'step', to: Math.max(0, startOf(state) - pageStep) };
    case 'Escape':
      return { kind: isEmpty ? 'close' : 'clear' };
    default:
      return null;
  }
}

/** The line that is shown as chosen: with something typed, the first is so from the beginning. */
export function startOf({ isEmpty, active }: Pick<PickerState, 'isEmpty' | 'active'>): number {
  return isEmpty ? active : Math.max(0, active);
}
