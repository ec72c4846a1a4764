/** Formats that are not text and that import does not read. */
export type OtherFormat =
  | 'pdf'
  | 'zip'
  | 'old-office'
  | 'rtf'
  | 'image'
  | 'sound-or-film'
  | 'archive'
  | 'database'
  | 'program'
  | 'font';

/** The first bytes of a format; `.` stands for any byte. */
const signatures: readonly (readonly [OtherFormat, string])[] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', '{\\rtf'],
  ['image', '\x89PNG\r\n\x1a\n'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF87a'],
  ['image', 'GIF89a'],
  ['image', 'RIFF....WEBP'],
  ['image', 'II*\x00'],
  ['image', 'MM\x00*'],
  ['image', '....ftypavif'],
  ['image', '....ftyphei'],
  ['sound-or-film', 'RIFF....AVI '],
  ['sound-or-film', 'RIFF....WAVE'],
  ['sound-or-film', '....ftyp'],
  ['sound-or-film', 'ID3'],
  ['sound-or-film', 'OggS'],
  ['sound-or-film', 'fLaC'],
  ['sound-or-film', '\x1aE\xdf\xa3'],
  ['archive', '\x1f\x8b'],
  ['archive', 'BZh'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', '\xfd7zXZ\x00'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['database', 'SQLite format 3\x00'],
  ['program', '\x7fELF'],
  ['program', 'MZ\x90\x00'],
  ['program', '\xcf\xfa\xed\xfe'],
  ['program', '\x00asm'],
  ['font', 'wOF2'],
  ['font', 'wOFF'],
];

/** Which known format `bytes` are by their first bytes; `null` when they may well be text. */
export function recogniseFormat(bytes: Uint8Array): OtherFormat | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const found = signatures.find(([, signature]) => opensWith(head, signature));
  if (found) return found[0];
  // Bitmaps begin with two letters only; their next four bytes repeat the file's size.
  const size = bytes.length > 26 ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) : 0;
  return head.startsWith('BM') && size === bytes.length ? 'image' : null;
}

/** Whether `bytes` are a web page, by the file's name or by how they begin. */
export function isHtml(name: string, bytes: Uint8Array): boolean {
  if (/\.x?html?$/i.test(name)) return true;
  // Byte order marks and the NULs of UTF-16 are left out of the look.
  const head = String.fromCharCode(...bytes.subarray(0, 2048)).replace(/[^\x20-\x7e\s]/g, '');
  const opening = head.replace(/^(?:\s|<\?[^>]*>|<!--[^>]*-->)+/, '');
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(opening);
}

/** The encoding an HTML page names in its first kilobyte; `null` when it names none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1] ?? null;
}

function opensWith(head: string, signature: string): boolean {
  if (head.length < signature.length) return false;
  for (let at = 0; at < signature.length; at++)
    if (signature[at] !== '.' && signature[at] !== head[at]) return false;
  return true;
}
