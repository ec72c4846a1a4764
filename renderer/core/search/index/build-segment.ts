import { stem } from '#core/search/stemmers.ts';
import { packIds } from './article-ids.ts';
import { ByteWriter } from './byte-writer.ts';
import { type DictionaryParts, DictionaryWriter } from './dictionary.ts';
import { fieldCount, fieldNumbers, PostingsWriter } from './postings-writer.ts';
import type { SearchDocument } from './search-document.ts';
import { packSegment } from './segment-layout.ts';
import { type LanguageNumber, languageNumbers, WordTable } from './word-table.ts';

const table = new WordTable();

/**
 * Index `documents` in one buffer: see `openSegment`. About 0.2 ms for a text of 5 KB when there are many of them;
 * memory about 20 bytes a word while it works.
 */
export function buildSegment(documents: readonly SearchDocument[]): ArrayBuffer {
  table.trim();
  const collected = collect(documents);
  const inOrder = sortByForm(collected);
  const forms = writeForms(inOrder, collected);
  return packSegment({
    size: documents.length,
    ids: packIds(documents.map(({ id }) => id)),
    fingerprints: Float64Array.from(documents, ({ fingerprint }) => fingerprint),
    languages: collected.languages,
    titleLengths: collected.lengths.title,
    textLengths: collected.lengths.text,
    noiseLengths: collected.lengths.noise,
    forms: forms.parts,
    english: writeStems(forms.words, forms.languages, 'en'),
    french: writeStems(forms.words, forms.languages, 'fr'),
  });
}

/** The words of all documents, in order. */
type Collected = {
  /** For each word its form's number times four plus its field. */
  readonly keys: Uint32Array;
  readonly count: number;
  /** Where the words of each document begin in `keys`; title first, then the text with its noise. */
  readonly starts: Uint32Array;
  readonly languages: Uint8Array;
  readonly lengths: { readonly title: Uint32Array; readonly text: Uint32Array; readonly noise: Uint32Array };
};

function collect(documents: readonly SearchDocument[]): Collected {
  const size = documents.length;
  let keys = new Uint32Array(Math.max(1_024, size * 1_024));
  let count = 0;
  const push = (key: number) => {
    if (count === keys.length) {
      const larger = new Uint32Array(keys.length * 2);
      larger.set(keys);
      keys = larger;
    }
    keys[count++] = key;
  };
  const starts = new Uint32Array(size + 1);
  const languages = new Uint8Array(size);
  const lengths = {
    title: new Uint32Array(size),
    text: new Uint32Array(size),
    noise: new Uint32Array(size),
  };
  for (const [at, { title, text, noise, language }] of documents.entries()) {
    starts[at] = count;
    const number: LanguageNumber = languageNumbers[language];
    languages[at] = number;
    table.scan(title, number, (form) => push(form * 4 + fieldNumbers.title));
    lengths.title[at] = count - (starts[at] ?? 0);
    const inNoise = noiseTest(noise);
    let noiseWords = 0;
    const before = count;
    table.scan(text, number, (form, start, end) => {
      const isNoise = inNoise(start, end);
      if (isNoise) noiseWords++;
      push(form * 4 + (isNoise ? fieldNumbers.noise : fieldNumbers.text));
    });
    lengths.noise[at] = noiseWords;
    lengths.text[at] = count - before - noiseWords;
  }
  starts[size] = count;
  return { keys, count, starts, languages, lengths };
}

/** Answers for words in order whether they are wholly in one of `noise`. */
export function noiseTest(noise: SearchDocument['noise']): (start: number, end: number) => boolean {
  let at = 0;
  return (start, end) => {
    while (at < noise.length && (noise[at]?.end ?? 0) < end) at++;
    return at < noise.length && (noise[at]?.start ?? 0) <= start;
  };
}

