import type { Damage } from '#core/article.ts';
import { after, before, type Finder, probe, type Reading } from './reading.ts';
import { englishSmall, frenchSmall } from './small-words.ts';

/** Short names in capitals whose letters a translator has put in another order, or of which it translated only one. */
export const findTurnedAcronyms: Finder = function* (reading) {
  const acronyms = listAcronyms(reading);
  if (acronyms.length < 2) return;
  const wrong = new Map<string, { readonly reason: string; readonly likely: string }>();
  for (const one of acronyms)
    for (const other of acronyms) {
      const reason = one === other ? null : compare(one, other);
      if (reason !== null) wrong.set(one.name, { reason, likely: other.name });
    }
  for (const { name, places } of acronyms) {
    const found = wrong.get(name);
    if (found === undefined) continue;
    for (const start of places) yield { start, end: start + name.length, kind: 'translation', ...found };
  }
};

type Acronym = {
  readonly name: string;
  readonly places: readonly number[];
  /** Its words are told: 1, it stands in brackets behind words; 2, behind words with these initials. */
  readonly explained: 0 | 1 | 2;
};

const mostAcronyms = 200;
const acronym = /(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?:-\p{Lu}{2,6})?(?![\p{L}\p{N}])/uy;

function listAcronyms({ text }: Reading): Acronym[] {
  const places = new Map<string, number[]>();
  for (const { found: name, index } of probe(text, /[A-Z]{2}/g, acronym)) {
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  }
  return [...places].slice(0, mostAcronyms).flatMap(([name, at]) => {
    const explained = Math.max(...at.map((start) => explanation(text, start, name))) as Acronym['explained'];
    return name.replace('-', '').length < 3 ? [] : [{ name, places: at, explained }];
  });
}

function explanation(text: string, start: number, name: string): Acronym['explained'] {
  if (/^ \(\p{L}+ /u.test(after(text, start + name.length))) return 1;
  if (text.charAt(start - 1) !== '(' || !/\p{L}[”"’»]? $/u.test(before(text, start - 1))) return 0;
  const initials = (before(text, start - 1).match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join('');
  const last = name.split('-').at(-1) ?? name;
  return initials.endsWith(last) || initials.endsWith(name.replace('-', '')) ? 2 : 1;
}

/** Why `one` may stand for `other`; `null` when nothing says so. */
function compare(one: Acronym, other: Acronym): string | null {
  if (one.name.length !== other.name.length) return null;
  const isSurer =
    other.explained === one.explained
      ? other.places.length > one.places.length
      : other.explained > one.explained;
  if (sorted(one.name) === sorted(other.name))
    return isTurn(one.name, other.name) && isSurer ? 'acronym-order' : null;
  // Explained once and never used, while one nearly like it is used and never explained.
  const isOnlyExplained = one.explained > 0 && one.places.length === 1;
  const isOnlyUsed = other.explained === 0 && other.places.length >= 3;
  return isOnlyExplained && isOnlyUsed && shared(one.name, other.name) === one.name.length - 1
    ? 'acronym-translated'
    : null;
}

/** The parts that a hyphen parts stay where they are. */
function isTurn(one: string, other: string): boolean {
  const [parts, others] = [one.split('-'), other.split('-')];
  return (
    parts.length === others.length && parts.every((part, at) => sorted(part) === sorted(others[at] ?? ''))
  );
}

function sorted(name: string): string {
  return Array.from(name).sort().join('');
}

/** How many letters two names have in common, wherever. */
function shared(one: string, other: string): number {
  const left = Array.from(other);
  return Array.from(one).filter((letter) => {
    const at = left.indexOf(letter);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}

const time =
  'January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\\d\\d';

/** A small word with a capital in the middle of a sentence, before a time or in a name that was translated. */
const strayCapital = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}’'.-])[\\p{Ll}\\d]\\p{L}* )(?:The(?= \\p{Ll})|According(?= to )|(?:In|On|By|Since|From|During|After|Before)(?= (?:${time})\\b))`,
  'uy',
);

/** A small word with a capital in the middle of a sentence: what follows was a sentence of its own, or a name. */
export const findStrayCapitals: Finder = function* ({ prose: text }) {
  const trigger = /(?:The|According|In|On|By|Since|From|During|After|Before) /g;
  for (const { found: word, index } of probe(text, trigger, strayCapital)) {
    const end = text.indexOf('\n', index);
    const line = text.slice(text.lastIndexOf('\n', index) + 1, end === -1 ? text.length : end);
    if (!isTitleCase(line.slice(0, longestTitle)))
      yield { start: index, end: index + word.length, kind: 'translation', reason: 'stray-capital' };
  }
};

/** More is not looked at to tell a headline. */
const longestTitle = 400;

/** Headlines in which every word has its capital. */
function isTitleCase(line: string): boolean {
  const long = line.match(/\p{L}{4,}/gu) ?? [];
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length < 6 || capital > long.length * 0.45;
}

/** French left in an English text: in brackets, in a name half translated, or in a number. */
export const findLeftFrench: Finder = function* ({ prose: text, language }) {
  if (language !== 'en') return;
  for (const { 0: found, 1: inside = '', index } of text.matchAll(/\[([^[\]\n]{4,200})\]/gu))
    if (isFrench(inside)) yield leftover(index, found);
  for (const { 0: seam, index } of text.matchAll(/ (?:du|des|de la|de l[’'])\s?(?=[A-ZÀ-ÖØ-Þ])/g)) {
    const left = /(?<!\p{L})\p{Lu}\p{L}+ (?:of|for|and) \p{Lu}\p{L}+$/u.exec(before(text, index))?.[0] ?? '';
    const right = /^\p{L}+/u.exec(after(text, index + seam.length))?.[0] ?? '';
    if (left !== '') yield leftover(index - left.length, left + seam + right);
  }
  for (const { found, index } of probe(text, /\d{1,2}(?=er|ère|ème|eme|eh)/g, ordinal))
    yield leftover(index, found);
};

const ordinal = /(?<![\p{L}\p{N}.])\d{1,2}(?:er|ère|ème|eme|eh)(?![\p{L}\p{N}])/uy;

function leftover(start: number, found: string): Damage {
  return { start, end: start + found.length, kind: 'translation', reason: 'left-in-french' };
}

function isFrench(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const french = words.filter(
    (word) => frenchSmall.has(word) && !englishSmall.has(word) && word !== 'a',
  ).length;
  const english = words.filter((word) => englishSmall.has(word) && !frenchSmall.has(word)).length;
  return french > english;
}

/** A small word before a mark that ends what it begins: `(Chelpto the)`. */
export const findHangingWords: Finder = function* ({ prose: text }) {
  for (const { found, index } of probe(text, /(?:the|des|du|aux)(?=[).;:!?])/g, hanging))
    yield { start: index, end: index + found.length, kind: 'translation', reason: 'hanging-word' };
};

const hanging = /(?<=\p{Ll} )(?:the|des|du|aux)(?=[).;:!?](?:\s|$|[”"»]))/uy;
