import type { FuzzyNode, PatternNode, WordNode } from '#core/search/query/query.ts';
import { isStopWord, stem } from '#core/search/stemmers.ts';
import { ByteReader } from './byte-writer.ts';
import { blockSize, type Dictionary, type DictionaryCursor, maxUnits } from './dictionary.ts';
import { fitsPattern, unitsOf } from './match-pattern.ts';
import { isNear, NearWord } from './near-word.ts';
import type { Segment } from './open-segment.ts';
import { nameForm } from './word-table.ts';

/** The forms of a segment that a leaf of a query stands for. */
export type Forms = {
  /** Where the postings of each begin. */
  readonly starts: number[];
  /** For each the languages of the documents it counts in: bit 0 English, bit 1 French, bit 2 others. */
  readonly masks: number[];
  /** Bytes of all postings: how dear the leaf is. */
  cost: number;
};

const english = 1;
const french = 2;
const others = 4;
/** Documents of every language. */
export const anyLanguage = english | french | others;

/** The forms of `segment` that `leaf` stands for. */
export function findForms(leaf: WordNode | PatternNode | FuzzyNode, segment: Segment): Forms {
  const forms: Forms = { starts: [], masks: [], cost: 0 };
  if (leaf.kind === 'pattern') addPattern(forms, segment.forms, leaf.pattern);
  else if (leaf.kind === 'fuzzy') addNear(forms, segment, leaf);
  else if (leaf.isName) addName(forms, segment.forms, leaf.word);
  else if (leaf.how === 'exact') addExact(forms, segment.forms, leaf.word);
  else addStems(forms, segment, leaf);
  return forms;
}

/** A word in this form alone, also where it is in capitals. */
export function exactForms(word: string, dictionary: Dictionary): Forms {
  const forms: Forms = { starts: [], masks: [], cost: 0 };
  addExact(forms, dictionary, word);
  return forms;
}

function addExact(forms: Forms, dictionary: Dictionary, word: string): void {
  addForm(forms, dictionary, word, anyLanguage);
  const name = nameForm(word);
  if (name !== word) addForm(forms, dictionary, name, anyLanguage);
}

/** In a language in which the word is no stop word, its capitals are not told apart. */
function addName(forms: Forms, dictionary: Dictionary, word: string): void {
  addForm(forms, dictionary, nameForm(word), anyLanguage);
  const mask = (isStopWord(word, 'en') ? 0 : english) | (isStopWord(word, 'fr') ? 0 : french) | others;
  addForm(forms, dictionary, word, mask);
}

function addForm(forms: Forms, dictionary: Dictionary, word: string, mask: number): void {
  const found = dictionary.find(word);
  if (found === -1) return;
  const cursor = dictionary.from(0);
  cursor.seek(found);
  push(forms, cursor, mask);
}

function push(forms: Forms, cursor: DictionaryCursor, mask: number): void {
  forms.starts.push(cursor.payloadStart);
  forms.masks.push(mask);
  forms.cost += cursor.payloadEnd - cursor.payloadStart;
}

/** Every form with the stem that `word` has in the language of the document; if typed, also what begins with it. */
function addStems(forms: Forms, segment: Segment, { word, how }: WordNode): void {
  const dictionary = segment.forms;
  const masks = new Map<number, number>();
  const add = (form: number, mask: number) => {
    if (form !== -1) masks.set(form, (masks.get(form) ?? 0) | mask);
  };
  if (how === 'typed') {
    const [begin, end] = dictionary.range(word);
    for (let form = begin; form < end; form++) masks.set(form, anyLanguage);
    for (const form of namesThat(dictionary, (name) => name.startsWith(word))) add(form, anyLanguage);
  }
  for (const form of formsOfStem(segment, word, 'en')) add(form, english);
  for (const form of formsOfStem(segment, word, 'fr')) add(form, french);
  add(dictionary.find(word), others);
  const order = [...masks.keys()].sort((a, b) => a - b);
  const cursor = dictionary.from(0);
  for (const form of order) {
    cursor.seek(form);
    push(forms, cursor, masks.get(form) ?? 0);
  }
}

/** The numbers of the forms of a segment whose stem in a language is that of `word`. */
export function formsOfStem(segment: Segment, word: string, language: 'en' | 'fr'): number[] {
  const key = stem(word, language);
  const stems = segment.stems[language];
  const found = stems.find(key);
  if (found === -1) {
    // Groups of the stem alone are not stored.
    const form = stem(key, language) === key ? segment.forms.find(key) : -1;
    return form === -1 ? [] : [form];
  }
  const cursor = stems.from(0);
  cursor.seek(found);
  return readGroupAt(stems, cursor);
}

