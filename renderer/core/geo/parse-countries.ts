/** A country as texts name it. */
export type Country = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly others: readonly string[];
  /** Words for its people and things: a hint of the country, never a mention of it. */
  readonly people: readonly string[];
};

/** Read the bundled list of countries: code, English, French, other names and words for the people, by tabs. */
export function parseCountries(tsv: string): Country[] {
  return tsv.split('\n').flatMap((line) => {
    const [code = '', en = '', fr = '', others = '', people = ''] = line.trimEnd().split('\t');
    if (en === '') return [];
    return [
      { code, en, fr, others: others.split('|').filter(Boolean), people: people.split('|').filter(Boolean) },
    ];
  });
}