/** All places of words, by form in order, then by field, document and position. */
type InOrder = {
  readonly words: readonly string[];
  /** Where the places of form `i` in field `f` begin: at `i * 3 + f`. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly positions: Uint32Array;
};

/** A counting sort: documents and positions are in order already. */
function sortByForm({ keys, count, starts, lengths }: Collected): InOrder {
  const numbers = new Int32Array(table.forms.length).fill(-1);
  const used: number[] = [];
  for (let at = 0; at < count; at++) {
    const form = (keys[at] ?? 0) >>> 2;
    if (numbers[form] !== -1) continue;
    numbers[form] = 0;
    used.push(form);
  }
  const order = table.sort(used, (form) => numbers[form] !== -1);
  for (const [at, form] of order.entries()) numbers[form] = at;

  const next = new Uint32Array(used.length * fieldCount + 1);
  const placeOf = (key: number) => (numbers[key >>> 2] ?? 0) * fieldCount + (key & 3);
  for (let at = 0; at < count; at++) {
    const after = placeOf(keys[at] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let at = 1; at < next.length; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const begin = next.slice();
  const documents = new Uint32Array(count);
  const positions = new Uint32Array(count);
  for (let document = 0; document + 1 < starts.length; document++) {
    const from = starts[document] ?? 0;
    const inText = from + (lengths.title[document] ?? 0);
    const end = starts[document + 1] ?? 0;
    for (let at = from; at < end; at++) {
      const place = placeOf(keys[at] ?? 0);
      const to = next[place] ?? 0;
      next[place] = to + 1;
      documents[to] = document;
      positions[to] = at < inText ? at - from : at - inText;
    }
  }
  return { words: order.map((form) => table.forms[form] ?? ''), starts: begin, documents, positions };
}

type Written = {
  readonly parts: DictionaryParts;
  readonly words: readonly string[];
  /** For each form the languages of the documents it stands in: bit 0 English, bit 1 French, bit 2 others. */
  readonly languages: Uint8Array;
};

function writeForms({ words, starts, documents, positions }: InOrder, collected: Collected): Written {
  const writer = new DictionaryWriter();
  const postings = new PostingsWriter(collected.lengths);
  const languages = new Uint8Array(words.length);
  for (const [form, word] of words.entries()) {
    postings.begin();
    let mask = 0;
    for (let field = 0; field < fieldCount; field++) {
      const end = starts[form * fieldCount + field + 1] ?? 0;
      for (let at = starts[form * fieldCount + field] ?? 0; at < end; ) {
        const document = documents[at] ?? 0;
        let next = at + 1;
        while (next < end && documents[next] === document) next++;
        postings.add(field, document, positions, [at, next - at]);
        mask |= 1 << (collected.languages[document] ?? 0);
        at = next;
      }
    }
    languages[form] = mask;
    writer.add(word, postings.finish());
  }
  return { parts: writer.finish(), words, languages };
}

/** The stems of a language with their forms, but those whose only form is the stem itself. */
function writeStems(words: readonly string[], masks: Uint8Array, language: 'en' | 'fr'): DictionaryParts {
  const bit = 1 << languageNumbers[language];
  const groups = new Map<string, number[]>();
  for (const [form, word] of words.entries()) {
    if (((masks[form] ?? 0) & bit) === 0) continue;
    // Names in capitals stand with the other forms of their word.
    const key = stem(word.toLowerCase(), language);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [form]);
    else group.push(form);
  }
  return writeStemGroups(groups, (form) => words[form] ?? '');
}

/** Write stems with the numbers of their forms (ascending). */
export function writeStemGroups(
  groups: ReadonlyMap<string, readonly number[]>,
  wordOf: (form: number) => string,
): DictionaryParts {
  const writer = new DictionaryWriter();
  const payload = new ByteWriter();
  for (const key of [...groups.keys()].sort(byUnits)) {
    const forms = groups.get(key) ?? [];
    if (forms.length === 1 && wordOf(forms[0] ?? 0) === key) continue;
    payload.clear();
    let before = 0;
    for (const form of forms) {
      payload.varint(form - before);
      before = form;
    }
    writer.add(key, payload.view());
  }
  return writer.finish();
}

/** The order of a dictionary. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
