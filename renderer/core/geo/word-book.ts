import { fold } from '#core/text/fold.ts';
import type { Candidate } from './create-gazetteer.ts';
import { hashKey, type KeyHash } from './key-filter.ts';
import { stickyWords } from './mention-words.ts';

/** What is known of a word wherever it stands. */
export type KnownWord = KeyHash & {
  readonly folded: string;
  readonly isCapital: boolean;
  /** Whether a name may begin with it: `false` is sure. */
  readonly mayBegin: boolean;
  /** The country whose people it names; `null` for any other word. */
  readonly people: string | null;
  /** A name before a function word that hangs on it (“Barsaloghoin”); `null` when it ends on none. */
  readonly gluedName: { readonly key: string; readonly candidates: readonly Candidate[] } | null;
  /** Function words before the beginning of a name (“ofthree borders”): their lengths, and the hash of the rest. */
  readonly gluedStarts: readonly { readonly length: number; readonly hash: number }[];
};

/** Knows the words met last, so that one is folded and looked up only once however often it stands in the texts. */
export type WordBook = (text: string, start: number, end: number) => KnownWord;

/** What words are looked up in. */
type Names = {
  candidates(key: string): readonly Candidate[];
  countryOfPeople(word: string): string | null;
  /** Keys of which one may begin with a word that has no capital. */
  readonly smallKeys: readonly string[];
};

/** So many new words, and those met before them are forgotten: words never end. Some megabytes. */
const mostWords = 20_000;
/** A name must be this long to be looked for inside a word. */
const shortestGlued = 6;

/** Make an empty book over the names of a gazetteer. */
export function createWordBook(names: Names): WordBook {
  const read = createReader(names);
  let newer = new Map<string, KnownWord>();
  let older = new Map<string, KnownWord>();
  return (text, start, end) => {
    const raw = text.slice(start, end);
    const met = newer.get(raw);
    if (met !== undefined) return met;
    const word = older.get(raw) ?? read(raw);
    if (newer.size >= mostWords) {
      older = newer;
      newer = new Map();
    }
    // A slice would keep its whole text in memory.
    newer.set(raw.split('').join(''), word);
    return word;
  };
}

function createReader(names: Names): (raw: string) => KnownWord {
  const small = new Set<string>();
  for (const key of names.smallKeys)
    for (let length = 1; length <= key.length; length++) small.add(key.slice(0, length));
  return (raw) => {
    const folded = fold(raw);
    const isCapital = /^\p{Lu}/u.test(raw);
    // Where folding changes the length a place in the folded word is none in the text.
    const mayBeGlued = folded.length === raw.length;
    return {
      ...hashKey(folded),
      folded,
      isCapital,
      mayBegin: isCapital || small.has(folded),
      people: names.countryOfPeople(folded),
      gluedName: mayBeGlued && isCapital ? findGluedName(folded, names) : null,
      gluedStarts: mayBeGlued && !isCapital ? findGluedStarts(folded, small) : noStarts,
    };
  };
}

const noStarts: KnownWord['gluedStarts'] = [];

function findGluedName(folded: string, names: Names): KnownWord['gluedName'] {
  for (const sticky of stickyWords) {
    if (folded.length - sticky.length < shortestGlued || !folded.endsWith(sticky)) continue;
    const key = folded.slice(0, -sticky.length);
    const candidates = names.candidates(key);
    if (candidates.length > 0) return { key, candidates };
  }
  return null;
}

function findGluedStarts(folded: string, small: ReadonlySet<string>): KnownWord['gluedStarts'] {
  const found = stickyWords.filter(
    (sticky) => folded.startsWith(sticky) && small.has(folded.slice(sticky.length)),
  );
  if (found.length === 0) return noStarts;
  return found.map(({ length }) => ({ length, hash: hashKey(folded.slice(length)).hash }));
}
