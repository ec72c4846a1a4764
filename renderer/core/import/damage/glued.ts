import type { Damage } from '#core/article.ts';
import { after, before, type Finder, type Reading } from './reading.ts';
import {
  calendar,
  englishSmall,
  frenchSmall,
  frenchVowelWords,
  gluedBehind,
  gluedBehindName,
  gluedInFront,
  starters,
  whole,
} from './small-words.ts';

/** More different words like `statusText` in one text, and it is about programs. */
const mostInnerCapitals = 12;

/** Words run together that a capital inside gives away: `theMalian`, `AcledOn`. */
export const findGluedByCase: Finder = function* (reading) {
  const { prose: text } = reading;
  const isTechnical = new Set(text.match(/(?<!\p{L})\p{Ll}{3,}\p{Lu}\p{Ll}+/gu)).size > mostInnerCapitals;
  for (const { 0: token, index } of text.matchAll(/(?<!\p{L})\p{L}*\p{Ll}\p{Lu}\p{L}*/gu)) {
    const end = index + token.length;
    if (isName(text, index, end)) continue;
    const seam = token.search(/(?<=\p{Ll})\p{Lu}/u);
    if (isTechnical && !isStarter(token.slice(token.search(/(?<=\p{Ll})\p{Lu}/u)))) continue;
    const likely = splitByCase(reading, { token, left: token.slice(0, seam), right: token.slice(seam) });
    if (likely !== null) yield { start: index, end, kind: 'glued', reason: 'case-change', likely };
  }
};

/** Addresses, tags, accounts, file names and code have capitals inside by right. */
function isName(text: string, start: number, end: number): boolean {
  return /[#@/_\\=&.\d-]$/u.test(before(text, start)) || /^(?:[_@/\\=\d(]|\.\p{L})/u.test(after(text, end));
}

type Seam = { readonly token: string; readonly left: string; readonly right: string };

/** How the two words read apart; `null` when they are more likely one: a brand, a surname. */
function splitByCase(reading: Reading, seam: Seam): string | null {
  const { left, right } = seam;
  if (/^(?:[ldjnscmt]|qu)$/iu.test(left)) return splitElision(left, right);
  return /^\p{Ll}/u.test(left) ? splitSmallFirst(reading, seam) : splitCapitalFirst(reading, seam);
}

function splitElision(left: string, right: string): string | null {
  if (!/^[AEIOUYHÉÈÊÀÂÎÔÛ]\p{Ll}{3,}/u.test(right)) return null;
  return /^[ld]$/iu.test(left) || frenchVowelWords.has(right.toLowerCase()) ? `${left}’${right}` : null;
}

function splitSmallFirst(reading: Reading, { token, left, right }: Seam): string | null {
  if (left.length > 1 && isSmallWord(left)) return `${left} ${right}`;
  const isOften = (reading.words.get(token) ?? 0) > 2;
  if (isOften || left.length < 3 || right.length < 2 || isCapitals(right)) return null;
  const isKnown = reading.count(left) > 0 || reading.count(right) > 0;
  return isKnown || isStarter(right) ? joinSentences(left, right) : null;
}

function splitCapitalFirst(reading: Reading, { left, right }: Seam): string | null {
  if (isCapitals(right) || left.length < 3 || /\p{Ll}\p{Lu}/u.test(right)) return null;
  const isSeen = reading.words.has(left) || calendar.has(left.toLowerCase());
  if (isStarter(right) && (isSeen || right.length > 3)) return joinSentences(left, right);
  return isSmallWord(left) && reading.words.has(right) ? `${left} ${right}` : null;
}

function isSmallWord(word: string): boolean {
  return englishSmall.has(word.toLowerCase()) || frenchSmall.has(word.toLowerCase());
}

function isStarter(word: string): boolean {
  return starters.has(word.toLowerCase());
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

/** A word that begins sentences has lost more than a space. */
function joinSentences(left: string, right: string): string {
  return isStarter(right) && !isSmallWord(left) ? `${left}. ${right}` : `${left} ${right}`;
}

/** Words run together within small letters: a word of the text and a small one, or a French word without its apostrophe. */
export const findGluedWords: Finder = function* (reading) {
  const suspects = new Map<string, { readonly reason: string; readonly likely: string }>();
  for (const [token, count] of reading.words) {
    if (count > 1 || token.length < 5 || !/^\p{L}\p{Ll}+$/u.test(token)) continue;
    const found = splitWord(reading, token);
    if (found !== null) suspects.set(token, found);
  }
  if (suspects.size === 0) return;
  for (const { 0: token, index } of reading.prose.matchAll(/[\p{L}\p{M}]+/gu)) {
    const found = suspects.get(token);
    const end = index + token.length;
    if (found !== undefined && !isName(reading.prose, index, end))
      yield { start: index, end, kind: 'glued', ...found };
  }
};

/** Letters of a word that is not taken for a part of others by chance. */
const tellingName = 5;
const tellingWord = 6;

function splitWord(reading: Reading, token: string): { reason: string; likely: string } | null {
  const small = token.toLowerCase();
  if (whole.has(small)) return null;
  const elided = /^(l|d|qu)([aeiouyhéèêàâîôœ].{4,})$/u.exec(small);
  if (elided !== null && frenchVowelWords.has(elided[2] ?? ''))
    return { reason: 'lost-apostrophe', likely: `${token.slice(0, elided[1]?.length)}’${elided[2]}` };
  const likely = splitSmallWords(small) ?? splitInFront(reading, token) ?? splitBehind(reading, token);
  return likely === null ? null : { reason: 'known-words', likely };
}

/** `ofthe`, `dansles`. */
function splitSmallWords(token: string): string | null {
  const pair =
    /^(of|in|to|on|for|and|at|by|with|from|that|is)(the)$|^(dans|pour|avec|sur|que|qui|sous)(les|la|le|des|une)$/u.exec(
      token,
    );
  return pair === null ? null : `${pair[1] ?? pair[3]} ${pair[2] ?? pair[4]}`;
}

function splitInFront(reading: Reading, token: string): string | null {
  for (const small of gluedInFront) {
    const rest = token.slice(small.length);
    if (token.toLowerCase().startsWith(small) && rest.length >= 4 && reading.count(rest) > 0)
      return `${token.slice(0, small.length)} ${rest}`;
  }
  return null;
}

function splitBehind(reading: Reading, token: string): string | null {
  const isCapital = /^\p{Lu}/u.test(token);
  for (const small of isCapital ? [...gluedBehind, ...gluedBehindName] : gluedBehind) {
    if (!token.endsWith(small)) continue;
    const first = token.slice(0, -small.length);
    if (first.length < (isCapital ? tellingName : tellingWord) || calendar.has(first.toLowerCase())) continue;
    if (reading.words.has(first)) return `${first} ${small}`;
  }
  return null;
}

/** A full stop, a bracket or a quotation mark with a word on either side of it and no space. */
export const findGluedByMark: Finder = function* ({ prose: text }) {
  for (const { 0: found, index } of text.matchAll(
    /(?<=\p{Ll}[\p{Ll}\d)\]”"»’]|\d{2})[.!?](?=\p{Lu}\p{Ll})/gu,
  ))
    if (!isAddress(text, index))
      yield glue(text, { start: index, end: index + found.length }, 'stop-without-space');
  for (const { 0: found, index } of text.matchAll(/[)\]](?=[\p{Script=Latin}\p{Script=Arabic}]{2})/gu))
    if (!isPrefix(text, index))
      yield glue(text, { start: index, end: index + found.length }, 'bracket-without-space');
  for (const { 0: found, index } of text.matchAll(
    /(?<=[\p{Script=Latin}\p{Script=Arabic}]{2}[.,!?]?)[“”«»](?=[\p{Script=Latin}\p{Script=Arabic}])/gu,
  ))
    yield glue(text, { start: index, end: index + found.length }, 'quote-without-space');
};

