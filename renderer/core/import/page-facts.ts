import type { StatedDate, Translation } from '#core/article.ts';

/** Where a file, or what it came in, says something of itself: a code the screen words. */
export type Ground =
  /** A page's markup. */
  | 'meta'
  | 'json-ld'
  | 'title-tag'
  | 'page-heading'
  | 'time-element'
  | 'canonical-link'
  /** A line that the page's markup calls the author's. */
  | 'page-byline'
  /** The headers of a mail, the columns of a table, the properties of a document, the record of a web archive. */
  | 'mail'
  | 'column'
  | 'document'
  | 'archive';

/** What a file says of itself beside its text, or what it came in says of it; `null` where nothing is said. */
export type PageFacts = {
  /** Where it says so; a page's markup when left out. */
  readonly ground?: Ground;
  /** Where one of it is said, when that is elsewhere. */
  readonly grounds?: Readonly<Partial<Record<FactName, Ground>>>;

  readonly title: string | null;
  /** The first `h1` of a page, whole. */
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
  /** When it was fetched or archived, and when it was last changed: it was published no later. */
  readonly archived?: string | null;
  readonly modified?: string | null;
  readonly translation?: Translation | null;
};

/** What has a ground of its own. */
export type FactName = (typeof factNames)[number];

const factNames = [
  'title',
  'published',
  'date',
  'byline',
  'siteName',
  'language',
  'publisher',
  'carrier',
  'address',
] as const;

/** Nothing is said: to be spread under what is. */
export const noFacts = {
  title: null,
  heading: null,
  published: null,
  byline: null,
  siteName: null,
  language: null,
} as const satisfies PageFacts;

/** Where the value of `name` is said. */
export function groundOf(facts: PageFacts, name: FactName): Ground {
  return facts.grounds?.[name] ?? facts.ground ?? 'meta';
}

/** What a container says of a file over what the file says of itself, each with where it is said. */
export function mergeFacts(container: PageFacts | null | undefined, own: PageFacts | null): PageFacts | null {
  if (!container || !own) return container ?? own;
  const said = Object.entries(container).filter(([, value]) => value !== null && value !== undefined);
  const merged: PageFacts = { ...own, ...Object.fromEntries(said) };
  const grounds = factNames.map((name) => {
    const from = (container[name] ?? null) === null ? own : container;
    return [name, groundOf(from, name)] as const;
  });
  return { ...merged, grounds: Object.fromEntries(grounds) };
}
