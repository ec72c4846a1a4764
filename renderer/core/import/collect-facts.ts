import type { Translation } from '#core/article.ts';
import { type LinkedData, readLinkedData } from './linked-data.ts';
import type { Ground, PageFacts } from './page-facts.ts';
import { type HtmlReader, voidTags } from './scan-html.ts';
import { titleText } from './title-text.ts';
import { webAddress } from './web-address.ts';

/** How large a page is as a tree. End tags count: an end tag without its start makes an element too. */
export type PageSize = { readonly tags: number; readonly depth: number };

/** What has been met of a page, by the name it goes under. */
type Met = {
  readonly meta: Map<string, string>;
  readonly linkedData: string[];
  /** Moments the markup calls the publication, and moments it does not explain. */
  readonly published: string[];
  readonly times: string[];
  heading: string;
  title: string;
  language: string | null;
  canonical: string | null;
  /** A browser's translator leaves its mark on the page it has changed. */
  isTranslated: boolean;
};

const titleNames = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'title'];
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'published_time',
  'date',
];
const changeNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
];
const bylineNames = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
];
const siteNames = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'publisher',
  'copyright',
];

/** More than this of any one thing says no more. */
const enough = 50;

/** A reader that gathers what a page states about itself and measures its tree. */
export function collectFacts(): HtmlReader & { finish(): PageFacts & PageSize } {
  const met: Met = {
    meta: new Map(),
    linkedData: [],
    published: [],
    times: [],
    heading: '',
    title: '',
    language: null,
    canonical: null,
    isTranslated: false,
  };
  let tags = 0;
  let depth = 0;
  let deepest = 0;
  let within: string | null = null;

  return {
    open(tag, attributes) {
      tags += 1;
      if (!voidTags.has(tag)) depth += 1;
      deepest = Math.max(deepest, depth);
      note.get(tag)?.(met, attributes);
      if (holdsText(met, tag, attributes)) within = tag;
    },
    close(tag) {
      tags += 1;
      depth = Math.max(0, depth - 1);
      if (tag === within) within = null;
    },
    text(text) {
      if (within === 'title' && met.title.length < longestText) met.title += text;
      if (within === 'h1' && met.heading.length < longestText) met.heading += text;
      if (within === 'script' && met.linkedData.length < enough) met.linkedData.push(text);
    },
    finish: () => ({ ...weigh(met), tags, depth: deepest }),
  };
}

/** A title or heading that is never closed would take in the page. */
const longestText = 20_000;

type Attributes = ReadonlyMap<string, string>;

const note = new Map<string, (met: Met, attributes: Attributes) => void>([
  ['html', noteRoot],
  ['meta', noteMeta],
  ['time', noteTime],
  ['link', noteLink],
]);

/** Whether the text in an element counts: of titles and headings the first that holds any. */
function holdsText(met: Met, tag: string, attributes: Attributes): boolean {
  if (tag === 'title') return met.title.trim() === '';
  if (tag === 'h1') return met.heading.trim() === '';
  return tag === 'script' && /ld\+json/i.test(attributes.get('type') ?? '');
}

function noteRoot(met: Met, attributes: Attributes): void {
  met.language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
  if (/\btranslated-(?:ltr|rtl)\b/.test(attributes.get('class') ?? '')) met.isTranslated = true;
}

function noteMeta(met: Met, attributes: Attributes): void {
  const name =
    attributes.get('property') ??
    attributes.get('name') ??
    attributes.get('itemprop') ??
    attributes.get('http-equiv');
  const content = attributes.get('content')?.trim();
  if (!name || !content || met.meta.size > 500) return;
  const key = name.trim().toLowerCase();
  if (!met.meta.has(key)) met.meta.set(key, content);
}

function noteTime(met: Met, attributes: Attributes): void {
  const moment = attributes.get('datetime');
  const says = `${attributes.get('itemprop') ?? ''} ${attributes.get('class') ?? ''}`;
  if (!moment || met.times.length >= enough || /modif|updat/i.test(says)) return;
  if (/publi|pubdate|entry-date/i.test(says) || attributes.has('pubdate')) met.published.push(moment);
  else met.times.push(moment);
}

function noteLink(met: Met, attributes: Attributes): void {
  if (/^canonical$/i.test(attributes.get('rel') ?? '')) met.canonical ??= webAddress(attributes.get('href'));
}

function weigh(met: Met): PageFacts {
  const linked = readLinkedData(met.linkedData);
  const first = (names: readonly string[]) =>
    names.map((name) => met.meta.get(name)).find((value) => value !== undefined) ?? null;
  const siteName = choose(
    ['json-ld', linked.publisher],
    ['meta', first(siteNames.filter((one) => one !== 'application-name' && one !== 'copyright'))],
  );
  const title = choose(
    ['json-ld', linked.headline],
    ['meta', first(titleNames)],
    ['page-heading', met.heading.trim() || null],
    ['title-tag', met.title],
  );
  const published = choose(
    ['json-ld', linked.published],
    ['meta', first(dateNames)],
    ['time-element', met.published[0] ?? onlyOne(met.times)],
  );
  const byline = choose(['json-ld', linked.author], ['meta', first(bylineNames)]);
  const address = choose(
    ['canonical-link', met.canonical],
    ['meta', webAddress(met.meta.get('og:url'))],
    ['json-ld', webAddress(linked.address)],
  );
  const language = choose(
    ['meta', met.language ?? first(['og:locale', 'content-language'])],
    ['json-ld', linked.language],
  );
  return {
    title: titleText(withoutSite(title.value ?? '', siteName.value)) || null,
    heading: met.heading.replace(/\s+/g, ' ').trim() || null,
    published: published.value,
    byline: nameIn(byline.value),
    siteName: nameIn(siteName.value),
    language: language.value,
    address: address.value,
    modified: linked.modified ?? first(changeNames),
    translation: translationOf(met, linked),
    grounds: {
      title: title.ground,
      published: published.ground,
      byline: byline.ground,
      siteName: siteName.ground,
      language: language.ground,
      address: address.ground,
    },
  };
}

type Choice = readonly [ground: Ground, value: string | null | undefined];

/** The first of several places that says something. */
function choose(...choices: readonly Choice[]): {
  readonly value: string | null;
  readonly ground: Ground;
} {
  const [ground, value] = choices.find((choice) => (choice[1] ?? '').trim() !== '') ?? ['meta', null];
  return { value: value ?? null, ground };
}

/** Of several moments that nothing explains, none can be said to be the publication. */
function onlyOne(moments: readonly string[]): string | null {
  return new Set(moments).size === 1 ? (moments[0] ?? null) : null;
}

/** `Title | Site` without the site, when the page names it. */
function withoutSite(title: string, siteName: string | null): string {
  if (siteName === null) return title;
  const trimmed = title.trim();
  const rest = trimmed.slice(0, -siteName.length);
  const parted = /^(.+?)\s+[|–—·»:-]\s+$/s.exec(rest.slice(0, 20_000));
  return trimmed.endsWith(siteName) && parted?.[1] ? parted[1] : title;
}

/** A name fit for a field: one line, not an address, not a paragraph. */
function nameIn(text: string | null): string | null {
  if (text === null || /^https?:/i.test(text.trim())) return null;
  const line = titleText(text.replace(/^(?:by|par)\s+/i, ''));
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
