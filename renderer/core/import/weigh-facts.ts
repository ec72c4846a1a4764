import type { Translation } from '#core/article.ts';
import { fold } from '#core/text/fold.ts';
import { words } from '#core/text/words.ts';
import { type LinkedData, readLinkedData } from './linked-data.ts';
import type { Ground, PageFacts } from './page-facts.ts';
import { titleText } from './title-text.ts';
import { webAddress } from './web-address.ts';

/** What has been met of a page, by the name it goes under. */
export type Met = {
  readonly meta: Map<string, string>;
  readonly linkedData: string[];
  /** Moments the markup calls the publication, and moments it does not explain. */
  readonly published: string[];
  readonly times: string[];
  /** The first headings of the first rank. */
  readonly headings: string[];
  title: string;
  language: string | null;
  canonical: string | null;
  /** A browser's translator leaves its mark on the page it has changed. */
  isTranslated: boolean;
};

const names = {
  title:
    'dc.title dcterms.title dcterm.title og:title twitter:title parsely.title parsely-title weibo:article.title title',
  date: 'article:published_time og:article:published_time datepublished dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created citation_publication_date citation_date parsely-pub-date sailthru.date pubdate publish-date publishdate published_time date',
  change: 'article:modified_time og:updated_time datemodified dcterms.modified last-modified',
  byline: 'dc.creator dcterms.creator dcterm.creator author article:author parsely-author sailthru.author',
  site: 'og:site_name dc.publisher dcterms.publisher publisher',
  language: 'og:locale content-language',
} as const;

/** Choose among what was met of a page what it says of itself, each with where it says so. */
export function weighFacts(met: Met): PageFacts {
  const linked = readLinkedData(met.linkedData);
  const first = (of: keyof typeof names) =>
    names[of]
      .split(' ')
      .map((name) => met.meta.get(name))
      .find((value) => value !== undefined) ?? null;
  const heading = headingOf(met);
  const site = choose(['json-ld', linked.publisher], ['meta', first('site')]);
  const title = chooseTitle(met, { linked, heading, stated: first('title') });
  const published = choose(
    ['json-ld', linked.published],
    ['meta', first('date')],
    ['time-element', met.published[0] ?? onlyOne(met.times)],
  );
  const byline = choose(['json-ld', linked.author], ['meta', first('byline')]);
  const address = choose(
    ['canonical-link', met.canonical],
    ['meta', webAddress(met.meta.get('og:url'))],
    ['json-ld', webAddress(linked.address)],
  );
  const language = choose(['meta', met.language ?? first('language')], ['json-ld', linked.language]);
  return {
    title: titleText(withoutSite(title.value ?? '', site.value)) || null,
    heading,
    published: published.value,
    byline: authorName(byline.value),
    siteName: authorName(site.value),
    language: language.value,
    address: address.value,
    modified: linked.modified ?? first('change'),
    translation: translationOf(met, linked),
    grounds: {
      title: title.ground,
      published: published.ground,
      byline: byline.ground,
      siteName: site.ground,
      language: language.ground,
      address: address.ground,
    },
  };
}

type Chosen = { readonly value: string | null; readonly ground: Ground };

/** The first of several places that says something. */
function choose(...choices: readonly (readonly [Ground, string | null | undefined])[]): Chosen {
  const [ground, value] = choices.find((choice) => (choice[1] ?? '').trim() !== '') ?? ['meta', null];
  return { value: value ?? null, ground };
}

type Titles = {
  readonly linked: LinkedData;
  readonly heading: string | null;
  readonly stated: string | null;
};

/** A heading that the page's title has too says it without the site's name; another one may be a section's. */
function chooseTitle({ title }: Met, { linked, heading, stated }: Titles): Chosen {
  return choose(
    ['json-ld', isDescription(linked, title) ? linked.name : linked.headline],
    ['meta', stated],
    ['page-heading', isIn(title, heading) ? heading : null],
    ['title-tag', withoutLastPart(title)],
    ['page-heading', heading],
  );
}

/** The first heading that the title of the page has too, otherwise the first of all. */
function headingOf({ headings, title }: Met): string | null {
  const lines = headings.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  return lines.find((line) => words(line).length > 2 && isIn(title, line)) ?? lines[0] ?? null;
}

/** An encyclopedia's headline describes the thing that its name names. */
function isDescription({ name, headline }: LinkedData, title: string): boolean {
  return isIn(title, name) && !isIn(title, headline);
}

function isIn(title: string, text: string | null): boolean {
  return text !== null && fold(title).includes(fold(text));
}

/** `Title | Site` without the site, when the page names it. */
function withoutSite(title: string, siteName: string | null): string {
  if (siteName === null) return title;
  const trimmed = title.trim();
  const rest = trimmed.slice(0, -siteName.length);
  const parted = /^(.+?)\s+[|–—·»:-]\s+$/s.exec(rest.slice(0, 20_000));
  return trimmed.endsWith(siteName) && parted?.[1] ? parted[1] : title;
}

/** A short part behind the last bar or dash of a page's title is a site's name. */
function withoutLastPart(title: string): string {
  const [, own = '', site = ''] = /^(.{1,1000}\S)\s+[|–—·»-]\s+(\S.{0,60})$/su.exec(title.trim()) ?? [];
  return words(own).length >= 4 && words(site).length <= 4 ? own : title;
}

/** Of several moments that nothing explains, none can be said to be the publication. */
function onlyOne(moments: readonly string[]): string | null {
  return new Set(moments).size === 1 ? (moments[0] ?? null) : null;
}

/** A name fit for a field: one line, not an address, not a paragraph. */
export function authorName(text: string | null): string | null {
  if (text === null || /^https?:/i.test(text.trim())) return null;
  const line = titleText(text.replace(/^\s*(?:by|par)\s+/i, ''));
  return line === '' || line.length > 120 ? null : line;
}

/** What the page says, or a translator's mark or address shows, of its being a translation. */
function translationOf(met: Met, { translatedFrom }: LinkedData): Translation | null {
  const address = met.canonical ?? met.meta.get('og:url') ?? '';
  const byMachine =
    met.isTranslated || met.meta.has('x-translated-by') || /\.translate\.goog\//.test(address);
  const from = languageTag(translatedFrom) ?? languageTag(met.meta.get('x-translated-from'));
  if (byMachine) return { by: 'machine', from };
  return translatedFrom === null ? null : { by: 'unknown', from };
}

function languageTag(text: string | null | undefined): string | null {
  const tag = (text ?? '').trim();
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null;
}
