import { t as say } from '@lingui/core/macro';
import { splitStroke } from '#core/keys/strokes.ts';

/** A key as it is printed on keyboards, in the analyst's language: `Ctrl+↑` for `Ctrl+ArrowUp`. */
export function keyText(stroke: string): string {
  const { modifiers, key } = splitStroke(stroke);
  return [...modifiers, key].map(partText).join('+');
}

/** The first key of a command as text, or nothing when it has none. */
export function firstKeyText(keys: readonly string[]): string {
  const [first] = keys;
  return first === undefined ? '' : keyText(first);
}

/** A label with the first key of its command behind it, as menus show it: `Edit… (F2)`. */
export function withKey(label: string, keys: readonly string[]): string {
  const text = firstKeyText(keys);
  return text === '' ? label : `${label} (${text})`;
}

function partText(part: string): string {
  switch (part) {
    case 'Ctrl':
      return say({ message: 'Ctrl', context: 'key' });
    case 'Shift':
      return say({ message: 'Shift', context: 'key' });
    case 'Enter':
      return say({ message: 'Enter', context: 'key' });
    case 'Delete':
      return say({ message: 'Delete', context: 'key' });
    case 'Backspace':
      return say({ message: 'Backspace', context: 'key' });
    case 'Escape':
      return say({ message: 'Esc', context: 'key' });
    case 'Space':
      return say({ message: 'Space', context: 'key' });
    case 'Home':
      return say({ message: 'Home', context: 'key' });
    case 'End':
      return say({ message: 'End', context: 'key' });
    case 'PageUp':
      return say({ message: 'Page up', context: 'key' });
    case 'PageDown':
      return say({ message: 'Page down', context: 'key' });
    default:
      return arrows[part] ?? part;
  }
}

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
