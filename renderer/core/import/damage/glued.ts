import type { Damage } from '#core/article.ts';
import { capital, kindOf, letter, small } from '#core/text/characters.ts';
import type { TextSpan } from '#core/text/span.ts';
import { after, before, type Finder, probe, type Reading } from './reading.ts';
import {
  calendar,
  compoundEnds,
  compoundStarts,
  englishSmall,
  frenchSmall,
  frenchVowelWords,
  gluedBehind,
  gluedBehindName,
  gluedInFront,
  starters,
  whole,
} from './small-words.ts';
import { beginsWithOne, endsWithOne } from './word-ends.ts';

/** More different words like `statusText` in one text, and it is about programs. */
const mostInnerCapitals = 12;

/** Words run together that a capital inside gives away: `theMalian`, `AcledOn`. */
export const findGluedByCase: Finder = function* (reading) {
  const { prose: text } = reading;
  const tokens = [...probe(text, /[a-zß-öø-ÿœ](?=[A-ZÀ-ÖØ-ÞŒ])/g, /\p{L}*\p{Ll}\p{Lu}\p{L}*/uy, true)];
  const technical = new Set(tokens.flatMap(({ found }) => (/^\p{Ll}{3}/u.test(found) ? [found] : [])));
  for (const { found: token, index } of tokens) {
    const end = index + token.length;
    const seam = token.search(/(?<=\p{Ll})\p{Lu}/u);
    const right = token.slice(seam);
    if (isName(text, index, end) || (technical.size > mostInnerCapitals && !isStarter(right))) continue;
    const likely = splitByCase(reading, { token, left: token.slice(0, seam), right });
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
  const isOften = reading.words.get(token) > 2;
  if (isOften || left.length < 3 || right.length < 2 || isCapitals(right)) return null;
  const isKnown = reading.words.count(left) > 0 || reading.words.count(right) > 0;
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
  const { text, prose } = reading;
  for (const word of reading.words.once()) {
    const length = word.end - word.start;
    if (length < 5 || (length < longWord && !mayBeGlued(text, word))) continue;
    const token = text.slice(word.start, word.end);
    const found = splitWord(reading, token);
    const start = found === null ? -1 : findWord(prose, token);
    const end = start + length;
    if (found !== null && start !== -1 && !isName(prose, start, end))
      yield { start, end, kind: 'glued', ...found };
  }
};

/** How words begin and end that two words were glued to. */
const gluedBeginning = beginsWithOne([
  ...['l', 'd', 'qu'].flatMap((elided) => Array.from('aeiouyhéèêàâîôœ', (vowel) => elided + vowel)),
  ...gluedInFront,
  ...'in to on for at by with is pour sur que qui sous'.split(' '),
]);
const gluedEnd = endsWithOne([...gluedBehind, ...gluedBehindName]);

/** Whether a word begins or ends like such; a quick look. */
function mayBeGlued(text: string, { start, end }: TextSpan): boolean {
  return gluedBeginning.test(text, start, end) || gluedEnd.test(text, start, end);
}

/** Where a word stands that the text has once; -1 when it was blanked out there. */
function findWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{M}]$/u.test(before(text, at)) && !/^[\p{L}\p{M}]/u.test(after(text, at + word.length)))
      return at;
  return -1;
}

/** Letters of a word that is not taken for a part of others by chance. */
const tellingName = 5;
const tellingWord = 6;

/** Letters of two words that were glued: longer runs are no words, and every seam of them would be looked at. */
const longestGlued = 60;

function splitWord(reading: Reading, token: string): { reason: string; likely: string } | null {
  if (token.length > longestGlued || !isInSmallLetters(token)) return null;
  const all = token.toLowerCase();
  if (whole.has(all)) return null;
  const elided = /^[ldq]/.test(all) ? /^(l|d|qu)([aeiouyhéèêàâîôœ].{4,})$/u.exec(all) : null;
  if (elided !== null && frenchVowelWords.has(elided[2] ?? ''))
    return { reason: 'lost-apostrophe', likely: `${token.slice(0, elided[1]?.length)}’${elided[2]}` };
  const likely =
    splitSmallWords(all) ??
    splitAtSmall(token) ??
    splitInFront(reading, token) ??
    splitBehind(reading, token) ??
    splitLong(reading, token);
  return likely === null ? null : { reason: 'known-words', likely };
}

/** Whether all letters but the first are small. */
function isInSmallLetters(token: string): boolean {
  for (let at = 1; at < token.length; at++) if ((kindOf(token.charCodeAt(at)) & small) === 0) return false;
  return token.length > 1 && (kindOf(token.charCodeAt(0)) & letter) !== 0;
}

/** Letters of `dansles`. */
const longestPair = 7;

/** `ofthe`, `dansles`. */
function splitSmallWords(token: string): string | null {
  if (token.length > longestPair) return null;
  const pair =
    /^(of|in|to|on|for|and|at|by|with|from|that|is)(the)$|^(dans|pour|avec|sur|que|qui|sous)(les|la|le|des|une)$/u.exec(
      token,
    );
  return pair === null ? null : `${pair[1] ?? pair[3]} ${pair[2] ?? pair[4]}`;
}

