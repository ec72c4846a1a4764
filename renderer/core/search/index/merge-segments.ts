import { stem } from '#core/search/stemmers.ts';
import { packIds } from './article-ids.ts';
import { writeStemGroups } from './build-segment.ts';
import { type DictionaryCursor, type DictionaryParts, DictionaryWriter } from './dictionary.ts';
import { readGroupAt } from './find-forms.ts';
import type { Segment } from './open-segment.ts';
import { bitsOfPositions } from './packed-positions.ts';
import { fieldCount, PostingsWriter, universeOf } from './postings-writer.ts';
import { packSegment } from './segment-layout.ts';

/** A segment to be merged, and which of its documents still count. */
export type MergePart = { readonly segment: Segment; readonly isLive: (document: number) => boolean };

/** One segment with the documents of `parts` that still count, in order. Postings are copied, not made anew. */
export function mergeSegments(parts: readonly MergePart[]): ArrayBuffer {
  const kept = parts.map(({ segment, isLive }) => ({ segment, documents: numberLive(segment, isLive) }));
  const renumbered = renumber(kept);
  const lengths = {
    title: gather(kept, ({ parts: { titleLengths } }) => titleLengths),
    text: gather(kept, ({ parts: { textLengths } }) => textLengths),
    noise: gather(kept, ({ parts: { noiseLengths } }) => noiseLengths),
  };
  const forms = mergeForms(renumbered, lengths);
  return packSegment({
    size: lengths.title.length,
    ids: packIds(kept.flatMap(({ segment, documents }) => documents.map((at) => segment.ids[at] ?? ''))),
    fingerprints: Float64Array.from(
      kept.flatMap(({ segment, documents }) => documents.map((at) => segment.fingerprintOf(at))),
    ),
    languages: Uint8Array.from(gather(kept, ({ parts: { languages } }) => languages)),
    titleLengths: lengths.title,
    textLengths: lengths.text,
    noiseLengths: lengths.noise,
    forms: forms.parts,
    english: mergeStems(renumbered, forms, 'en'),
    french: mergeStems(renumbered, forms, 'fr'),
  });
}

type Kept = { readonly segment: Segment; readonly documents: readonly number[] };

/** A segment with the new number of each of its documents; -1 for one that no longer counts. */
type Renumbered = { readonly segment: Segment; readonly numbers: Int32Array };

function numberLive({ size }: Segment, isLive: (document: number) => boolean): number[] {
  return Array.from({ length: size }, (_, at) => at).filter(isLive);
}

function renumber(kept: readonly Kept[]): Renumbered[] {
  let next = 0;
  return kept.map(({ segment, documents }) => {
    const numbers = new Int32Array(segment.size).fill(-1);
    for (const document of documents) numbers[document] = next++;
    return { segment, numbers };
  });
}

function gather(kept: readonly Kept[], of: (segment: Segment) => Uint32Array | Uint8Array): Uint32Array {
  return Uint32Array.from(
    kept.flatMap(({ segment, documents }) => {
      const values = of(segment);
      return documents.map((at) => values[at] ?? 0);
    }),
  );
}

type Lengths = Readonly<Record<'title' | 'text' | 'noise', Uint32Array>>;

type MergedForms = {
  readonly parts: DictionaryParts;
  readonly words: readonly string[];
  /** For each segment the new number of each of its forms; -1 for one that stands in no document any more. */
  readonly numbers: readonly Int32Array[];
};

function mergeForms(segments: readonly Renumbered[], lengths: Lengths): MergedForms {
  const writer = new DictionaryWriter();
  const postings = new PostingsWriter(lengths);
  const words: string[] = [];
  const numbers = segments.map(({ segment }) => new Int32Array(segment.forms.size).fill(-1));
  const cursors = segments.map(({ segment }) => segment.forms.from(0));
  mergeWords(cursors, (word, having) => {
    postings.begin();
    let isUsed = false;
    for (const at of having) {
      const { segment } = segments[at] ?? {};
      segment?.postings.open(cursors[at]?.payloadStart ?? 0);
    }
    for (let field = 0; field < fieldCount; field++)
      for (const at of having) {
        const part = segments[at];
        if (part !== undefined && copyPostings(part, field, postings)) isUsed = true;
      }
    if (!isUsed) return;
    const number = writer.add(word, postings.finish());
    words.push(word);
    for (const at of having) {
      const of = numbers[at];
      if (of !== undefined) of[cursors[at]?.index ?? 0] = number;
    }
  });
  return { parts: writer.finish(), words, numbers };
}

/** Copy where a form stands in a field, of the documents that still count. Answers whether there are any. */
function copyPostings({ segment, numbers }: Renumbered, field: number, out: PostingsWriter): boolean {
  const { postings, parts } = segment;
  if (postings.countOf(field) === 0) return false;
  const count = postings.read(field);
  const of = { title: parts.titleLengths, text: parts.textLengths, noise: parts.noiseLengths };
  let bit = postings.bitsOf(field);
  let isUsed = false;
  for (let i = 0; i < count; i++) {
    const document = postings.documents[i] ?? 0;
    const frequency = postings.frequencies[i] ?? 0;
    const bits = bitsOfPositions(frequency, universeOf(of, field, document));
    const number = numbers[document] ?? -1;
    if (number >= 0) {
      out.addPacked([field, number, frequency], parts.forms.payloads, bit, bits);
      isUsed = true;
    }
    bit += bits;
  }
  return isUsed;
}

/** Go through the words of several dictionaries in one order; `having` are the cursors that stand at the word. */
function mergeWords(
  cursors: readonly DictionaryCursor[],
  visit: (word: string, having: readonly number[]) => void,
): void {
  const heads = cursors.map((cursor) => (cursor.next() ? cursor.text() : null));
  for (;;) {
    let least: string | null = null;
    for (const head of heads) if (head !== null && (least === null || head < least)) least = head;
    if (least === null) return;
    const having: number[] = [];
    for (const [at, head] of heads.entries()) if (head === least) having.push(at);
    visit(least, having);
    for (const at of having) {
      const cursor = cursors[at];
      heads[at] = cursor?.next() === true ? cursor.text() : null;
    }
  }
}

/** The stems of all segments with their forms as they are numbered now. */
function mergeStems(
  segments: readonly Renumbered[],
  { words, numbers }: MergedForms,
  language: 'en' | 'fr',
): DictionaryParts {
  const groups = new Map<string, number[]>();
  const numberOf = new Map(words.map((word, number) => [word, number]));
  const cursors = segments.map(({ segment }) => segment.stems[language].from(0));
  mergeWords(cursors, (key, having) => {
    const group = new Set<number>();
    for (const at of having) {
      const { segment } = segments[at] ?? {};
      const cursor = cursors[at];
      if (segment === undefined || cursor === undefined) continue;
      for (const form of readGroupAt(segment.stems[language], cursor)) group.add(numbers[at]?.[form] ?? -1);
    }
    // Where the stem itself was its only form, it was not stored.
    if (stem(key, language) === key) group.add(numberOf.get(key) ?? -1);
    group.delete(-1);
    if (group.size > 0)
      groups.set(
        key,
        [...group].sort((a, b) => a - b),
      );
  });
  return writeStemGroups(groups, (form) => words[form] ?? '');
}
