import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { type Candidate, type Gazetteer, hasWords } from './create-gazetteer.ts';
import { commonWords, stickyWords } from './mention-words.ts';

/** A word of a text. */
export type Token = TextSpan & {
  readonly folded: string;
  readonly isCapital: boolean;
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
/** A name must be this long to be looked for inside a word. */
const shortestGlued = 6;
/** From here on a place is known well enough to be told from a word before it. */
const wellKnown = 3;

/** The words of a text, folded. */
export function readTokens(text: string): Token[] {
  const spans = words(text);
  return spans.map(({ start, end }, at) => {
    const next = spans[at + 1];
    return {
      start,
      end,
      folded: fold(text.slice(start, end)),
      isCapital: /^\p{Lu}/u.test(text.slice(start, start + 2)),
      joinsNext:
        next !== undefined && /^[ \u00a0\u202f'’ʼ`´\u2010-\u2013-]$/u.test(text.slice(end, next.start)),
    };
  });
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
  const keys = keysFrom(tokens, first);
  for (let count = keys.length; count > 0; count--) {
    const key = keys[count - 1] ?? '';
    if (gazetteer.isNotAPlace(key)) return { match: null, taken: count };
    const candidates = readable(tokens.slice(first, first + count), key, gazetteer);
    if (candidates.length === 0) continue;
    if (count > 1 && beginsWithCommonWord(tokens, first, count, gazetteer)) return { match: null, taken: 1 };
    return { match: matchOf(tokens, first, { key, candidates, count }), taken: count };
  }
  return gluedAt(tokens, first, gazetteer);
}

/** The keys of one word, two words … from `first` on. */
function keysFrom(tokens: readonly Token[], first: number): string[] {
  const keys: string[] = [];
  let key = '';
  for (let at = first; at < tokens.length && at < first + longest; at++) {
    key += tokens[at]?.folded ?? '';
    keys.push(key);
    if (!tokens[at]?.joinsNext) break;
  }
  return keys;
}

/** The candidates these words can stand for: capitals where names have them, small words only where the name has the same. */
function readable(tokens: readonly Token[], key: string, gazetteer: Gazetteer): Candidate[] {
  const [head] = tokens;
  if (head === undefined || !gazetteer.has(key)) return [];
  if (!head.isCapital && !gazetteer.needsNoCapital(key)) return [];
  if (tokens.length === 1 && (commonWords.has(key) || key.length < 2)) return [];
  const candidates = gazetteer.candidates(key);
  if (gazetteer.needsNoCapital(key) || tokens.every((token) => token.isCapital)) return candidates;
  const folded = tokens.map((token) => token.folded);
  return candidates.filter(({ place }) => hasWords(place, folded));
}

/** “In Gao” at the start of a sentence is not the village of Ingao. */
function beginsWithCommonWord(
  tokens: readonly Token[],
  first: number,
  count: number,
  gazetteer: Gazetteer,
): boolean {
  if (!commonWords.has(tokens[first]?.folded ?? '')) return false;
  const rest = tokens.slice(first + 1, first + count);
  const key = rest.map((token) => token.folded).join('');
  return readable(rest, key, gazetteer).some(({ importance }) => importance >= wellKnown);
}

function matchOf(
  tokens: readonly Token[],
  first: number,
  { key, candidates, count }: { key: string; candidates: readonly Candidate[]; count: number },
): NameMatch | null {
  const last = first + count - 1;
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start, key, candidates, first, last, isGlued: false };
}

/**
 * A name that hangs on a function word: “Barsaloghoin the north”, “province ofthree borders”. Stripped markup leaves
 * such words; nothing shorter than six letters is cut out of one.
 */
function gluedAt(tokens: readonly Token[], first: number, gazetteer: Gazetteer): Step {
  const none: Step = { match: null, taken: 1 };
  const token = tokens[first];
  if (token === undefined || token.folded.length !== token.end - token.start) return none;
  if (token.isCapital) {
    for (const sticky of stickyWords) {
      const name = token.folded.slice(0, -sticky.length);
      if (name.length < shortestGlued || !token.folded.endsWith(sticky)) continue;
      const candidates = gazetteer.candidates(name);
      if (candidates.length === 0) continue;
      const { start } = token;
      const end = start + name.length;
      return { match: { start, end, key: name, candidates, first, last: first, isGlued: true }, taken: 1 };
    }
    return none;
  }
  return gluedBefore(tokens, first, gazetteer) ?? none;
}

function gluedBefore(tokens: readonly Token[], first: number, gazetteer: Gazetteer): Step | null {
  const token = tokens[first];
  if (token === undefined) return null;
  for (const sticky of stickyWords) {
    if (!token.folded.startsWith(sticky) || token.folded === sticky) continue;
    const keys = keysFrom(tokens, first).map((key) => key.slice(sticky.length));
    for (let count = keys.length; count > 1; count--) {
      const key = keys[count - 1] ?? '';
      if (!gazetteer.needsNoCapital(key)) continue;
      const last = first + count - 1;
      const start = token.start + sticky.length;
      const end = tokens[last]?.end ?? start;
      const candidates = gazetteer.candidates(key);
      return { match: { start, end, key, candidates, first, last, isGlued: true }, taken: count };
    }
  }
  return null;
}
