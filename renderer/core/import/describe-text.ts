import type { Article, Field, Language, NoiseSpan } from '#core/article.ts';
import { detectLanguage } from './detect-language.ts';
import { findCredits } from './find-credits.ts';
import { findDate } from './find-date.ts';
import { findNoise, mergeNoise } from './find-noise.ts';
import { findTitle } from './find-title.ts';
import { type Line, readLines } from './lines.ts';
import type { PageFacts } from './page-facts.ts';
import { readLayout } from './read-layout.ts';
import { parseMarkupDate } from './stated-date.ts';
import { titleText } from './title-text.ts';

/** What is known of a text besides its characters. */
type Given = {
  readonly fileName: string;
  /** What the page said of itself; `null` for plain text. */
  readonly facts: PageFacts | null;
  /** Boilerplate by the page's markup. */
  readonly noise: readonly NoiseSpan[];
};

type Described = Pick<
  Article,
  'noise' | 'title' | 'language' | 'publishedAt' | 'publisher' | 'carrier' | 'byline' | 'address'
>;

/** Describe a canonical text: what it states about itself, and which parts of it are boilerplate. */
export function describeText(text: string, given: Given): Described {
  const layout = readLayout(readLines(text));
  const { facts } = given;
  const found = findTitle(layout, given.fileName);
  const titleLine = facts?.title ? lineOf(layout.lines, facts.title) : found.line;
  const noise = mergeNoise(text, given.noise, findNoise(layout, titleLine));
  const credits = findCredits(text, layout);
  const date = facts?.date ?? (facts?.published ? parseMarkupDate(facts.published) : null);
  const fromMarkup = statedBy(facts);
  return {
    noise,
    title: facts?.title ? fromMarkup(facts.title, titleLine) : found.field,
    language: language(text, noise, facts),
    publishedAt: date ? fromMarkup(date, null) : findDate(layout),
    ...withSite(credits, facts),
    byline: statedByline(credits.byline, facts),
    ...(facts?.address ? { address: fromMarkup(facts.address, null) } : {}),
  };
}

/** The line that prints the title the page states in its markup. */
function lineOf(lines: readonly Line[], title: string): Line | null {
  return lines.slice(0, 10).find(({ text }) => titleText(text) === title) ?? null;
}

/** Makes fields of what the file says of itself. */
function statedBy(facts: PageFacts | null) {
  const reason = facts?.ground ?? 'meta';
  return <Value>(value: Value, line: Line | null): Field<Value> => {
    const evidence = line ? { start: line.start, end: line.end } : null;
    return { value, basis: 'stated', evidence, reason };
  };
}

/** Headers and columns name the author of what they head; a page's markup often names the site's. */
function statedByline(credited: Field<string> | null, facts: PageFacts | null): Field<string> | null {
  const own = facts?.byline ? statedBy(facts)(facts.byline, null) : null;
  const wins = facts?.ground === 'mail' || facts?.ground === 'column';
  return wins ? (own ?? credited) : (credited ?? own);
}

/** The site published what it credits to no one, and handed on what it credits to another. */
function withSite({ publisher, carrier }: ReturnType<typeof findCredits>, facts: PageFacts | null) {
  const fromMarkup = statedBy(facts);
  const site = facts?.siteName ? fromMarkup(facts.siteName, null) : null;
  if (facts?.publisher || facts?.carrier)
    return {
      publisher: facts.publisher ? fromMarkup(facts.publisher, null) : publisher,
      carrier: facts.carrier ? fromMarkup(facts.carrier, null) : carrier,
    };
  if (!site) return { publisher, carrier };
  const credited = publisher?.basis === 'stated' && publisher.value !== site.value;
  return credited ? { publisher, carrier: carrier ?? site } : { publisher: site, carrier };
}

function language(text: string, noise: readonly NoiseSpan[], facts: PageFacts | null): Field<Language> {
  const found = detectLanguage(text, noise);
  if (found.value !== 'und') return found;
  const said = /^(en|fr|ar)\b/i.exec(facts?.language ?? '')?.[1]?.toLowerCase();
  return said ? statedBy(facts)(said as Language, null) : found;
}
