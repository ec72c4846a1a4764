/** Formats that are not plain text. */
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
  const beginning = bytes.subarray(0, 2048);
  if (beginning.find((byte) => byte > 0x20 && byte < 0x7f) !== 0x3c) return false;
  const head = String.fromCharCode(...beginning).replace(/[^\x20-\x7e\s]/g, '');
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

/** What a zip file holds: files of any kind, a web archive, or the parts of one document. */
export type ZipKind = 'archive' | 'wacz' | 'docx' | 'odt' | 'epub' | 'spreadsheet' | 'slides' | 'office';

/** What a zip file holds, by the names of its first entries; `bytes` may be its beginning only. */
export function zipKind(fileName: string, bytes: Uint8Array): ZipKind {
  const { names, mimetype } = firstEntries(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const said = mimetypes.find(([, opening]) => mimetype.startsWith(opening));
  if (said) return said[0];
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const byEnding = endings.find(([, pattern]) => pattern.test(ending))?.[0] ?? null;
  const openXml = openXmlKind(has, byEnding);
  if (openXml !== null) return openXml;
  if (has(/^META-INF\/container\.xml$/)) return 'epub';
  const isWebArchive =
    has(/^datapackage(?:-digest)?\.json$/) && has(/^(?:archive|indexes|pages|logs|fuzzy\.json)(?:\/|$)/);
  if (ending === 'wacz' || isWebArchive) return 'wacz';
  // A broken document may have lost the names of its parts, which are no articles of their own.
  const holdsFiles = has(/\.(?:txt|pdf|docx?|odt|rtf|eml|mbox|csv|jsonl?|zip)$/i);
  return byEnding === null || holdsFiles ? 'archive' : byEnding;
}

/** Which document of Office Open XML it is; its parts come in any order. */
function openXmlKind(has: (pattern: RegExp) => boolean, byEnding: ZipKind | null): ZipKind | null {
  if (byEnding === null && !has(/^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/)/)) return null;
  const found = openXmlFolders.find(([, folder]) => has(folder))?.[0];
  if (found) return found;
  return has(/^\[Content_Types\]\.xml$|^_rels\/\.rels$/) ? (byEnding ?? 'office') : null;
}

const openXmlFolders: readonly (readonly [ZipKind, RegExp])[] = [
  ['docx', /^word\//],
  ['spreadsheet', /^xl\//],
  ['slides', /^ppt\//],
];

const mimetypes: readonly (readonly [ZipKind, string])[] = [
  ['epub', 'application/epub+zip'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['slides', 'application/vnd.oasis.opendocument.presentation'],
  ['office', 'application/vnd.oasis.opendocument'],
];

const endings: readonly (readonly [ZipKind, RegExp])[] = [
  ['docx', /^do[ct][xm]$/],
  ['odt', /^o[td]t$/],
  ['epub', /^epub$/],
  ['spreadsheet', /^(?:xl[st][xm]|ods)$/],
  ['slides', /^(?:p[po][tsx][xm]|odp)$/],
];

/** Entries that are enough to tell. */
const enoughEntries = 40;

/** The names of a zip file's first entries, and what its first one says when it is a `mimetype`. */
function firstEntries(bytes: Uint8Array): { names: string[]; mimetype: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let mimetype = '';
  for (let at = 0; at !== -1 && at + 30 <= bytes.length && names.length < enoughEntries; ) {
    if (view.getUint32(at, true) !== 0x04034b50) break;
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const dataStart = nameEnd + view.getUint16(at + 28, true);
    const packedBytes = view.getUint32(at + 18, true);
    const name = String.fromCharCode(...bytes.subarray(at + 30, Math.min(nameEnd, at + 330)));
    names.push(name.replaceAll('\\', '/'));
    if (name === 'mimetype' && view.getUint16(at + 8, true) === 0)
      mimetype = String.fromCharCode(...bytes.subarray(dataStart, dataStart + Math.min(packedBytes, 100)));
    const hasLength = packedBytes > 0 || (view.getUint16(at + 6, true) & 8) === 0;
    at = hasLength ? dataStart + packedBytes : nextHeader(bytes, dataStart);
  }
  return { names, mimetype };
}

function nextHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at !== -1; at = bytes.indexOf(0x50, at + 1))
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  return -1;
}
