import type { TextSpan } from '#core/text/span.ts';

/** One place that was damaged, in the damaged text, and how. */
export type Wound = TextSpan & { readonly way: Way };

/** What careless copying and translating machines do to a text, after the artefacts that the seed truth lists. */
export const ways = [
  'glue-words',
  'glue-small-word',
  'glue-sentences',
  'lose-stop-and-space',
  'lose-apostrophe',
  'cut-paragraph',
  'lose-accent',
  'turn-quote',
  'lose-quote',
  'stop-in-sentence',
  'double-stop',
  'turn-acronym',
  'leave-french',
] as const;

export type Way = (typeof ways)[number];

/** How one way goes at a text: what it looks for, and what it puts there; `null` to leave the place alone. */
type Blow = {
  readonly at: RegExp;
  readonly put: (match: RegExpExecArray, random: () => number) => string | null;
};

const apostrophe = "['’]";

const blows: Readonly<Record<Way, Blow>> = {
  'glue-words': { at: /\p{Ll}{3,} \p{Ll}{3,}/gu, put: ([found]) => found.replace(' ', '') },
  'glue-small-word': {
    at: /(?<!\p{L})(?:the|of|in|and|from|that|dans|avec|pour|des|les) \p{L}{4,}/gu,
    put: ([found]) => found.replace(' ', ''),
  },
  'glue-sentences': { at: /\p{Ll}{3,}[.!?] \p{Lu}\p{L}+/gu, put: ([found]) => found.replace(' ', '') },
  'lose-stop-and-space': { at: /\p{L}{3,}\. \p{Lu}\p{L}+/gu, put: ([found]) => found.replace('. ', '') },
  'lose-apostrophe': {
    at: new RegExp(`(?<!\\p{L})[ldLD]${apostrophe}\\p{L}{4,}`, 'gu'),
    put: ([found]) => found.replace(/['’]/, ''),
  },
  'cut-paragraph': {
    at: /(?: \S+){1,6}(?=\n|$)/gu,
    put: ([found], random) =>
      found
        .split(' ')
        .slice(0, Math.floor(random() * 2))
        .join(' '),
  },
  'lose-accent': {
    at: /\p{L}*[éèêàâîôûçïÉÈÀ]\p{L}*/gu,
    put: ([found], random) =>
      found.replace(/[éèêàâîôûçïÉÈÀ]/, ['?', '\ufffd', 'Ã', 'â€'][Math.floor(random() * 4)] ?? '?'),
  },
  'turn-quote': {
    at: /\p{L}+[.,]?[”»]|[“«]\p{L}+/gu,
    put: ([found]) => found.replace(/[“”«»]/, (mark) => turned.get(mark) ?? mark),
  },
  // What is left of it may be seen at either end.
  'lose-quote': {
    at: /[“«][^“”«»\n]{4,300}[”»]/gu,
    put: ([found], random) => (random() < 0.5 ? found.slice(1) : found.slice(0, -1)),
  },
  'stop-in-sentence': { at: /\p{L}{4,} \p{Ll}{3,}/gu, put: ([found]) => found.replace(' ', '. ') },
  'double-stop': { at: /\p{Ll}{3,}\. (?=\p{Lu})/gu, put: ([found]) => `${found}. ` },
  'turn-acronym': {
    at: /(?<![\p{L}\p{N}-])\p{Lu}{3,5}(?![\p{L}\p{N}-])/gu,
    put: ([found]) =>
      found.charAt(0) === found.charAt(1) ? null : `${found.charAt(1)}${found.charAt(0)}${found.slice(2)}`,
  },
  'leave-french': {
    at: /(?<=\p{Lu}\p{Ll}+ )of (?:the )?(?=\p{Lu})|(?<=\d)(?:st|th|nd)(?!\p{L})/gu,
    put: ([found]) => (/^of/.test(found) ? 'du ' : 'ème'),
  },
};

const turned = new Map([
  ['“', '”'],
  ['”', '“'],
  ['«', '»'],
  ['»', '«'],
]);

/** Paragraphs that are damaged are running text. */
const shortestParagraph = 120;

/**
 * Damage `text` at about one place in `every` characters, each way as often as the others where it finds a place. The
 * same `random` damages in the same way.
 */
export function damage(
  text: string,
  { random, every }: { readonly random: () => number; readonly every: number },
): { readonly text: string; readonly wounds: readonly Wound[] } {
  const chosen = choose(text, random, Math.max(1, Math.floor(text.length / every)));
  let damaged = '';
  let last = 0;
  const wounds: Wound[] = [];
  for (const { start, end, way, put } of chosen) {
    damaged += text.slice(last, start);
    wounds.push({ start: damaged.length, end: damaged.length + Math.max(1, put.length), way });
    damaged += put;
    last = end;
  }
  return { text: damaged + text.slice(last), wounds };
}

type Hit = TextSpan & { readonly way: Way; readonly put: string };

function choose(text: string, random: () => number, most: number): Hit[] {
  const isProse = proseOf(text);
  const possible = new Map(
    ways.map((way) => [way, hits(text, way, random).filter(({ start }) => isProse(start))]),
  );
  const chosen: Hit[] = [];
  for (let tries = 0; tries < most * 20 && chosen.length < most; tries++) {
    const way = ways[Math.floor(random() * ways.length)] ?? 'glue-words';
    const places = possible.get(way) ?? [];
    const hit = places[Math.floor(random() * places.length)];
    // Between two wounds there is room, so that what is found belongs to one of them.
    if (hit !== undefined && chosen.every((one) => hit.end + 40 < one.start || one.end + 40 < hit.start))
      chosen.push(hit);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function hits(text: string, way: Way, random: () => number): Hit[] {
  const { at, put } = blows[way];
  return [...text.matchAll(at)].flatMap((match) => {
    const replaced = put(match as RegExpExecArray, random);
    const start = match.index;
    return replaced === null ? [] : [{ start, end: start + match[0].length, way, put: replaced }];
  });
}

function proseOf(text: string): (place: number) => boolean {
  return (place) => {
    const start = text.lastIndexOf('\n', place - 1) + 1;
    const end = text.indexOf('\n', place);
    return (end === -1 ? text.length : end) - start >= shortestParagraph;
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
