import { fold } from '#core/text/fold.ts';
import {
  collator,
  comparedLength,
  compareText,
  foldedBeginning,
  gradeText,
  type Passage,
} from './passages.ts';

/** What passages can be put in order by. */
export type PassageKey =
  | 'quote'
  | 'tags'
  | 'article'
  | 'publisher'
  | 'carrier'
  | 'date'
  | 'grade'
  | 'marks'
  | 'analyst'
  | 'note'
  | 'made';

/** A column and which way. */
export type PassageOrder = {
  readonly key: PassageKey;
  readonly direction: 'ascending' | 'descending';
};

/** Every passage there is, in the order of `listPassages`, and who the analysts are. */
export type PassageShelf = {
  readonly passages: readonly Passage[];
  /** What an analyst is called on the screen. */
  readonly analystName: (passage: Passage) => string;
};

/**
 * Put passages in order. Those that have nothing to compare (no date, no tag, no note) come last in either
 * direction; ties stay in the order of the articles and their text. `passages` are some of the shelf's, in its order.
 */
export function sortPassages(
  passages: readonly Passage[],
  { key, direction }: PassageOrder,
  shelf: PassageShelf,
): Passage[] {
  const { ranks, most } = ranksOf(shelf, key);
  const sign = direction === 'ascending' ? 1 : -1;
  // Ranks and numbers in one: sorting plain numbers is many times faster than comparing passages.
  const scale = Math.max(1, passages.length);
  const keys = Float64Array.from(passages, ({ place }, index) => {
    const rank = ranks[place] ?? none;
    return (rank === none ? most + 1 : sign === 1 ? rank : most - rank) * scale + index;
  });
  return Array.from(keys.sort(), (value) => passages[value % scale]).filter((one) => one !== undefined);
}

/** The rank of a passage that has nothing to compare. */
const none = -1;

type Ranks = { readonly ranks: Int32Array; readonly most: number };

/** The ranks of a shelf by column: worked out once, at the first sorting. */
const known = new WeakMap<PassageShelf, Map<PassageKey, Ranks>>();

function ranksOf(shelf: PassageShelf, key: PassageKey): Ranks {
  const own = known.get(shelf) ?? new Map<PassageKey, Ranks>();
  known.set(shelf, own);
  const ranks = own.get(key) ?? rankAll(shelf, key);
  own.set(key, ranks);
  return ranks;
}

function rankAll(shelf: PassageShelf, key: PassageKey): Ranks {
  const values = shelf.passages.map((passage) => readKey(passage, key, shelf));
  const compare = key === 'quote' || key === 'note' ? compareText : collator.compare;
  const sorted = [...new Set(values)].filter((value) => value !== '').sort(compare);
  const rankByValue = new Map<string, number>();
  let rank = none;
  let last: string | null = null;
  for (const value of sorted) {
    if (last === null || compare(last, value) !== 0) rank += 1;
    rankByValue.set(value, rank);
    last = value;
  }
  return { ranks: Int32Array.from(values, (value) => rankByValue.get(value) ?? none), most: rank };
}

function readKey(passage: Passage, key: PassageKey, shelf: PassageShelf): string {
  const { highlight, article, tagPaths } = passage;
  switch (key) {
    case 'quote':
      return foldedBeginning(highlight);
    case 'note':
      return fold(highlight.note.trimStart().slice(0, comparedLength));
    case 'tags':
      return tagPaths.join('; ');
    case 'article':
      return article?.title.value ?? '';
    case 'publisher':
      return article?.publisher?.value ?? '';
    case 'carrier':
      return article?.carrier?.value ?? '';
    case 'date':
      return article?.publishedAt?.value.iso ?? '';
    case 'grade':
      return gradeText(highlight.grade);
    case 'marks':
      return highlight.marks?.join(' ') ?? '';
    case 'analyst':
      return shelf.analystName(passage);
    case 'made':
      return highlight.createdAt;
  }
}
