import search from 'approx-string-match';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import type { Anchor } from './highlight.ts';

/** Where a lost passage may stand: a suggestion with what speaks for it, never taken without the analyst. */
export type SuggestedPlace = {
  readonly span: TextSpan;
  /** From 0 to 1, of the quote, of what stands before it and of what stands behind it; 1: letter by letter. */
  readonly quote: number;
  readonly prefix: number;
  readonly suffix: number;
  /** From 0 to 1: quote 50, prefix 20, suffix 20, place 2 (the weights Hypothesis' client uses). */
  readonly score: number;
  /** Far enough ahead of all others, and alike enough, that a careful reader would think of no other. */
  readonly isLikely: boolean;
};

/** Below this a suggestion would be noise. */
const floor = 0.5;
/** What makes a suggestion likely. */
const likely = { score: 0.85, lead: 0.1, context: 0.5, length: 12 };
const shown = 3;

/** A pattern up to this length is looked for whole; of a longer one its head and its tail. */
const wholeLength = 512;
const headLength = 200;

/**
 * Places in `text` whose words read like the anchor's, best first, three at most: for passages that have lost theirs.
 * A quote of less than twelve units is only looked for letter by letter. Myers' approximate matching; a text of
 * 100,000 words takes some tens of milliseconds.
 */
export function suggestPlaces(anchor: Anchor, text: string): SuggestedPlace[] {
  const found = distinct(candidates(anchor.exact, text).map((span) => judge(anchor, text, span)));
  const ranked = found.filter(({ score }) => score >= floor).sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  const isClear =
    best !== undefined &&
    best.score >= likely.score &&
    best.score - (second?.score ?? 0) >= likely.lead &&
    Math.min(best.prefix, best.suffix) >= likely.context &&
    anchor.exact.length >= likely.length;
  return ranked.slice(0, shown).map((place) => ({ ...place, isLikely: isClear && place === best }));
}

type Judged = Omit<SuggestedPlace, 'isLikely'>;

function judge(anchor: Anchor, text: string, { start, end }: TextSpan): Judged {
  const span = wholeWords(text, { start, end });
  const quote = likeness(text.slice(span.start, span.end), anchor.exact);
  const reach = (context: string) => context.length * 2;
  const prefix = likeness(
    text.slice(Math.max(0, span.start - reach(anchor.prefix)), span.start),
    anchor.prefix,
  );
  const suffix = likeness(text.slice(span.end, span.end + reach(anchor.suffix)), anchor.suffix);
  const place = 1 - Math.min(1, Math.abs(span.start - anchor.start) / Math.max(1, text.length));
  return { span, quote, prefix, suffix, score: (50 * quote + 20 * prefix + 20 * suffix + 2 * place) / 92 };
}

/** How much of `wanted` is found in `text`: 1 less the share of letters to be changed. */
function likeness(text: string, wanted: string): number {
  if (wanted === '') return 1;
  if (text === '') return 0;
  const pattern = wanted.slice(0, 2 * wholeLength);
  const [best] = search(text.slice(0, 4 * wholeLength), pattern, pattern.length);
  return best === undefined ? 0 : 1 - best.errors / pattern.length;
}

/** Rough places of the quote, one for each stretch of the text that has any. */
function candidates(exact: string, text: string): TextSpan[] {
  if (exact.length < likely.length) return exactly(exact, text);
  if (exact.length <= wholeLength) return nearly(exact, text);
  return nearly(exact.slice(0, headLength), text).flatMap(({ start }) => {
    const from = start + Math.floor(exact.length / 2);
    const [tail] = nearly(exact.slice(-headLength), text.slice(from, start + exact.length * 2));
    const end = tail === undefined ? start + exact.length : from + tail.end;
    return end > start && end <= text.length ? [{ start, end }] : [];
  });
}

function exactly(exact: string, text: string): TextSpan[] {
  const found: TextSpan[] = [];
  for (let at = text.indexOf(exact); at !== -1 && found.length < 50; at = text.indexOf(exact, at + 1))
    found.push({ start: at, end: at + exact.length });
  return found;
}

/** The best matches of every stretch of the text, and the best beside them, so that the second best is known too. */
function nearly(pattern: string, text: string): TextSpan[] {
  const most = Math.min(256, Math.floor(pattern.length / 2));
  const overlap = pattern.length * 2;
  const stretch = Math.max(2_000, overlap * 4);
  const found: (TextSpan & { readonly errors: number })[] = [];
  for (let from = 0; from === 0 || from + overlap < text.length; from += stretch - overlap) {
    let part = text.slice(from, from + stretch);
    for (let round = 0; round < 2; round++) {
      const matches = search(part, pattern, most);
      for (const { start, end, errors } of matches)
        found.push({ start: from + start, end: from + end, errors });
      for (const { start, end } of matches) part = blank(part, start, end);
    }
  }
  return found.sort((a, b) => a.errors - b.errors).slice(0, 40);
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + '\0'.repeat(end - start) + text.slice(end);
}

/** Ends that cut a word are drawn to the word's own. */
function wholeWords(text: string, { start, end }: TextSpan): TextSpan {
  const from = Math.max(0, start - 40);
  const low = words(text.slice(from, start + 40)).find(
    (word) => from + word.start < start && start < from + word.end,
  );
  const back = Math.max(0, end - 40);
  const high = words(text.slice(back, end + 40)).find(
    (word) => back + word.start < end && end < back + word.end,
  );
  const first = low === undefined ? start : nearer(start, from + low.start, from + low.end);
  const last = high === undefined ? end : nearer(end, back + high.start, back + high.end);
  return first < last ? { start: first, end: last } : { start, end };
}

function nearer(at: number, low: number, high: number): number {
  return at - low <= high - at ? low : high;
}

function distinct(places: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const place of [...places].sort((a, b) => b.score - a.score))
    if (!kept.some(({ span }) => span.start < place.span.end && place.span.start < span.end))
      kept.push(place);
  return kept;
}
