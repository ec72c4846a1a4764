import type { Damage } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { after, before, type Finder } from './reading.ts';

/** Quotation marks that open where they should close, have lost their partner, or are of two kinds. */
export const findLostQuotes: Finder = function* ({ prose: text, lines }) {
  // Elsewhere “ closes, and ” or » opens.
  if (!/[“”«»]/.test(text) || isElsewhere(text)) return;
  for (const [at, line] of lines.entries()) {
    const marks = quoteMarks(text, line);
    if (marks.length === 0) continue;
    const next = text.charAt(lines[at + 1]?.start ?? text.length);
    yield* findUnpaired(text, marks, next);
    yield* findSpliced(text, line);
  }
};

function isElsewhere(text: string): boolean {
  if (/[„‚]/.test(text)) return true;
  if (hanBlocks.test(text) && /\p{Script=Han}/u.test(text)) return true;
  return text.includes('»') && /»\p{L}[^«»]*\p{L}[.,!?]?«/u.test(text);
}

/** The blocks that hold all of the Chinese script: a quick look. */
const hanBlocks = /[\u2e80-\u30ff\u31c0-\u9fff\uf900-\ufaff\ud81b-\ud8ff]/;

type Mark = {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
  /** It opens in the shape of one that closes, or the other way round. */
  readonly isTurned: boolean;
  readonly isFrench: boolean;
};

/** The directed quotation marks of a line with the part they play there, told from what stands on both sides. */
function quoteMarks(text: string, line: TextSpan): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: mark, index } of text.slice(line.start, line.end).matchAll(/[“”«»]/g)) {
    const at = line.start + index;
    const left = at === line.start ? '' : text.charAt(at - 1);
    const right = at + 1 >= line.end ? '' : text.charAt(at + 1);
    const isTurned =
      mark === '“' || mark === '«' ? closesHere(mark, left, right) : opensHere(mark, left, right);
    marks.push({
      at,
      mark,
      opens: /[“«]/.test(mark) !== isTurned,
      isTurned,
      isFrench: /[«»]/.test(mark),
    });
  }
  return marks;
}

/** An opening mark that nothing follows to be quoted. */
function closesHere(mark: string, left: string, right: string): boolean {
  if (left === '') return false;
  if (right === '' || /[,.;:!?)\]]/u.test(right)) return true;
  // French leaves a space after the mark, and before the one that closes.
  return /\s/u.test(right) && /[^\s([{’'\u2018–—-]/u.test(left) && (mark === '“' || !/\s/u.test(left));
}

/** A closing mark with a space before it, and a word of the quotation behind. */
function opensHere(mark: string, left: string, right: string): boolean {
  return (left === '' || /[\s(]/u.test(left)) && /[\p{L}\p{N}]/u.test(right) && (mark === '”' || left === '');
}

/** Pair the marks of a line; what is left has lost its partner. */
function* findUnpaired(text: string, marks: readonly Mark[], next: string): Generator<Damage> {
  const open: Mark[] = [];
  for (const one of marks) {
    if (one.isTurned) yield withWord(text, one, 'quote-turned');
    if (one.opens) {
      const before = open.at(-1);
      if (before?.isFrench === one.isFrench) {
        open.pop();
        yield withWord(text, before, 'quote-not-closed');
      }
      open.push(one);
    } else yield* close(text, one, open);
  }
  // A quotation that goes on for paragraphs is opened again in each, and closed in the last.
  for (const one of open)
    if (next !== one.mark && !(one.isFrench && next === '»')) yield withWord(text, one, 'quote-not-closed');
}

/** Farther apart, two marks of two kinds have each lost another partner. */
const longestQuote = 100;

function* close(text: string, one: Mark, open: Mark[]): Generator<Damage> {
  const partner = open.findLastIndex(({ isFrench }) => isFrench === one.isFrench);
  if (partner !== -1) {
    for (const left of open.splice(partner).slice(1)) yield withWord(text, left, 'quote-not-closed');
    return;
  }
  const last = open.at(-1);
  if (last !== undefined && one.at - last.at < longestQuote) {
    open.pop();
    yield { start: last.at, end: one.at + 1, kind: 'punctuation', reason: 'quote-of-two-kinds' };
  } else if (!one.isTurned && !isMeasure(text, one.at)) yield withWord(text, one, 'quote-not-opened');
}

/** Inches and seconds are written with the closing mark. */
function isMeasure(text: string, at: number): boolean {
  return /\d$/.test(before(text, at));
}

/** A mark with the word that it opens or closes. */
function withWord(text: string, { at, opens }: Mark, reason: string): Damage {
  const left = opens ? '' : (/[\p{L}\p{N}’'-]*[.,!?]?\s?$/u.exec(before(text, at))?.[0] ?? '');
  const right = opens ? (/^\s?[\p{L}\p{N}’'-]*/u.exec(after(text, at + 1))?.[0] ?? '') : '';
  return { start: at - left.length, end: at + 1 + right.length, kind: 'punctuation', reason };
}

/** Words of a quotation that is no mere title. */
const spoken = 4;

/** How far a quotation is looked at. */
const longestSpeech = 200;

/** Two quotations side by side, with nobody to say the second. */
function* findSpliced(text: string, line: TextSpan): Generator<Damage> {
  const within = text.slice(line.start, line.end);
  for (const { 0: seam, index } of within.matchAll(/[”»] [“«]/gu)) {
    const first = /[“«]([^“«”»]*)$/u.exec(within.slice(Math.max(0, index - longestSpeech), index))?.[1] ?? '';
    const second =
      /^([^“«”»]*)/u.exec(within.slice(index + seam.length, index + seam.length + longestSpeech))?.[1] ?? '';
    const start = line.start + index;
    if (countWords(first) >= spoken && countWords(second) >= spoken)
      yield { start, end: start + seam.length, kind: 'punctuation', reason: 'quotes-side-by-side' };
  }
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
