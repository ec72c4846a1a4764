import type { StatedDate } from '#core/article.ts';
import { type HtmlReader, voidTags } from './scan-html.ts';
import { titleText } from './title-text.ts';

/** What a file says of itself in its head and markup; `null` where it says nothing. */
export type PageFacts = {
  /** Where it says so: in its markup when left out, in the headers of a mail, or in the columns of a table. */
  readonly ground?: 'meta' | 'mail' | 'column';

  readonly title: string | null;
  /** Its first `h1`, whole. */
  readonly heading: string | null;
  readonly published: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly language: string | null;
  /** Told apart from each other, which `siteName` does not; left out by formats that have no place for them. */
  readonly publisher?: string | null;
  readonly carrier?: string | null;
  /** The address it was taken from. */
  readonly address?: string | null;
  /** A date that was read already, over `published`. */
  readonly date?: StatedDate | null;
};

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
};

const titleNames = ['og:title', 'twitter:title', 'dc.title', 'title'];
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'date',
];
const bylineNames = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author'];
const siteNames = ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'copyright'];

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
      if (within === 'title') met.title += text;
      if (within === 'h1') met.heading += text;
      if (within === 'script' && met.linkedData.length < enough) met.linkedData.push(text);
    },
    finish: () => ({ ...weigh(met), tags, depth: deepest }),
  };
}

const note = new Map<string, (met: Met, attributes: ReadonlyMap<string, string>) => void>([
  [
    'html',
    (met, attributes) => {
      met.language ??= attributes.get('lang') ?? null;
    },
  ],
  ['meta', noteMeta],
  ['time', noteTime],
]);

/** Whether the text in an element counts: of titles and headings the first that holds any. */
function holdsText(met: Met, tag: string, attributes: ReadonlyMap<string, string>): boolean {
  if (tag === 'title') return met.title.trim() === '';
  if (tag === 'h1') return met.heading.trim() === '';
  return tag === 'script' && /ld\+json/i.test(attributes.get('type') ?? '');
}

function noteMeta(met: Met, attributes: ReadonlyMap<string, string>): void {
  const name = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
  const content = attributes.get('content')?.trim();
  if (!name || !content) return;
  const key = name.trim().toLowerCase();
  if (!met.meta.has(key)) met.meta.set(key, content);
}

function noteTime(met: Met, attributes: ReadonlyMap<string, string>): void {
  const moment = attributes.get('datetime');
  const says = `${attributes.get('itemprop') ?? ''} ${attributes.get('class') ?? ''}`;
  if (!moment || met.times.length >= enough || /modif|updat/i.test(says)) return;
  if (/publi|pubdate|entry-date/i.test(says) || attributes.has('pubdate')) met.published.push(moment);
  else met.times.push(moment);
}

function weigh(met: Met): PageFacts {
  const linked = readLinkedData(met.linkedData);
  const first = (names: readonly string[]) =>
    names.map((name) => met.meta.get(name)).find((value) => value !== undefined) ?? null;
  const siteName = linked.publisher ?? first(siteNames.slice(0, 1)) ?? first(siteNames.slice(2, 4));
  const raw = linked.headline ?? first(titleNames) ?? (met.heading.trim() || met.title);
  const title = titleText(withoutSite(raw, siteName));
  return {
    title: title === '' ? null : title,
    heading: met.heading.replace(/\s+/g, ' ').trim() || null,
    published: linked.published ?? first(dateNames) ?? met.published[0] ?? onlyOne(met.times),
    byline: name(linked.author ?? first(bylineNames)),
    siteName: name(siteName),
    language: met.language ?? met.meta.get('og:locale') ?? null,
  };
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
function name(text: string | null): string | null {
  if (text === null || /^https?:/i.test(text.trim())) return null;
  const line = titleText(text.replace(/^(?:by|par)\s+/i, ''));
  return line === '' || line.length > 120 ? null : line;
}

type Linked = {
  headline: string | null;
  published: string | null;
  author: string | null;
  publisher: string | null;
};

/** What the page's JSON-LD says of its article (schema.org), whatever order and nesting it comes in. */
function readLinkedData(scripts: readonly string[]): Linked {
  const linked: Linked = { headline: null, published: null, author: null, publisher: null };
  for (const source of scripts) {
    if (source.trim() === '' || source.length > 1_000_000) continue;
    try {
      for (const thing of articlesOf(JSON.parse(source))) {
        linked.headline ??= textOf(thing.headline);
        linked.published ??= textOf(thing.datePublished);
        linked.author ??= nameOf(thing.author);
        linked.publisher ??= nameOf(thing.publisher);
      }
    } catch {
      // A broken script says nothing; the page has other places.
    }
  }
  return linked;
}

type Thing = Readonly<Record<string, unknown>>;

function articlesOf(data: unknown): Thing[] {
  const things = Array.isArray(data) ? data.slice(0, enough) : [data];
  return things.flatMap((thing) => {
    if (!isThing(thing)) return [];
    const graph = thing['@graph'];
    const nested = Array.isArray(graph) ? graph.slice(0, enough).filter(isThing) : [];
    return [thing, ...nested].filter((one) =>
      /Article|BlogPosting|Report/.test([one['@type']].flat().slice(0, enough).join(' ')),
    );
  });
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function nameOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .slice(0, 10)
    .map((one) => (isThing(one) ? textOf(one.name) : textOf(one)))
    .filter((one) => one !== null);
  return names.length > 0 ? names.join(', ') : null;
}
