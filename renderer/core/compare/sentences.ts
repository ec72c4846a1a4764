import type { Language, NoiseSpan } from '#core/article.ts';
import { fold } from '#core/text/fold.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';

/** A sentence of an article's text, ready to be compared. */
export type Sentence = TextSpan & {
  /** Its words, folded, in order. */
  readonly words: readonly string[];
};

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of a canonical text in order, without the white space around them. A sentence never goes beyond its
 * line. Left out: what has no word, and what lies wholly in boilerplate.
 */
export function listSentences(
  text: string,
  { noise, language }: { readonly noise: readonly NoiseSpan[]; readonly language: Language },
): Sentence[] {
  const segmenter = segmenterFor(language);
  const sorted = [...noise].sort((a, b) => a.start - b.start);
  let next = 0;
  return paragraphs(text).flatMap((line) => {
    while ((sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    const near = spansUpTo(sorted, next, line.end);
    return Array.from(segmenter.segment(text.slice(line.start, line.end)), ({ index, segment }) => {
      const start = line.start + index + (segment.length - segment.trimStart().length);
      return { start, end: line.start + index + segment.trimEnd().length };
    })
      .filter(
        (span) =>
          span.start < span.end && !near.some((one) => one.start <= span.start && span.end <= one.end),
      )
      .map((span) => ({ ...span, words: listWords(text, span).map(({ folded }) => folded) }))
      .filter((sentence) => sentence.words.length > 0);
  });
}

/** A word as it reads once folded, and where it stands in the text. */
export type FoldedWord = TextSpan & { readonly folded: string };

/** The words of a stretch of text, in order. */
export function listWords(text: string, { start, end }: TextSpan): FoldedWord[] {
  return words(text.slice(start, end))
    .map((word) => ({ start: start + word.start, end: start + word.end }))
    .map((word) => ({ ...word, folded: fold(text.slice(word.start, word.end)) }))
    .filter(({ folded }) => folded !== '');
}

/** The number of the sentence that holds an offset, else of the last one before it; -1 before the first. */
export function sentenceAt(sentences: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function segmenterFor(language: Language): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
}

/** The noise, from number `from` on, that begins before `end`. */
function spansUpTo(sorted: readonly NoiseSpan[], from: number, end: number): readonly NoiseSpan[] {
  let to = from;
  while ((sorted[to]?.start ?? Number.POSITIVE_INFINITY) < end) to++;
  return sorted.slice(from, to);
}
