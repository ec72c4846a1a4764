import { capital, kindOf, small } from './characters.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Where the sentences of a paragraph begin, by the rules of Unicode (UAX #29). The paragraph has no line ends. What is
 * written in plain Latin letters is cut here, which takes a fraction of the time of what the platform offers.
 */
export function sentenceStarts(paragraph: string): number[] {
  return cutPlain(paragraph) ?? Array.from(segmenter.segment(paragraph), ({ index }) => index);
}

/** What a character is to the rules; `null` for one that they are not told of here. */
type Part = 'upper' | 'lower' | 'figure' | 'stop' | 'end' | 'on' | 'close' | 'space' | 'other' | 'unsure';

const parts: readonly (Part | null)[] = Array.from({ length: 0x20b0 }, (_, code) => partOf(code));

function partOf(code: number): Part | null {
  const character = String.fromCharCode(code);
  if (code >= 0x30 && code <= 0x39) return 'figure';
  if (/[.]/.test(character)) return 'stop';
  if (/[!?]/.test(character)) return 'end';
  if (/[,:\u2013\u2014-]/.test(character)) return 'on';
  if (/["'()[\]{}«»‘’“”]/.test(character)) return 'close';
  if (/[\t \u00a0]/.test(character)) return 'space';
  if (/[#$%&*+/<=>@\\^_`|~©®°€•·]/.test(character)) return 'other';
  // Whether a sentence goes on with it has changed from one version of Unicode to the next.
  if (/[;…]/.test(character)) return 'unsure';
  const isLatin = code < 0x80 || (code >= 0xc0 && code < 0x180);
  if (!isLatin || (kindOf(code) & (capital | small)) === 0) return null;
  return (kindOf(code) & capital) !== 0 ? 'upper' : 'lower';
}

/** `null` when the paragraph has characters that are not plain, or such as cannot be told where they stand. */
function cutPlain(paragraph: string): number[] | null {
  const starts = paragraph === '' ? [] : [0];
  for (let at = 0; at < paragraph.length; at++) {
    const part = partAt(paragraph, at);
    if (part === null) return null;
    if (part !== 'stop' && part !== 'end') continue;
    const next = afterEnd(paragraph, at);
    if (partAt(paragraph, next) === 'unsure') return null;
    if (next < paragraph.length && breaksAt(paragraph, at, next)) starts.push(next);
  }
  return starts;
}

function partAt(paragraph: string, at: number): Part | null {
  return parts[paragraph.charCodeAt(at)] ?? null;
}

/** Behind the marks that close what the full stop ends, and the space after them. */
function afterEnd(paragraph: string, stop: number): number {
  let at = stop + 1;
  while (partAt(paragraph, at) === 'close') at += 1;
  while (partAt(paragraph, at) === 'space') at += 1;
  return at;
}

/** Whether a sentence begins at `next`, behind the mark at `stop` (rules SB6 to SB11). */
function breaksAt(paragraph: string, stop: number, next: number): boolean {
  const part = partAt(paragraph, next);
  if (part === 'on' || part === 'stop' || part === 'end') return false;
  if (partAt(paragraph, stop) === 'end') return true;
  const isDirect = next === stop + 1;
  if (isDirect && part === 'figure') return false;
  const before = stop > 0 ? partAt(paragraph, stop - 1) : null;
  if (isDirect && part === 'upper' && (before === 'upper' || before === 'lower')) return false;
  // A full stop whose next letter is small ends no sentence.
  let at = next;
  while (at < paragraph.length && isPassedOver(partAt(paragraph, at))) at += 1;
  return partAt(paragraph, at) !== 'lower';
}

function isPassedOver(part: Part | null): boolean {
  return part !== 'upper' && part !== 'lower' && part !== 'stop' && part !== 'end';
}
