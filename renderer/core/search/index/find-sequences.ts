import type { PhraseNode } from '#core/search/query/query.ts';
import { exactForms } from './find-forms.ts';
import type { Segment } from './open-segment.ts';
import { bitsBelow, bitsOfPositions, hasPosition, readPositions } from './packed-positions.ts';
import { fieldNumbers } from './postings-writer.ts';

/** A document that holds a phrase, and how often. */
export type SequenceVisit = (document: number, field: number, count: number) => void;

/** Call `visit` for each document of `segment` that holds a phrase, once for the title and once for the text. */
export function findSequences(
  phrase: PhraseNode,
  segment: Segment,
  inNoise: boolean,
  visit: SequenceVisit,
): void {
  const { title, text, noise } = fieldNumbers;
  const places: (readonly number[])[] = [];
  if (phrase.field !== 'text') places.push([title]);
  if (phrase.field !== 'title') places.push(inNoise ? [text, noise] : [text]);
  const distinct = [...new Set(phrase.words)];
  const forms = distinct.map((word) => exactForms(word, segment.forms).starts);
  if (forms.some((starts) => starts.length === 0)) return;
  for (const fields of places) {
    const words = forms.map((starts) => new WordPlaces(starts, fields, segment));
    const matches = createMatcher(phrase, distinct, words);
    for (const document of commonDocuments(words, segment)) {
      const count = matches(document);
      if (count > 0) visit(document, fields[0] ?? 0, count);
    }
  }
}

/** Where one form stands in one field. */
type List = {
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  readonly count: number;
  /** Where reading has come to: a posting, and the bit at which its positions begin. */
  at: number;
  bit: number;
};

/** Where a word stands in the documents of a segment; these are asked for in order. */
class WordPlaces {
  lists: readonly List[] = [];
  /** In how many documents and fields each form stands, all forms together. */
  readonly total: number;
  /** The places in the document at hand: the first `count`, ascending. */
  positions = new Uint32Array(64);
  count = 0;
  private readonly payloads: Uint8Array;
  private readonly universes: Uint32Array;
  private readonly starts: readonly number[];
  private readonly fields: readonly number[];

  constructor(
    starts: readonly number[],
    fields: readonly number[],
    { postings, parts, bodyLengths }: Segment,
  ) {
    this.payloads = parts.forms.payloads;
    this.universes = fields[0] === fieldNumbers.title ? parts.titleLengths : bodyLengths;
    this.starts = starts;
    this.fields = fields;
    let total = 0;
    for (const start of starts) {
      postings.open(start);
      for (const field of fields) total += postings.countOf(field);
    }
    this.total = total;
  }

  /** Read in which documents it stands. */
  load({ postings }: Segment): void {
    const { starts, fields } = this;
    const lists: List[] = [];
    for (const start of starts) {
      postings.open(start);
      for (const field of fields) {
        const count = postings.read(field);
        if (count === 0) continue;
        const documents = postings.documents.slice(0, count);
        const frequencies = postings.frequencies.slice(0, count);
        lists.push({ documents, frequencies, count, at: 0, bit: postings.bitsOf(field) });
      }
    }
    this.lists = lists;
  }

  /** Go to `document` without reading the places there. Answers how many there are. */
  seek(document: number): number {
    this.count = 0;
    for (const list of this.lists) {
      const { documents, frequencies, count } = list;
      let { at, bit } = list;
      while (at < count && (documents[at] ?? 0) < document) {
        const frequency = frequencies[at] ?? 0;
        const universe = this.universes[documents[at] ?? 0] ?? 0;
        bit += frequency === 1 ? bitsBelow(universe) : bitsOfPositions(frequency, universe);
        at++;
      }
      list.at = at;
      list.bit = bit;
      if (at < count && documents[at] === document) this.count += frequencies[at] ?? 0;
    }
    return this.count;
  }

  /** Whether it stands at `position` of the document that was gone to. */
  isAt(document: number, position: number): boolean {
    const universe = this.universes[document] ?? 0;
    if (position >= universe) return false;
    for (const { documents, frequencies, count, at, bit } of this.lists)
      if (
        at < count &&
        documents[at] === document &&
        hasPosition(this.payloads, bit, [frequencies[at] ?? 0, universe], position)
      )
        return true;
    return false;
  }

  /** Read the places in the document that was gone to. */
  read(document: number): void {
    if (this.positions.length < this.count) this.positions = new Uint32Array(this.count * 2);
    const universe = this.universes[document] ?? 0;
    let filled = 0;
    for (const { documents, frequencies, count, at, bit } of this.lists) {
      if (at >= count || documents[at] !== document) continue;
      const frequency = frequencies[at] ?? 0;
      // Only a word in several forms or fields is read in parts.
      const into = filled === 0 ? this.positions : this.positions.subarray(filled);
      readPositions(this.payloads, bit, [frequency, universe], into);
      if (filled > 0) this.positions.subarray(0, filled + frequency).sort();
      filled += frequency;
    }
  }
}

