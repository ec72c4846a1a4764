/** The most bytes (UTF-8) of a safe name: every file system in use takes it, with room for a folder's path. */
export const SAFE_NAME_BYTES = 120;

// Controls, bidirectional marks and overrides (they can make "exe.gpj" read "jpg.exe"), line separators, the byte
// order mark and soft hyphens: nothing of them belongs in a name.
const unseen = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const forbidden = /[<>:"/\\|?*]/g;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)/i;

/**
 * A file or folder name that every system takes and that reads as what it is: `name` in NFC without controls, marks
 * of direction and `<>:"/\|?*`, without dots and spaces at its ends, never a name Windows reserves, at most 120
 * bytes. Made safe once, it stays as it is.
 *
 * @param extension with its dot (`.pdf`); stands at the end whatever has to be cut.
 */
export function safeName(name: string, extension = ''): string {
  const stem = clean(withoutExtension(name, extension));
  const whole = stem === '' ? 'untitled' : stem;
  const allowed = reserved.test(whole + extension) ? `_${whole}` : whole;
  return trim(firstBytes(allowed, SAFE_NAME_BYTES - byteLength(extension))) + extension;
}

function withoutExtension(name: string, extension: string): string {
  const ends = extension !== '' && name.trimEnd().toLowerCase().endsWith(extension.toLowerCase());
  return ends ? name.trimEnd().slice(0, -extension.length) : name;
}

function clean(name: string): string {
  // Taking characters out may bring a letter and its accent together: normalise afterwards.
  const seen = name.toWellFormed().replace(unseen, '').replace(forbidden, ' ').normalize('NFC');
  return trim(seen.replace(/\s+/gu, ' '));
}

function trim(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '');
}

/** As many whole graphemes as fit in `limit` bytes. */
function firstBytes(name: string, limit: number): string {
  if (byteLength(name) <= limit) return name;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(name)) {
    bytes += byteLength(segment);
    if (bytes > limit) break;
    kept += segment;
  }
  return kept === '' ? 'untitled' : kept;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
