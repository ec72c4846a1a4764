/** What a pressed key tells; every `KeyboardEvent` is one. */
export type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState?(name: 'AltGraph'): boolean;
};

/**
 * The names a pressed key answers to, the likeliest first: `h`, `Shift+H`, `Ctrl+Shift+Z`, `Alt+ArrowUp`, `?`, `Space`.
 * Letters and signs go by what the keyboard writes; digits also by their place, because French keyboards write them
 * only with Shift; letters that are not Latin by what an English keyboard has in their place. Empty for a modifier alone
 * and for keys that only begin a sign.
 */
export function strokesOf(pressed: Pressed): string[] {
  // AltGr writes signs, and comes as Ctrl+Alt on Windows.
  const isAltGraph = pressed.getModifierState?.('AltGraph') ?? false;
  const held = {
    ctrl: !isAltGraph && (pressed.ctrlKey || pressed.metaKey),
    alt: !isAltGraph && pressed.altKey,
  };
  const written = readWritten(pressed, held.alt);
  const digit = isAltGraph ? null : digitByPlace(pressed);
  const placed = digit === null ? null : { key: digit, shift: pressed.shiftKey };
  const keys = pressed.shiftKey ? [written, placed] : [placed, written];
  const names = keys.flatMap((each) => (each === null ? [] : nameStroke(each.key, { ...held, ...each })));
  // The plus sign is reached with Shift on many keyboards, and nobody holds it for “larger”.
  if (names.includes('Ctrl+=')) names.push('Ctrl++');
  return [...new Set(names)];
}

/** The digit of a key, 0 to 9, by its place on the keyboard; `null` for all others. Without NumLock a pad has none. */
export function digitByPlace({ code, key }: Pick<Pressed, 'code' | 'key'>): string | null {
  const [, row, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit === undefined) return null;
  return row === 'Digit' || key.length === 1 ? digit : null;
}

/** The parts of a key's name: `Ctrl+Shift+Z` is Ctrl, Shift and `Z`. */
export function splitStroke(stroke: string): { readonly modifiers: readonly string[]; readonly key: string } {
  const [, held = '', key = ''] = /^((?:(?:Ctrl|Alt|Shift)\+)*)(.+)$/.exec(stroke) ?? [];
  return { modifiers: held.split('+').filter((name) => name !== ''), key };
}

/** Whether a key writes a character: such keys are commands only where nothing is written, and can be switched off. */
export function isSingleKey(stroke: string): boolean {
  const { modifiers, key } = splitStroke(stroke);
  return [...key].length === 1 && !modifiers.includes('Ctrl') && !modifiers.includes('Alt');
}

/** Whether something that was stored is the name of a key. */
export function isStroke(value: unknown): value is string {
  return (
    typeof value === 'string' && /^(Ctrl\+)?(Alt\+)?(Shift\+)?(\S|[A-Z][A-Za-z]{0,20}\d{0,2})$/u.test(value)
  );
}

type Held = { readonly ctrl: boolean; readonly alt: boolean; readonly shift: boolean };

function nameStroke(key: string, { ctrl, alt, shift }: Held): string {
  const isLetter = /^\p{L}$/u.test(key);
  const isPlain = !ctrl && !alt && !shift;
  const shown = isLetter ? (isPlain ? key.toLowerCase() : key.toUpperCase()) : key;
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', shown].filter((part) => part !== false).join('+');
}

const silent =
  /^(Control|Shift|Alt|AltGraph|Meta|OS|CapsLock|NumLock|ScrollLock|Fn|FnLock|Dead|Process|Compose|Unidentified)$/;

function readWritten(
  { key, code, shiftKey }: Pressed,
  isAlt: boolean,
): { readonly key: string; readonly shift: boolean } | null {
  if (silent.test(key) || key === '') return null;
  if (key === ' ') return { key: 'Space', shift: shiftKey };
  if (/^[A-Z](?:[A-Za-z]+\d*|\d+)$/.test(key)) return { key, shift: shiftKey };
  // Alt writes other signs on a Mac.
  const isForeign = /[\u0370-\u1dff\u2c80-\uffff]/u.test(key) || (isAlt && !/^[\x20-\x7e]$/.test(key));
  const letter = isForeign ? englishKey(code, shiftKey) : key;
  if (letter === null || [...letter].length !== 1) return null;
  // A sign that takes Shift is its own name already.
  return { key: letter, shift: shiftKey && /^\p{L}$/u.test(letter) };
}

const englishSigns: Readonly<Record<string, string>> = {
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Semicolon: ';:',
  Quote: `'"`,
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Minus: '-_',
  Equal: '=+',
  Backquote: '`~',
};

function englishKey(code: string, isShifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return englishSigns[code]?.[isShifted ? 1 : 0] ?? null;
}