/** The words on both sides of `seam`. */
function glue(text: string, seam: { start: number; end: number }, reason: string): Damage {
  const left = /[\p{L}\p{N}’'.,-]*$/u.exec(before(text, seam.start))?.[0] ?? '';
  const right = /^[\p{L}\p{N}’'-]*/u.exec(after(text, seam.end))?.[0] ?? '';
  const mark = text.slice(seam.start, seam.end);
  const likely = /[“«]/.test(mark) ? `${left} ${mark}${right}` : `${left}${mark} ${right}`;
  return { start: seam.start - left.length, end: seam.end + right.length, kind: 'glued', reason, likely };
}

const endings = /^\.(?:Com|Net|Org|Fr|Ml|Info|Js|Txt|Doc|Pdf|Html?|Asp|Php|Exe)\b/u;

function isAddress(text: string, at: number): boolean {
  if (endings.test(after(text, at))) return true;
  return /(?:https?:|www\.|@|\/)\S*$/u.test(before(text, at));
}

/** `(re)election`, `[t]he`, `f(x)y`, `soldat(e)s`: a bracket that belongs to the word. */
function isPrefix(text: string, at: number): boolean {
  const within = /(^|.)([([])([^([\])]*)$/su.exec(before(text, at));
  if (within === null) return true;
  const [, previous = '', , inside = ''] = within;
  return (
    /[\p{L}\p{N}_]/u.test(previous) ||
    /^\p{Lu}?\p{Ll}{0,4}-?$/u.test(inside) ||
    !/\p{L}/u.test(inside) ||
    /:\s*$/.test(inside)
  );
}
