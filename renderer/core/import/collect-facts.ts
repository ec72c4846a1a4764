import { measureTree, type PageSize } from './measure-tree.ts';
import type { PageFacts } from './page-facts.ts';
import type { HtmlReader } from './scan-html.ts';
import { webAddress } from './web-address.ts';
import { type Met, weighFacts } from './weigh-facts.ts';

/** More than this of any one thing says no more. */
const enough = 50;
/** Of more headings of the first rank none is the title. */
const mostHeadings = 6;
/** A title or heading that is never closed would take in the page. */
const longestText = 20_000;

/** A reader that gathers what a page states about itself and measures its tree. */
export function collectFacts(): HtmlReader & { finish(): PageFacts & PageSize } {
  const met: Met = {
    meta: new Map(),
    linkedData: [],
    published: [],
    times: [],
    headings: [],
    title: '',
    language: null,
    canonical: null,
    isTranslated: false,
  };
  const tree = measureTree();
  let within: string | null = null;

  return {
    open(tag, attributes) {
      tree.open(tag);
      note.get(tag)?.(met, attributes);
      if (!holdsText(met, tag, attributes)) return;
      within = tag;
      if (tag === 'h1') met.headings.push('');
    },
    close(tag) {
      tree.close(tag);
      if (tag === within) within = null;
    },
    text(text) {
      if (within === 'title') met.title = (met.title + text).slice(0, longestText);
      if (within === 'h1') met.headings.push(((met.headings.pop() ?? '') + text).slice(0, longestText));
      if (within === 'script' && met.linkedData.length < enough) met.linkedData.push(text);
    },
    finish: () => ({ ...weighFacts(met), ...tree.finish() }),
  };
}

type Attributes = ReadonlyMap<string, string>;

const note = new Map<string, (met: Met, attributes: Attributes) => void>([
  ['html', noteRoot],
  ['meta', noteMeta],
  ['time', noteTime],
  ['link', noteLink],
]);

/** Whether the text in an element counts: of titles the first that holds any. */
function holdsText(met: Met, tag: string, attributes: Attributes): boolean {
  if (tag === 'title') return met.title.trim() === '';
  if (tag === 'h1') return met.headings.length < mostHeadings;
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
  // Several names may stand in one attribute, and `dc:title` is `dc.title`.
  for (const key of name.trim().toLowerCase().split(/\s+/).slice(0, 5)) {
    const usual = key.replace(/^(dc|dcterms?|parsely|weibo:article):/, '$1.');
    if (!met.meta.has(usual)) met.meta.set(usual, content);
  }
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
