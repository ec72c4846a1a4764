import { crc32 } from '#core/import/containers/crc32.ts';

// The upper halves of the two code pages DOS and Windows name files in.
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** A name as it stands in a zip file, with what says how to read it. */
export type StoredName = {
  readonly rawName: Uint8Array;
  /** The flag that it is in UTF-8. */
  readonly isUtf8: boolean;
  /** The entry's extra fields by their number. */
  readonly extras: ReadonlyMap<number, Uint8Array>;
};

/**
 * Read the name of an entry: UTF-8 where it says so or reads so, else the code page of DOS (437, or 850 where that makes
 * letters of what would be signs).
 */
export function readEntryName({ rawName, isUtf8, extras }: StoredName): string {
  const unicode = unicodeName(rawName, extras.get(0x7075));
  return unicode ?? (isUtf8 ? strictUtf8(rawName) : null) ?? guess(rawName);
}

/** The name in UTF-8 that Info-ZIP keeps beside, if it belongs to this name. */
function unicodeName(rawName: Uint8Array, field: Uint8Array | undefined): string | null {
  if (field === undefined || field.length < 6 || field[0] !== 1) return null;
  const crc = new DataView(field.buffer, field.byteOffset).getUint32(1, true);
  return crc === crc32(rawName) ? strictUtf8(field.subarray(5)) : null;
}

/** Read a name that nothing tells the encoding of. */
export function readStoredName(rawName: Uint8Array): string {
  return guess(rawName);
}

function guess(bytes: Uint8Array): string {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return utf8;
  const first = decode(bytes, cp437);
  const second = decode(bytes, cp850);
  return isPlain(second) && !isPlain(first) ? second : first;
}

function isPlain(name: string): boolean {
  return !/[\u2200-\u25ff\u0370-\u03ff]/.test(name);
}

function decode(bytes: Uint8Array, page: string): string {
  let name = '';
  for (const byte of bytes) name += byte < 0x80 ? String.fromCharCode(byte) : page.charAt(byte - 0x80);
  return name;
}

/** `null` when it is not UTF-8. Decoded here as core has no `TextDecoder` of its own. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}

/** An entry's name as the way to it inside of the archive: some programs for Windows write backslashes. */
export function entryPath(name: string): string {
  return name.replaceAll('\\', '/');
}

/**
 * Whether a name points out of its archive: upwards, to the top of a disk, to a drive or a share, or hides its end
 * behind a NUL. (Names that only Windows cannot write do no harm: nothing is ever written under the name of an entry.)
 */
export function leadsOutside(path: string): boolean {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return true;
  return path.split('/').includes('..');
}

/** Two files of one name are two files: the second is called `name#2`. */
export function numberRepeats(): (path: string) => string {
  const met = new Map<string, number>();
  return (path) => {
    const times = (met.get(path) ?? 0) + 1;
    met.set(path, times);
    return times === 1 ? path : `${path}#${times}`;
  };
}
