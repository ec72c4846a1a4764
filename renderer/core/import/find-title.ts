import type { Field } from '#core/article.ts';
import { fold } from '#core/text/fold.ts';
import { breaksSentence, endsSentence, type Line } from './lines.ts';
import type { Layout } from './read-layout.ts';
import { parseStatedDate } from './stated-date.ts';
import { titleText } from './title-text.ts';

export type FoundTitle = {
  readonly field: Field<string>;
  /** The headline's line; `null` for a title that was worked out. */
  readonly line: Line | null;
};

const titleLabel = /^(?:title|titre|headline)\s*:\s*(?=\S)/i;
/** Characters a printed headline has at most. */
const headlineLength = 220;

/**
 * The headline a text prints above its body, otherwise its first sentence, marked as derived. `fileName` is the last
 * resort of a text without words.
 */
export function findTitle(layout: Layout, fileName: string): FoundTitle {
  const labelled = layout.lines.slice(0, 10).find((line) => titleLabel.test(line.text));
  if (labelled) {
    const value = titleText(labelled.text.replace(titleLabel, ''));
    if (value !== '') return stated(labelled, value, 'label');
  }
  const line = headline(layout);
  if (line) return stated(line, titleText(line.text), 'heading');
  return { field: derived(layout, fileName), line: null };
}

function stated(line: Line, value: string, reason: string): FoundTitle {
  const evidence = { start: line.start, end: line.end };
  return { field: { value, basis: 'stated', evidence, reason }, line };
}

function headline({ header, kinds }: Layout): Line | null {
  const candidates = header.filter((line) => !kinds.has(line) && isHeadline(line));
  // Of a teaser cut with an ellipsis and the whole title, the whole one; of a kicker and a title, the longer.
  const printedTwice = candidates.find((line) =>
    header.some((other) => other !== line && sameWords(other.text, line.text)),
  );
  return printedTwice ?? candidates.find((line) => line.words >= 4) ?? candidates[0] ?? null;
}

function isHeadline({ text, words: count }: Line): boolean {
  if (text.length > headlineLength || count < 3) return false;
  if (/[.,;:…]$/u.test(text) && !/\b\p{Lu}\.$/u.test(text)) return false;
  if (/^(?:by|par|source|author|auteur)\b\s*:?\s/i.test(text) && count <= 6) return false;
  if (/\s[>»/]\s.*\s[>»/]\s/.test(text)) return false;
  return !breaksSentence(text) && !parseStatedDate(text) && titleText(text) !== '';
}

/** Whether two lines print the same words. */
export function sameWords(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 20 || a.length > 2 * headlineLength) return false;
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function derived({ lines, header, body, kinds }: Layout, fileName: string): Field<string> {
  const own = (one: Line) => !kinds.has(one);
  // A short first sentence stands in the header; labels and names there do not end like one.
  const line =
    header.find((one) => own(one) && one.words > 2 && endsSentence(one.text)) ?? body.find(own) ?? lines[0];
  const sentence = line ? firstSentence(line.text) : '';
  const value = titleText(sentence);
  if (line && /[\p{L}\p{N}]/u.test(value)) {
    const evidence = { start: line.start, end: line.start + sentence.length };
    return { value, basis: 'derived', evidence, reason: 'first-sentence' };
  }
  const named = titleText(fileName.replace(/\.[a-z0-9]{1,5}$/i, ''));
  return { value: named === '' ? '—' : named, basis: 'derived', evidence: null, reason: 'file-name' };
}

function firstSentence(text: string): string {
  const start = text.slice(0, 2000);
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(start)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.trimEnd();
  }
  return start;
}
