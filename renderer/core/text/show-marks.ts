import type { DiffPart } from './diff.ts';

/** Signs for what is not seen. Line ends keep their end: the lines stay apart. */
const shown: ReadonlyMap<string, string> = new Map([
  ['\n', '↵\n'],
  ['\r', '␍'],
  ['\t', '⇥'],
  ['\u00a0', '⍽'],
  ['\u202f', '⍽'],
  ['\u00ad', '[-]'],
  ['\ufeff', '[BOM]'],
  ['\u007f', '␡'],
]);

/** Differences with what can't be seen of them made visible: line ends, tabs, no-break spaces, controls. */
export function showMarks(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part) => (part.kind === 'same' ? part : { ...part, text: visible(part.text) }));
}

function visible(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const sign = shown.get(character);
    if (sign !== undefined) return sign;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return /[\p{Cc}\p{Cf}]/u.test(character)
      ? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
      : character;
  }).join('');
}
