import { measureOffsets } from '#core/text/offsets.ts';
import type { TextSpan } from '#core/text/span.ts';
import { fitName } from './quote-name.ts';

/** How a program counts the places of its texts. REFI-QDA asks for code points, of the text as it is stored. */
export type Counting = {
  readonly unit: 'code-point' | 'utf-16';
  /** A line end counts as it is stored, or as one character (of a file with CRLF), or as two (of one with LF). */
  readonly lineEnd: 'as-stored' | 'as-one' | 'as-two';
  readonly byteOrderMark: 'counted' | 'passed-over';
};

/** A text as it is stored, its byte order mark included, with its selections as the program counts them. */
export type CountedText = {
  readonly raw: string;
  readonly selections: readonly (TextSpan & { readonly name: string })[];
};

/** Which counting was found, and by what. */
export type CountingFound = {
  readonly counting: Counting;
  /**
   * `names`: the selections are named by the words that stand there; `word-ends`: they begin and end where words do,
   * and clearly not so under another counting; `rule`: nothing tells, and the format's rule was taken.
   */
  readonly ground: 'names' | 'word-ends' | 'rule';
  /** Selections that were looked at, and of them those whose name stands where they begin. */
  readonly looked: number;
  readonly fitting: number;
  /** Words of passages that would stand elsewhere under another counting which fits as well. */
  readonly unsure: readonly string[];
};

/** The likeliest first: that is the one taken when several fit alike. */
const conventions: readonly Counting[] = (['code-point', 'utf-16'] as const).flatMap((unit) =>
  (['as-stored', 'as-one', 'as-two'] as const).flatMap((lineEnd) =>
    (['passed-over', 'counted'] as const).map((byteOrderMark) => ({ unit, lineEnd, byteOrderMark })),
  ),
);

/** More selections make the answer no surer. */
const mostLooked = 2_000;

/** The text as a program with this counting sees it. */
export function asCounted(raw: string, { lineEnd, byteOrderMark }: Counting): string {
  const marked = byteOrderMark === 'counted' ? raw : raw.replace(/^\ufeff/, '');
  if (lineEnd === 'as-one') return marked.replaceAll('\r\n', '\n');
  return lineEnd === 'as-two' ? marked.replace(/\r?\n/g, '\r\n') : marked;
}

/** Turns places counted in `unit` into UTF-16 indices of `text`; `null` for one that it doesn't have. */
export function toIndex(text: string, unit: Counting['unit']): (place: number) => number | null {
  if (unit === 'code-point') return measureOffsets(text).fromCodePoint;
  return (place) => (Number.isInteger(place) && place >= 0 && place <= text.length ? place : null);
}

/**
 * Find out how the program that wrote `texts` counted, by trying every convention on the selections. A program that is
 * known to follow the rule (`isByRule`) is only doubted where names say otherwise.
 */
export function detectCounting(texts: readonly CountedText[], isByRule: boolean): CountingFound {
  const sample = takeSample(texts);
  const looked = sample.reduce((sum, { selections }) => sum + selections.length, 0);
  const scores: Score[] = [];
  for (const counting of conventions) {
    const score = tryCounting(sample, counting);
    scores.push(score);
    // Nothing can fit better, and no other convention is likelier.
    if (isByRule && score.fitting === score.named) break;
    if (looked > 0 && score.whole === looked && score.wordEnds === 2 * looked) break;
  }
  return choose(scores, looked);
}

type Score = {
  readonly counting: Counting;
  readonly named: number;
  readonly fitting: number;
  /** Names that are all the words of their selection, and not only the beginning of them. */
  readonly whole: number;
  /** Ends of selections where words end, and beginnings where they begin. */
  readonly wordEnds: number;
  readonly words: readonly string[];
};