/** No word begins with `theg` or `ofc`, and hardly one ends in `of` or `the` behind such letters. */
const beginsWithSmall = new RegExp(
  `^(${[
    'of(?!f|t(?:en|times|$))',
    'and(?!a|es|ro|ir|ou|eg|$)',
    'their(?!s?$)',
    'these(?!$|s)',
    'those',
    'the(?!irs?$|is[mt]|rap|rm|ri|re(?:$|a[bt]|by|for|in|of|on|to|up|wit)|me|ms|matic|at[ret]|s[ei]s|saur|o|ft|ta|y|nc|n$|se|ses)',
    'from(?!age)',
    'that(?!ch|s$|ll$)',
    'with(?!in|out|dr|h[eo]l|st|er|al|y|e)',
    'which(?!ever|so)',
    'between',
    'against',
    'avec',
    'dans(?!e)',
    'cette',
    'selon',
  ].join('|')})\\p{Ll}{3,}$`,
  'u',
);
const endsWithSmall = /^\p{Ll}{3,}(?:[^o]of|[^aceiouy]the)$/u;

/** `ofclimate`, `thegarrison`, `battleof`: by their letters alone, so that the other word need not stand elsewhere. */
function splitAtSmall(token: string): string | null {
  const first = beginsWithSmall.exec(token)?.[1];
  if (first !== undefined) return `${first} ${token.slice(first.length)}`;
  if (!/(?:of|the)$/.test(token) || !endsWithSmall.test(token)) return null;
  const seam = token.length - (token.endsWith('of') ? 2 : 3);
  return `${token.slice(0, seam)} ${token.slice(seam)}`;
}

/** Letters of two words that are no compound; shorter ones are made of each other by chance. */
const longWord = 11;
const shortestPart = 4;

/** Two words of the text that are hardly ever written as one: `soldiersleft`. */
function splitLong(reading: Reading, token: string): string | null {
  if (token.length < longWord || (kindOf(token.charCodeAt(0)) & small) === 0) return null;
  for (let seam = shortestPart; seam <= token.length - shortestPart; seam++) {
    const left = token.slice(0, seam);
    if (!reading.words.has(left)) continue;
    const right = token.slice(seam);
    if (!reading.words.has(right)) continue;
    return compoundStarts.has(left) || compoundEnds.has(right) ? null : `${left} ${right}`;
  }
  return null;
}

function splitInFront(reading: Reading, token: string): string | null {
  const all = token.toLowerCase();
  for (const word of gluedInFront) {
    if (!all.startsWith(word)) continue;
    const rest = token.slice(word.length);
    if (rest.length >= 4 && reading.words.count(rest) > 0) return `${token.slice(0, word.length)} ${rest}`;
  }
  return null;
}

function splitBehind(reading: Reading, token: string): string | null {
  if (!gluedEnd.test(token, 0, token.length)) return null;
  const isCapital = (kindOf(token.charCodeAt(0)) & capital) !== 0;
  for (const word of isCapital ? [...gluedBehind, ...gluedBehindName] : gluedBehind) {
    if (!token.endsWith(word)) continue;
    const first = token.slice(0, -word.length);
    if (first.length < (isCapital ? tellingName : tellingWord) || calendar.has(first.toLowerCase())) continue;
    if (reading.words.has(first)) return `${first} ${word}`;
  }
  return null;
}

/** A full stop, a bracket or a quotation mark with a word on either side of it and no space. */
export const findGluedByMark: Finder = function* ({ prose: text }) {
  for (const { index } of probe(text, /[.!?](?=[A-ZÀ-ÖØ-ÞŒ])/g, stopSeam))
    if (!isAddress(text, index)) yield glue(text, index, 'stop-without-space');
  for (const { index } of text.matchAll(/[)\]](?=[A-Za-zÀ-ɏ\u0620-\u064a]{2})/g))
    if (!isPrefix(text, index)) yield glue(text, index, 'bracket-without-space');
  for (const { index } of probe(text, /[“”«»](?=[A-Za-zÀ-ɏ\u0620-\u064a])/g, quoteSeam))
    yield glue(text, index, 'quote-without-space');
};

const stopSeam = /(?<=\p{Ll}[\p{Ll}\d)\]”"»’]|\d{2})[.!?](?=\p{Lu}\p{Ll})/uy;
const quoteSeam = /(?<=[\p{Script=Latin}\p{Script=Arabic}]{2}[.,!?]?)[“”«»]/uy;

/** The words on both sides of the mark at `seam`. */
function glue(text: string, seam: number, reason: string): Damage {
  const left = /[\p{L}\p{N}’'.,-]*$/u.exec(before(text, seam))?.[0] ?? '';
  const right = /^[\p{L}\p{N}’'-]*/u.exec(after(text, seam + 1))?.[0] ?? '';
  const mark = text.charAt(seam);
  const likely = /[“«]/.test(mark) ? `${left} ${mark}${right}` : `${left}${mark} ${right}`;
  return { start: seam - left.length, end: seam + 1 + right.length, kind: 'glued', reason, likely };
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
