import type { Article, Field, Language, NoiseSpan } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { detectLanguage } from './detect-language.ts';
import { findAddress } from './find-address.ts';
import { findCredits } from './find-credits.ts';
import { findDate } from './find-date.ts';
import { findLanguages } from './find-languages.ts';
import { findNoise, mergeNoise } from './find-noise.ts';
import { findTitle, sameWords } from './find-title.ts';
import { findTranslation } from './find-translation.ts';
import { inferDate } from './infer-date.ts';
import { type Line, readLines } from './lines.ts';
import { findMailNoise } from './mail/mail-noise.ts';
import { type FactName, groundOf, type PageFacts } from './page-facts.ts';
import { type Layout, readLayout } from './read-layout.ts';
import { parseMarkupDate } from './stated-date.ts';
import { titleText } from './title-text.ts';

/** What is known of a text besides its characters. */
type Given = {
  readonly fileName: string;
  /** What the file, or what it came in, said of itself; `null` for plain text. */
  readonly facts: PageFacts | null;
  /** Boilerplate by the page's markup. */
  readonly noise: readonly NoiseSpan[];
};

type Described = Pick<
  Article,
  | 'noise'
  | 'title'
  | 'language'
  | 'publishedAt'
  | 'publisher'
  | 'carrier'
  | 'byline'
  | 'address'
  | 'inferredDate'
  | 'translation'
  | 'languages'
>;

/** Describe a canonical text: what it states about itself, and which parts of it are boilerplate. */
export function describeText(text: string, given: Given): Described {
  const layout = readLayout(readLines(text));
  const { facts, fileName } = given;
  const found = findTitle(layout, fileName);
  const titleLine = facts?.title ? lineOf(layout.lines, facts.title) : found.line;
  const noise = mergeNoise(text, given.noise, [...mailNoise(layout, facts), ...findNoise(layout, titleLine)]);
  const language = languageOf(text, noise, facts);
  const languages = findLanguages(text, language.value);
  const publishedAt = dateOf(layout, facts);
  const address = findAddress(layout, facts);
  const inferredDate =
    publishedAt === null
      ? inferDate({ text, noise, facts, address: address?.value ?? null, fileName })
      : null;
  const translation = findTranslation({ layout, facts, language: language.value, languages });
  return {
    noise,
    title: facts?.title ? stated(facts, 'title', facts.title, titleLine) : found.field,
    language,
    publishedAt,
    ...creditsOf(text, layout, facts),
    ...(address && { address }),
    ...(inferredDate && { inferredDate }),
    ...(translation && { translation }),
    ...(languages.length > 0 && { languages }),
  };
}

/** What a mail quotes, and how it is signed. */
function mailNoise({ lines }: Layout, facts: PageFacts | null): NoiseSpan[] {
  return facts?.ground === 'mail' ? findMailNoise(lines, facts.title ?? '') : [];
}

/** The line that prints the title the page states in its markup. */
function lineOf(lines: readonly Line[], title: string): Line | null {
  const first = lines.slice(0, 10);
  return (
    first.find(({ text }) => titleText(text) === title) ??
    first.find(({ text }) => sameWords(text, title)) ??
    null
  );
}

/** What the markup states, with where the text prints it too. */
function stated<Value>(
  facts: PageFacts,
  name: FactName,
  value: Value,
  printed: TextSpan | null,
): Field<Value> {
  const evidence = printed ? { start: printed.start, end: printed.end } : null;
  return { value, basis: 'stated', evidence, reason: groundOf(facts, name) };
}

/** The date that is stated, with where the text prints the same day. */
function dateOf(layout: Layout, facts: PageFacts | null): Article['publishedAt'] {
  const printed = findDate(layout);
  const date = facts?.date ?? (facts?.published ? parseMarkupDate(facts.published) : null);
  if (!facts || !date) return printed;
  const isSame = printed?.value.iso.slice(0, 10) === date.iso.slice(0, 10);
  return stated(facts, facts.date ? 'date' : 'published', date, isSame ? printed.evidence : null);
}

function creditsOf(text: string, layout: Layout, facts: PageFacts | null) {
  const { byline, ...credits } = creditsIn(text, layout, facts);
  const said = (name: 'byline' | 'publisher' | 'carrier') => {
    const value = facts?.[name] ?? null;
    return facts && value !== null ? stated(facts, name, value, nameIn(layout, value)) : null;
  };
  const found = withSite(credits, facts);
  const [publisher, carrier] = [said('publisher'), said('carrier')];
  const own = said('byline');
  // Headers and columns name the author of what they head; a page's markup often names the site's.
  const wins = own?.reason === 'mail' || own?.reason === 'column';
  return {
    publisher: publisher ?? found.publisher,
    carrier: carrier ?? found.carrier,
    byline: wins ? own : (byline ?? own),
  };
}

/** The last line of a mail is who signed it, not who published it. */
function creditsIn(text: string, layout: Layout, facts: PageFacts | null): ReturnType<typeof findCredits> {
  const found = findCredits(text, layout);
  const isSignature = facts?.ground === 'mail' && found.publisher?.reason === 'trailing-credit';
  return isSignature ? { ...found, publisher: null } : found;
}

/** Where a name is printed above or under the body. */
function nameIn({ header, footer }: Layout, name: string): TextSpan | null {
  for (const line of [...header, ...footer]) {
    const at = line.text.length < name.length + 60 ? line.text.indexOf(name) : -1;
    if (at !== -1) return { start: line.start + at, end: line.start + at + name.length };
  }
  return null;
}

/** The site published what it credits to no one, and handed on what it credits to another. */
function withSite(
  { publisher, carrier }: Pick<ReturnType<typeof findCredits>, 'publisher' | 'carrier'>,
  facts: PageFacts | null,
) {
  if (facts?.publisher || facts?.carrier || !facts?.siteName) return { publisher, carrier };
  const site = stated(facts, 'siteName', facts.siteName, null);
  const credited = publisher?.basis === 'stated' && publisher.value !== site.value;
  return credited ? { publisher, carrier: carrier ?? site } : { publisher: site, carrier };
}

function languageOf(text: string, noise: readonly NoiseSpan[], facts: PageFacts | null): Field<Language> {
  const found = detectLanguage(text, noise);
  if (found.value !== 'und' || !facts) return found;
  const said = /^(en|fr|ar)\b/i.exec(facts.language ?? '')?.[1]?.toLowerCase();
  return said ? stated(facts, 'language', said as Language, null) : found;
}
