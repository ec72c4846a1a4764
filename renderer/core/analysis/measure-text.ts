import type { NoiseSpan } from '#core/article.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import { withoutSpans } from './span-set.ts';

/** Where the body of an article lies: what a reader reads, without the boilerplate. */
export type TextMeasure = {
  /** Where every paragraph begins, boilerplate or not. */
  readonly paragraphStarts: Int32Array;
  /** Start and end of the stretches of body text, in order: paragraphs, parted where boilerplate stands in them. */
  readonly body: Int32Array;
  /** Start and end of the paragraphs with any body text, in order. */
  readonly bodyParagraphs: Int32Array;
  /** In UTF-16 units. */
  readonly bodyLength: number;
};

/** Measure a canonical text. Paragraphs without a letter or digit outside of the noise are no body. */
export function measureText(text: string, noise: readonly NoiseSpan[]): TextMeasure {
  const all = paragraphs(text);
  const sorted = [...noise].sort((a, b) => a.start - b.start);
  const body: number[] = [];
  const bodyParagraphs: number[] = [];
  let bodyLength = 0;
  let next = 0;
  for (const paragraph of all) {
    while (next < sorted.length && (sorted[next]?.end ?? 0) <= paragraph.start) next += 1;
    const pieces = withoutSpans(paragraph, sorted, next).filter(({ start, end }) =>
      letter.test(text.slice(start, end)),
    );
    if (pieces.length === 0) continue;
    bodyParagraphs.push(paragraph.start, paragraph.end);
    for (const { start, end } of pieces) {
      body.push(start, end);
      bodyLength += end - start;
    }
  }
  return {
    paragraphStarts: Int32Array.from(all, ({ start }) => start),
    body: Int32Array.from(body),
    bodyParagraphs: Int32Array.from(bodyParagraphs),
    bodyLength,
  };
}

const letter = /[\p{L}\p{N}]/u;