/** The documents in which each word stands, ascending. Words are read up to the first that leaves none. */
function commonDocuments(words: readonly WordPlaces[], segment: Segment): number[] {
  const rarestFirst = [...words].sort((a, b) => a.total - b.total);
  if (rarestFirst[0]?.total === 0) return [];
  const seen = new Uint8Array(segment.size);
  let found: number[] = [];
  for (const [index, word] of rarestFirst.entries()) {
    if (index > 0 && found.length === 0) return [];
    word.load(segment);
    found = [];
    for (const { documents, count } of word.lists)
      for (let i = 0; i < count; i++) {
        const document = documents[i] ?? 0;
        if (seen[document] !== index) continue;
        seen[document] = index + 1;
        found.push(document);
      }
  }
  // Several forms or fields of a word come one after another.
  return (rarestFirst.at(-1)?.lists.length ?? 0) > 1 ? found.sort((a, b) => a - b) : found;
}

/** Answers how often a document, asked for in order, holds the words as asked. */
function createMatcher(
  { words, slack }: PhraseNode,
  distinct: readonly string[],
  places: readonly WordPlaces[],
): (document: number) => number {
  if (slack !== null) {
    const needed = distinct.map((word) => words.filter((other) => other === word).length);
    return (document) => {
      for (const place of places) {
        place.seek(document);
        place.read(document);
      }
      return countWindows(places, needed, words.length + slack);
    };
  }
  const order = words.flatMap((word) => places[distinct.indexOf(word)] ?? []);
  return createRowMatcher(order, places);
}

/** Counts the rows of `order`, beginning with the word that is rarest in the document, reading no more than it must. */
function createRowMatcher(
  order: readonly WordPlaces[],
  distinct: readonly WordPlaces[],
): (document: number) => number {
  let starts = new Uint32Array(64);
  return (document) => {
    let rarest = 0;
    for (const place of distinct) place.seek(document);
    for (let word = 1; word < order.length; word++)
      if ((order[word]?.count ?? 0) < (order[rarest]?.count ?? 0)) rarest = word;
    const first = order[rarest];
    if (first === undefined) return 0;
    first.read(document);
    if (starts.length < first.count) starts = new Uint32Array(first.count * 2);
    let left = 0;
    for (let i = 0; i < first.count; i++) {
      const start = (first.positions[i] ?? 0) - rarest;
      if (start >= 0) starts[left++] = start;
    }
    for (let word = 0; word < order.length && left > 0; word++) {
      const place = order[word];
      if (word === rarest || place === undefined) continue;
      left = keepRows(starts, left, place, [document, word, place === first]);
    }
    return left;
  };
}

/** Keep of the first `count` of `starts` those at which a word follows `step` words later, in the cheaper way. */
function keepRows(
  starts: Uint32Array,
  count: number,
  place: WordPlaces,
  [document, step, isRead]: readonly [document: number, step: number, isRead: boolean],
): number {
  if (!isRead && count * dearerToAsk < place.count) return keepAsked(starts, count, place, [document, step]);
  if (!isRead) place.read(document);
  return keepFollowed(starts, count, place, step);
}

/** How many places can be read in the time in which one is asked for. */
const dearerToAsk = 4;

/** As `keepFollowed`, asking for each place instead of reading all. */
function keepAsked(
  starts: Uint32Array,
  count: number,
  place: WordPlaces,
  [document, step]: readonly [number, number],
): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i] ?? 0;
    if (place.isAt(document, start + step)) starts[kept++] = start;
  }
  return kept;
}

/** Keep of the first `count` of `starts` those that have a place of a word `step` after them; answers how many. */
function keepFollowed(
  starts: Uint32Array,
  count: number,
  { positions, count: length }: WordPlaces,
  step: number,
): number {
  let kept = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const wanted = (starts[i] ?? 0) + step;
    while (at < length && (positions[at] ?? 0) < wanted) at++;
    if (at < length && positions[at] === wanted) starts[kept++] = wanted - step;
  }
  return kept;
}

/** How many stretches of at most `longest` places, not overlapping, hold each word as often as needed. */
function countWindows(words: readonly WordPlaces[], needed: readonly number[], longest: number): number {
  const total = words.reduce((sum, { count }) => sum + count, 0);
  // A word's place and its number in one, so that sorting needs no objects.
  const places = new Float64Array(total);
  let filled = 0;
  for (const [word, { positions, count }] of words.entries())
    for (let i = 0; i < count; i++) places[filled++] = (positions[i] ?? 0) * words.length + word;
  places.sort();
  const positionAt = (at: number) => Math.floor((places[at] ?? 0) / words.length);
  const wordAt = (at: number) => (places[at] ?? 0) % words.length;
  const held = needed.map(() => 0);
  let missing = needed.length;
  let first = 0;
  let windows = 0;
  for (let at = 0; at < total; at++) {
    const word = wordAt(at);
    held[word] = (held[word] ?? 0) + 1;
    if (held[word] === needed[word]) missing--;
    for (; positionAt(at) - positionAt(first) >= longest; first++) {
      const left = wordAt(first);
      if (held[left] === needed[left]) missing++;
      held[left] = (held[left] ?? 0) - 1;
    }
    if (missing > 0) continue;
    windows++;
    held.fill(0);
    missing = needed.length;
    first = at + 1;
  }
  return windows;
}