function choose(scores: readonly Score[], looked: number): CountingFound {
  const [rule] = scores;
  if (rule === undefined) throw new Error('no convention was tried');
  const mostFitting = Math.max(...scores.map(({ fitting }) => fitting));
  // Where most names are not the words, the few that seem to be may be so by chance.
  const tellsByName = rule.named > 0 && mostFitting * 2 >= rule.named;
  const worth = ({ fitting, whole, wordEnds }: Score) =>
    (tellsByName ? fitting * 10 * (looked + 1) + whole : 0) + wordEnds;
  const likeliest = scores.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const isProved = tellsByName || isConvincing(likeliest, scores, looked);
  const best = isProved ? likeliest : rule;
  const rivals = scores.filter((score) => worth(score) >= worth(best));
  return {
    counting: best.counting,
    ground: tellsByName ? 'names' : isProved ? 'word-ends' : 'rule',
    looked,
    fitting: best.fitting,
    unsure: best.words.filter((word, at) => rivals.some(({ words }) => words[at] !== word)),
  };
}

/** Whether nearly all selections end where words do, and do so clearly less under any counting that moves them. */
function isConvincing({ wordEnds, words }: Score, scores: readonly Score[], looked: number): boolean {
  const margin = Math.max(2, Math.ceil(0.2 * looked));
  const others = scores.filter((score) => score.words.some((word, at) => word !== words[at]));
  return (
    looked > 0 && wordEnds >= 1.8 * looked && others.every((score) => score.wordEnds <= wordEnds - margin)
  );
}

/** Some selections of every text. */
function takeSample(texts: readonly CountedText[]): CountedText[] {
  const each = Math.max(4, Math.ceil(mostLooked / Math.max(1, texts.length)));
  let left = mostLooked;
  const sample: CountedText[] = [];
  for (const { raw, selections } of texts) {
    if (left <= 0) break;
    const step = Math.max(1, selections.length / each);
    const taken = Array.from({ length: Math.min(each, left, selections.length) }, (_, index) => {
      return selections[Math.floor(index * step)];
    }).flatMap((selection) => selection ?? []);
    if (taken.length > 0) sample.push({ raw, selections: taken });
    left -= taken.length;
  }
  return sample;
}

function tryCounting(texts: readonly CountedText[], counting: Counting): Score {
  const looks = texts.flatMap(({ raw, selections }) => {
    const text = asCounted(raw, counting);
    const find = toIndex(text, counting.unit);
    return selections.map(({ start, end, name }) =>
      look(text, { start: find(start) ?? -1, end: find(end) ?? -1 }, name),
    );
  });
  return {
    counting,
    named: looks.filter(({ isNamed }) => isNamed).length,
    fitting: looks.filter(({ isFitting }) => isFitting).length,
    whole: looks.filter(({ isWhole }) => isWhole).length,
    wordEnds: looks.reduce((sum, { wordEnds }) => sum + wordEnds, 0),
    words: looks.map(({ words }) => words),
  };
}

function look(text: string, { start, end }: TextSpan, name: string) {
  const isNamed = name.trim() !== '';
  if (start < 0 || start >= end) return { isNamed, isFitting: false, isWhole: false, wordEnds: 0, words: '' };
  const stored = text.slice(start, end);
  const fit = isNamed ? fitName(stored, name) : 'none';
  return {
    isNamed,
    isFitting: fit !== 'none',
    isWhole: fit === 'whole',
    wordEnds: fit === 'whole' ? 2 : Number(startsWord(text, start)) + Number(endsWord(text, end)),
    words: stored.replace(/\r\n/g, '\n').replace(/\ufeff/g, ''),
  };
}

const letter = /[\p{L}\p{M}\p{N}\ud800-\udfff]/u;

function startsWord(text: string, at: number): boolean {
  return !/\s/.test(text.charAt(at)) && !isInWord(text, at);
}

function endsWord(text: string, at: number): boolean {
  return !/\s/.test(text.charAt(at - 1)) && !isInWord(text, at);
}

function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
}
