import { measureOffsets, type Offsets } from '#core/text/offsets.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { CountedSpan, ProjectHighlight } from './coding-project.ts';

/** Units of text put on each side of words that were found with other white space. */
const contextLength = 32;

/**
 * Bring passages that a file only points to into the terms of `text`, which they are to be found in.
 *
 * Offsets are counted as the format asks or as the other programs count, whichever gives more of the quoted words; those
 * that still do not give their words are dropped, and the words are left to be searched. Words that stand in the text
 * with other white space only (a page's line ends, a table's joined lines) become the text's own, when they stand there
 * once, or once with what is told to stand around them. Nothing else is touched.
 */
export function settlePassages(highlights: readonly ProjectHighlight[], text: string): ProjectHighlight[] {
  const counting = chooseCounting(highlights, text);
  let bare: BareText | null = null;
  return highlights.map(({ counted, ...highlight }) => {
    if (highlight.start !== null) return highlight;
    const span = counted === undefined ? null : counting(counted);
    // Without words the offsets prove nothing: whether this is the text they were counted on is for the caller to know.
    if (span !== null && fits(highlight, span, text)) return { ...highlight, ...span };
    const { exact } = highlight;
    if (exact === null || exact.trim() === '' || text.includes(exact)) return highlight;
    bare ??= withoutSpace(text);
    const found = findBare(highlight, bare);
    return found === null ? highlight : requote(highlight, text, found);
  });
}

/** How a span of the file becomes one of the text; `null` when the text has no such place. */
type Counting = (span: CountedSpan) => TextSpan | null;

/** Each convention is tried on all quotes; of equals the one the format asks for is taken. */
function chooseCounting(highlights: readonly ProjectHighlight[], text: string): Counting {
  const counted = highlights.flatMap((highlight) => highlight.counted ?? []);
  if (counted.length === 0) return () => null;
  const offsets = measureOffsets(text);
  const score = (unit: CountedSpan['unit']) =>
    highlights.filter((highlight) => {
      const span = highlight.counted ? toSpan(highlight.counted, unit, offsets, text) : null;
      return span !== null && highlight.exact !== null && fits(highlight, span, text);
    }).length;
  const scores = { 'code-point': score('code-point'), 'utf-16': score('utf-16') };
  return (span) => {
    const other = span.unit === 'utf-16' ? 'code-point' : 'utf-16';
    return toSpan(span, scores[other] > scores[span.unit] ? other : span.unit, offsets, text);
  };
}

function toSpan(
  { start, end }: CountedSpan,
  unit: CountedSpan['unit'],
  offsets: Offsets,
  text: string,
): TextSpan | null {
  const from = unit === 'utf-16' ? start : offsets.fromCodePoint(start);
  const to = unit === 'utf-16' ? end : offsets.fromCodePoint(end);
  if (from === null || to === null || from < 0 || from >= to || to > text.length) return null;
  return { start: from, end: to };
}

/** Whether the words at `span` are the quoted ones, or none are quoted. */
function fits({ exact }: ProjectHighlight, { start, end }: TextSpan, text: string): boolean {
  return exact === null || text.slice(start, end) === exact;
}

/** A text without its white space, and where each unit that is left stands in it. */
type BareText = { readonly text: string; readonly places: Uint32Array };

function withoutSpace(text: string): BareText {
  const places = new Uint32Array(text.length);
  let length = 0;
  const bare = text.replace(/\s+|[^\s]+/g, (run, at: number) => {
    if (/^\s/.test(run)) return '';
    for (let index = 0; index < run.length; index++) places[length++] = at + index;
    return run;
  });
  return { text: bare, places };
}

function findBare({ exact, prefix, suffix }: ProjectHighlight, bare: BareText): TextSpan | null {
  const words = strip(exact ?? '');
  const places: number[] = [];
  for (let at = bare.text.indexOf(words); at !== -1; at = bare.text.indexOf(words, at + 1)) {
    places.push(at);
    if (places.length > mostPlaces) return null;
  }
  const before = strip(prefix);
  const after = strip(suffix);
  // A side that is not told is empty, and agrees with any.
  const fitting = places.filter(
    (at) => bare.text.endsWith(before, at) && bare.text.startsWith(after, at + words.length),
  );
  const [only] = places.length === 1 ? places : fitting;
  if (only === undefined || (places.length > 1 && fitting.length > 1)) return null;
  const start = bare.places[only];
  const last = bare.places[only + words.length - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

/** More places than a person would look through are as good as none. */
const mostPlaces = 1_000;

function strip(text: string): string {
  return text.replace(/\s+/g, '');
}

function requote(highlight: ProjectHighlight, text: string, { start, end }: TextSpan): ProjectHighlight {
  return {
    ...highlight,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start).toWellFormed(),
    suffix: text.slice(end, end + contextLength).toWellFormed(),
  };
}