/** The numbers of the forms of the stem at which a cursor of `stems` stands. */
export function readGroupAt(stems: Dictionary, cursor: DictionaryCursor): number[] {
  const group: number[] = [];
  const reader = new ByteReader(stems.parts.payloads, cursor.payloadStart);
  let form = 0;
  while (reader.at < cursor.payloadEnd) {
    form += reader.varint();
    group.push(form);
  }
  return group;
}

function addPattern(forms: Forms, dictionary: Dictionary, pattern: string): void {
  const star = pattern.indexOf('*');
  const prefix = star === -1 ? pattern : pattern.slice(0, star);
  const isPrefix = star === pattern.length - 1;
  const [begin, end] = dictionary.range(prefix);
  const units = unitsOf(pattern);
  const cursor = dictionary.from(begin);
  while (cursor.index + 1 < end && cursor.next())
    if (isPrefix || fitsPattern(cursor.units, cursor.length, units)) push(forms, cursor, anyLanguage);
  for (const form of namesThat(dictionary, (name) => fitsPattern(unitsOf(name), name.length, units))) {
    cursor.seek(form);
    push(forms, cursor, anyLanguage);
  }
}

/** The forms in capitals that fit in small letters. Capitals come before small letters, and stand nowhere else. */
function namesThat(dictionary: Dictionary, fits: (name: string) => boolean): number[] {
  const found: number[] = [];
  const end = dictionary.lowerBound('[');
  const cursor = dictionary.from(dictionary.lowerBound('A'));
  while (cursor.index + 1 < end && cursor.next())
    if (fits(cursor.text().toLowerCase())) found.push(cursor.index);
  return found;
}

/** The first block from `from` on in which not all words begin with the same `dead` units and one more. */
function passOver(leastShared: Uint8Array, from: number, dead: number): number {
  let block = from;
  while (block < leastShared.length && (leastShared[block] ?? 0) > dead) block++;
  return block;
}

function addNear(forms: Forms, segment: Segment, { word, distance }: FuzzyNode): void {
  const dictionary = segment.forms;
  const near = new NearWord(word, Math.min(2, distance));
  // Digits come before the names in capitals.
  const found = [
    ...walkNear(segment, near, [0, dictionary.lowerBound('A')]),
    ...walkNear(segment, near, [dictionary.lowerBound('['), dictionary.size]),
    ...namesThat(dictionary, (name) => isNear(name, near)),
  ];
  const cursor = dictionary.from(0);
  for (const form of found) {
    cursor.seek(form);
    push(forms, cursor, anyLanguage);
  }
}

/** The forms `from` to `to` that are near. What a form shares with the one before is compared once. */
function walkNear(
  { forms, leastShared }: Segment,
  near: NearWord,
  [from, to]: readonly [number, number],
): number[] {
  const { shared, suffixLengths, suffixes, suffixStarts } = forms.parts;
  const found: number[] = [];
  const first = from - (from % blockSize);
  const units = new Uint16Array(maxUnits);
  const reader = new ByteReader(suffixes);
  let suffixAt = suffixStarts[first / blockSize] ?? 0;
  // The rows of the first `depth` units are good; no form that begins with `dead` units of these and one more is near.
  let depth = 0;
  let dead = maxUnits;
  for (let index = first; index < to; index++) {
    if (index % blockSize === 0 && index > from) {
      const block = passOver(leastShared, index / blockSize, dead);
      index = block * blockSize;
      if (index >= to) break;
      suffixAt = suffixStarts[block] ?? 0;
    }
    const start = suffixAt;
    suffixAt += suffixLengths[index] ?? 0;
    const common = shared[index] ?? 0;
    if (common > dead && index > from) continue;
    let length = index % blockSize === 0 ? 0 : common;
    reader.at = start;
    while (reader.at < suffixAt) units[length++] = reader.varint();
    depth = index === first ? 0 : Math.min(depth, common);
    dead = maxUnits;
    while (depth < length && dead === maxUnits) {
      if (near.push(depth, units[depth] ?? 0)) depth++;
      else dead = depth;
    }
    if (dead === maxUnits && index >= from && near.accepts(length)) found.push(index);
  }
  return found;
}
