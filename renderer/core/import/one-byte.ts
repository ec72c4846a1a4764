import { upperHalves } from './repair/upper-halves.ts';
import type { Tools } from './tools.ts';

/** Encodings of DOS that no `TextDecoder` knows. */
const ours = new Map(
  upperHalves.flatMap(({ label, characters }) =>
    label.startsWith('ibm') ? [[label, characters] as const] : [],
  ),
);

/** Decode `bytes` in an encoding that is known here alone; `null`: it is one that a `TextDecoder` reads. */
export function decodeOneByte(bytes: Uint8Array, label: string): string | null {
  const upper = ours.get(label);
  if (upper === undefined) return null;
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += chunk) {
    const part = Array.from(bytes.subarray(from, from + chunk), (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80),
    );
    parts.push(part.join(''));
  }
  return parts.join('');
}

const chunk = 64 * 1024;

/** Decode `bytes` in any encoding that import tells. */
export function decodeAs(bytes: Uint8Array, label: string, { decode }: Pick<Tools, 'decode'>): string {
  return decodeOneByte(bytes, label) ?? decode(bytes, label);
}

/**
 * Which encoding of old Macs or of DOS a Western text reads far more naturally in than in windows-1252; `null`: in
 * none. Its letters have to come out as letters that stand in words, its marks as marks that stand between them.
 */
export function guessOldWestern(bytes: Uint8Array): 'macintosh' | 'ibm850' | null {
  const [modern, ...old] = (['windows-1252', 'macintosh', 'ibm850'] as const).map((label) => ({
    label,
    score: naturalness(bytes, upperHalves.find((half) => half.label === label)?.characters ?? ''),
  }));
  const best = old.sort((a, b) => b.score - a.score)[0];
  if (modern === undefined || best === undefined || best.label === 'windows-1252') return null;
  const isClear = best.score >= fewestSigns && best.score - Math.max(0, modern.score) >= best.score * 0.5;
  return isClear ? best.label : null;
}

/** Letters and marks that have to speak for an old encoding. */
const fewestSigns = 3;

/** How many characters above ASCII stand where such stand, less those that do not. */
function naturalness(bytes: Uint8Array, upper: string): number {
  const at = (index: number) => {
    const byte = bytes[index] ?? 0x20;
    return byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80);
  };
  let score = 0;
  for (let index = 0; index < bytes.length; index++)
    if ((bytes[index] ?? 0) >= 0x80) score += fits(at(index), at(index - 1), at(index + 1));
  return score;
}

const small = /[a-zéèàùçêâîôûëïüœñáíóúöäåæøßãõìò]/;
const capital = /[A-ZÉÈÀÙÇÊÂÎÔÛËÏÜŒÑÁÍÓÚÖÄÅÆØÃÕ]/;
const letter = new RegExp(`${small.source}|${capital.source}`);

/** How well a character stands between its neighbours: 1 at best, -1 where it can't be meant. */
function fits(character: string, before: string, after: string): number {
  const isInWord = letter.test(before) || letter.test(after);
  if (small.test(character) || character === '’') return isInWord ? 1 : 0;
  if (capital.test(character)) return fitsCapital(before, isInWord);
  if (!/[“”«»–—…‘\u00a0]/.test(character)) return -1;
  return small.test(before) && small.test(after) ? -0.5 : 0.5;
}

function fitsCapital(before: string, isInWord: boolean): number {
  if (small.test(before)) return -1;
  return isInWord ? 0.7 : 0;
}
