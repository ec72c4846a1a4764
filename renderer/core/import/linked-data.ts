/** What a page's JSON-LD (schema.org) says of the article on it; `null` where it says nothing. */
export type LinkedData = {
  readonly headline: string | null;
  /** What it is called: an encyclopedia does not put that into its headline. */
  readonly name: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly address: string | null;
  /** It says that it is a translation: from what language, empty when not said. */
  readonly translatedFrom: string | null;
};

type Thing = Readonly<Record<string, unknown>>;

/** More than this of any one thing says no more. */
const enough = 50;

/** Read the article out of a page's scripts of JSON-LD, whatever order and nesting they come in. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap(thingsOf);
  const byId = new Map(things.map((thing) => [thing['@id'], thing] as const));
  const whole = (value: unknown) => (isThing(value) ? { ...byId.get(value['@id']), ...value } : value);
  const articles = things.filter(isArticle);
  const first = (read: (article: Thing) => string | null) =>
    articles.map(read).find((value) => value !== null) ?? null;
  return {
    headline: first(({ headline }) => textOf(headline)),
    name: first(({ name }) => textOf(name)),
    published: first(({ datePublished }) => textOf(datePublished)),
    modified: first(({ dateModified }) => textOf(dateModified)),
    author: first(({ author }) => nameOf([author].flat().slice(0, 10).map(whole))),
    publisher: first(({ publisher }) => nameOf([publisher].flat().slice(0, 10).map(whole))),
    language: first(({ inLanguage }) => textOf(inLanguage)),
    address: first(
      ({ url, mainEntityOfPage: page }) => textOf(url) ?? textOf(isThing(page) ? page['@id'] : page),
    ),
    translatedFrom: first(({ translationOfWork: work, translator }) => {
      if (work === undefined && translator === undefined) return null;
      return (isThing(work) ? textOf(work.inLanguage) : null) ?? '';
    }),
  };
}

/** The things of one script: a broken one says nothing, as the page has other places. */
function thingsOf(script: string): Thing[] {
  const source = script.replace(
    /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:\/\/\s*\]\]>|\]\]>|-->)\s*$/g,
    '',
  );
  if (source.trim() === '' || source.length > 1_000_000) return [];
  try {
    return nested(JSON.parse(source), 0);
  } catch {
    return [];
  }
}

/** A thing with those it is about, and those of a graph. */
function nested(data: unknown, depth: number): Thing[] {
  if (depth > 3) return [];
  if (Array.isArray(data)) return data.slice(0, enough).flatMap((one) => nested(one, depth + 1));
  if (!isThing(data)) return [];
  return [data, ...nested(data['@graph'], depth + 1), ...nested(data.mainEntity, depth + 1)];
}

function isArticle(thing: Thing): boolean {
  return /Article|BlogPosting|Report/.test([thing['@type']].flat().slice(0, enough).join(' '));
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function nameOf(values: readonly unknown[]): string | null {
  const names = values.map((one) => textOf(isThing(one) ? one.name : one)).filter((name) => name !== null);
  return names.length > 0 ? names.join(', ') : null;
}
