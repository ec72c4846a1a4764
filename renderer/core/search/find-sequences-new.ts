import { fieldNumbers, universeOf } from './build-segment-new.ts';
import { exactForms } from './find-forms.ts';
import type { Segment } from './open-segment.ts';
import { bitsOfPositions, readPositions } from './packed-positions.ts';
import type { PhraseNode } from './query.ts';

/** A document that holds a phrase, and how often. */
export type SequenceVisit = (document: number, field: number, count: number) => void;

/** Where one form stands in one field. */
type List = {
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
  /** In bits, where the positions of each begin. */
  readonly starts: Float64Array;
  readonly count: number;
  at: number;
};

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
  const forms = distinct.map((word) => exactForms(word, segment.forms));
  if (forms.some(({ starts }) => starts.length === 0)) return;
  const matcher = createMatcher(phrase, distinct);
  for (const fields of places) {
    const byWord = forms.map(({ starts }) => readLists(starts, fields, segment));
    for (const document of commonDocuments(byWord, segment.size)) {
      const universe = universeOf(lengthsOf(segment), fields[0] ?? 0, document);
      const count = matcher(byWord.map((lists) => positionsIn(lists, document, universe, segment)));
      if (count > 0) visit(document, fields[0] ?? 0, count);
    }
  }
}

function lengthsOf({ parts }: Segment) {
  return { title: parts.titleLengths, text: parts.textLengths, noise: parts.noiseLengths };
}

function readLists(starts: readonly number[], fields: readonly number[], segment: Segment): List[] {
  const { postings } = segment;
  const lengths = lengthsOf(segment);
  const lists: List[] = [];
  for (const start of starts) {
    postings.open(start);
    for (const field of fields) {
      const count = postings.read(field);
      if (count === 0) continue;
      const documents = postings.documents.slice(0, count);
      const frequencies = postings.frequencies.slice(0, count);
      const bits = new Float64Array(count);
      let at = postings.bitsOf(field);
      for (let i = 0; i < count; i++) {
        bits[i] = at;
        at += bitsOfPositions(frequencies[i] ?? 0, universeOf(lengths, field, documents[i] ?? 0));
      }
      lists.push({ documents, frequencies, starts: bits, count, at: 0 });
    }
  }
  return lists;
}

/** The documents in which each word stands, ascending. */
function commonDocuments(byWord: readonly (readonly List[])[], size: number): number[] {
  const seen = new Uint8Array(size);
  let found: number[] = [];
  for (const [index, lists] of byWord.entries()) {
    found = [];
    for (const { documents, count } of lists)
      for (let i = 0; i < count; i++) {
        const document = documents[i] ?? 0;
        if (seen[document] !== index) continue;
        seen[document] = index + 1;
        found.push(document);
      }
  }
  // Several forms or fields of a word come one after another.
  return (byWord.at(-1)?.length ?? 0) > 1 ? found.sort((a, b) => a - b) : found;
}

/** Where a word stands in `document`, ascending. Documents have to be asked for in order. */
function positionsIn(
  lists: readonly List[],
  document: number,
  universe: number,
  { parts }: Segment,
): Uint32Array {
  let all: Uint32Array<ArrayBuffer> | null = null;
  for (const list of lists) {
    while (list.at < list.count && (list.documents[list.at] ?? 0) < document) list.at++;
    if (list.documents[list.at] !== document || list.at >= list.count) continue;
    const count = list.frequencies[list.at] ?? 0;
    const positions = new Uint32Array(count);
    readPositions(parts.forms.payloads, list.starts[list.at] ?? 0, [count, universe], positions);
    all = all === null ? positions : Uint32Array.from([...all, ...positions]).sort();
  }
  return all ?? new Uint32Array(0);
}

/** Counts the places where the words stand as asked, from the positions of each distinct word. */
function createMatcher(
  { words, slack }: PhraseNode,
  distinct: readonly string[],
): (positions: readonly Uint32Array[]) => number {
  if (slack === null) {
    const order = words.map((word) => distinct.indexOf(word));
    return (positions) => countRows(order.map((index) => positions[index] ?? new Uint32Array(0)));
  }
  const needed = distinct.map((word) => words.filter((other) => other === word).length);
  const longest = words.length + slack;
  return (positions) => countWindows(positions, needed, longest);
}

/** How often `positions[0]` is followed by `positions[1]` at the next place, and so on. */
function countRows(positions: readonly Uint32Array[]): number {
  let rarest = 0;
  for (let word = 1; word < positions.length; word++)
    if ((positions[word]?.length ?? 0) < (positions[rarest]?.length ?? 0)) rarest = word;
  const at = new Uint32Array(positions.length);
  let count = 0;
  for (const position of positions[rarest] ?? []) {
    const first = position - rarest;
    let isRow = first >= 0;
    for (let word = 0; word < positions.length && isRow; word++) {
      const list = positions[word] ?? new Uint32Array(0);
      let i = at[word] ?? 0;
      while (i < list.length && (list[i] ?? 0) < first + word) i++;
      at[word] = i;
      isRow = list[i] === first + word;
    }
    if (isRow) count++;
  }
  return count;
}

/** How many stretches of at most `longest` places, not overlapping, hold each word as often as needed. */
function countWindows(positions: readonly Uint32Array[], needed: readonly number[], longest: number): number {
  const places = positions
    .flatMap((list, word) => Array.from(list, (position) => ({ position, word })))
    .sort((a, b) => a.position - b.position);
  const held = needed.map(() => 0);
  let missing = needed.length;
  let first = 0;
  let count = 0;
  for (const [at, { position, word }] of places.entries()) {
    held[word] = (held[word] ?? 0) + 1;
    if (held[word] === needed[word]) missing--;
    for (; position - (places[first]?.position ?? position) >= longest; first++) {
      const left = places[first]?.word ?? 0;
      if (held[left] === needed[left]) missing++;
      held[left] = (held[left] ?? 0) - 1;
    }
    if (missing > 0) continue;
    count++;
    held.fill(0);
    missing = needed.length;
    first = at + 1;
  }
  return count;
}
