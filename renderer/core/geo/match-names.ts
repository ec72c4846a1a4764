import type { TextSpan } from '#core/text/span.ts';
import { endOfWord, nextWord } from '#core/text/words.ts';
import { type Candidate, type Gazetteer, hasWords } from './create-gazetteer.ts';
import { joinHashes } from './key-filter.ts';
import { commonWords } from './mention-words.ts';
import type { KnownWord } from './word-book.ts';

/** A word of a text. */
export type Token = TextSpan & {
  readonly word: KnownWord;
  /** Whether only a space, hyphen or apostrophe parts it from the next word. */
  readonly joinsNext: boolean;
};

/** A name of the gazetteer found in a text. */
export type NameMatch = TextSpan & {
  readonly key: string;
  readonly candidates: readonly Candidate[];
  /** Positions of its first and last word. */
  readonly first: number;
  readonly last: number;
  readonly isGlued: boolean;
};

/** Words of the longest name looked for. */
const longest = 6;
/** From here on a place is known well enough to be told from a word before it. */
const wellKnown = 3;

/** What joins two words of a name. */
const joining = new Set(
  Array.from(" \u00a0\u202f'’ʼ`´\u2010\u2011\u2012\u2013-", (unit) => unit.charCodeAt(0)),
);

/** The words of a text as the gazetteer knows them. */
export function readTokens(text: string, gazetteer: Gazetteer): Token[] {
  const tokens: Token[] = [];
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = endOfWord(text, start);
    const next = nextWord(text, end);
    const joinsNext = next === end + 1 && next < text.length && joining.has(text.charCodeAt(end));
    tokens.push({ start, end, word: gazetteer.readWord(text, start, end), joinsNext });
    start = next;
  }
  return tokens;
}

/** Names in the text, the longest first from left to right, not overlapping. What is known not to be a place is passed over. */
export function matchNames(tokens: readonly Token[], gazetteer: Gazetteer): NameMatch[] {
  const found: NameMatch[] = [];
  let at = 0;
  while (at < tokens.length) {
    const step = longestAt(tokens, at, gazetteer);
    if (step.match !== null) found.push(step.match);
    at += step.taken;
  }
  return found;
}

type Step = { readonly match: NameMatch | null; readonly taken: number };

function longestAt(tokens: readonly Token[], first: number, gazetteer: Gazetteer): Step {
  const head = tokens[first]?.word;
  const counts = head?.mayBegin ? possibleCounts(tokens, first, head, gazetteer) : 0;
  for (let count = counts === 0 ? 0 : longest; count > 0; count--) {
    if ((counts & (1 << count)) === 0) continue;
    const key = keyOf(tokens, first, count);
    if (gazetteer.isNotAPlace(key)) return { match: null, taken: count };
    const candidates = readable(tokens.slice(first, first + count), key, gazetteer);
    if (candidates.length === 0) continue;
    if (count > 1 && beginsWithCommonWord(tokens, first, count, gazetteer)) return { match: null, taken: 1 };
    return { match: matchOf(tokens, first, { key, candidates, count }), taken: count };
  }
  return gluedAt(tokens, first, gazetteer);
}

/** A bit for each number of words from `first` on that may be a name; `head` is what is taken of the first of them. */
function possibleCounts(
  tokens: readonly Token[],
  first: number,
  head: Pick<KnownWord, 'hash' | 'isCapital'>,
  gazetteer: Gazetteer,
): number {
  let { hash } = head;
  let counts = gazetteer.mayKnow(hash, head.isCapital) ? 2 : 0;
  for (let count = 1; count < longest && tokens[first + count - 1]?.joinsNext; count++) {
    const next = tokens[first + count];
    if (next === undefined) break;
    hash = joinHashes(hash, next.word);
    if (gazetteer.mayKnow(hash, head.isCapital)) counts |= 2 << count;
  }
  return counts;
}

/** The key of `count` words from `first` on. */
function keyOf(tokens: readonly Token[], first: number, count: number): string {
  let key = '';
  for (let at = first; at < first + count; at++) key += tokens[at]?.word.folded ?? '';
  return key;
}

/** The candidates these words can stand for: capitals where names have them, small words only where the name has the same. */
function readable(tokens: readonly Token[], key: string, gazetteer: Gazetteer): readonly Candidate[] {
  const [head] = tokens;
  if (head === undefined || !gazetteer.has(key)) return [];
  if (!head.word.isCapital && !gazetteer.needsNoCapital(key)) return [];
  if (tokens.length === 1 && (commonWords.has(key) || key.length < 2)) return [];
  const candidates = gazetteer.candidates(key);
  if (gazetteer.needsNoCapital(key) || tokens.every(({ word }) => word.isCapital)) return candidates;
  const folded = tokens.map(({ word }) => word.folded);
  return candidates.filter(({ place }) => hasWords(place, folded));
}

/** “In Gao” at the start of a sentence is not the village of Ingao. */
function beginsWithCommonWord(
  tokens: readonly Token[],
  first: number,
  count: number,
  gazetteer: Gazetteer,
): boolean {
  if (!commonWords.has(tokens[first]?.word.folded ?? '')) return false;
  const rest = tokens.slice(first + 1, first + count);
  return readable(rest, keyOf(rest, 0, rest.length), gazetteer).some(
    ({ importance }) => importance >= wellKnown,
  );
}

function matchOf(
  tokens: readonly Token[],
  first: number,
  { key, candidates, count }: { key: string; candidates: readonly Candidate[]; count: number },
): NameMatch {
  const last = first + count - 1;
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start, key, candidates, first, last, isGlued: false };
}

/**
 * A name that hangs on a function word: “Barsaloghoin the north”, “province ofthree borders”. Stripped markup leaves
 * such words.
 */
function gluedAt(tokens: readonly Token[], first: number, gazetteer: Gazetteer): Step {
  const token = tokens[first];
  if (token === undefined) return { match: null, taken: 1 };
  const { gluedName } = token.word;
  if (gluedName === null) return gluedBefore(tokens, first, gazetteer);
  const { start } = token;
  const end = start + gluedName.key.length;
  return { match: { ...gluedName, start, end, first, last: first, isGlued: true }, taken: 1 };
}

function gluedBefore(tokens: readonly Token[], first: number, gazetteer: Gazetteer): Step {
  const token = tokens[first];
  for (const { length, hash } of token?.joinsNext ? token.word.gluedStarts : []) {
    const counts = possibleCounts(tokens, first, { hash, isCapital: false }, gazetteer);
    for (let count = counts === 0 ? 0 : longest; count > 1; count--) {
      if ((counts & (1 << count)) === 0) continue;
      const key = keyOf(tokens, first, count).slice(length);
      if (!gazetteer.needsNoCapital(key)) continue;
      const candidates = gazetteer.candidates(key);
      const { end, last } = matchOf(tokens, first, { key, candidates, count });
      const start = (token?.start ?? 0) + length;
      return { match: { start, end, key, candidates, first, last, isGlued: true }, taken: count };
    }
  }
  return { match: null, taken: 1 };
}
