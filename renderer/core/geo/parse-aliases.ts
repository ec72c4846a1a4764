/** A name the gazetteer lacks or has wrong, or one that must not be taken for a place. */
export type Alias = {
  /** As it stands in texts. */
  readonly surface: string;
  /** The name the place goes by here; the surface when the table gives none. */
  readonly canonical: string;
  readonly country: string;
  readonly kind: 'locality' | 'region' | 'informal' | 'unlocated' | 'not-a-place';
  readonly lat: number | null;
  readonly lon: number | null;
  readonly source: string;
  readonly confidence: string;
  readonly note: string;
  /** The region, cercle, province or department it is said to lie in; empty: not said. */
  readonly unit: string;
};

const kinds = ['locality', 'region', 'informal', 'unlocated', 'not-a-place'] as const;

/** Read the table of aliases (CSV, RFC 4180, with a heading). Rows of a kind this version does not know are left out. */
export function parseAliases(csv: string): Alias[] {
  return parseRows(csv)
    .slice(1)
    .flatMap(
      ([surface = '', canonical = '', country = '', type, lat, lon, source, confidence, note, unit]) => {
        const kind = kinds.find((known) => known === type);
        if (kind === undefined || surface === '') return [];
        return [
          {
            surface,
            canonical: canonical || surface,
            country,
            kind,
            lat: lat ? Number(lat) : null,
            lon: lon ? Number(lon) : null,
            source: source ?? '',
            confidence: confidence ?? '',
            note: note ?? '',
            unit: unit ?? '',
          },
        ];
      },
    );
}

function parseRows(csv: string): string[][] {
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    cell.lastIndex = at;
    const match = cell.exec(csv);
    row.push((match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '').trim());
    at = cell.lastIndex;
    if (csv[at] !== ',') {
      rows.push(row);
      row = [];
      while (csv[at] === '\r') at++;
    }
    at++;
  }
  return rows;
}
