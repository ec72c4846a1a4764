/** The gazetteer by columns, which takes a fraction of the room of a record each. */
export type GazetteerTable = {
  readonly size: number;
  readonly ids: readonly string[];
  /** 0: not in GeoNames. */
  readonly geonames: Uint32Array;
  readonly countries: readonly string[];
  readonly types: readonly string[];
  readonly lats: Float64Array;
  readonly lons: Float64Array;
  /** 0: not known. */
  readonly populations: Float64Array;
  /** Natural Earth's, 0 (a world city) to 10; 255: none. */
  readonly ranks: Uint8Array;
  readonly names: readonly string[];
  /** Other spellings, parted by `|`. */
  readonly alternates: readonly string[];
};

/** A rank no town has. */
export const noRank = 255;

/**
 * Read the bundled gazetteer: id, GeoNames id, country, type, latitude, longitude, population, Natural Earth rank, name
 * and alternates, parted by tabs. Lines that are short of columns, or without a point or a name, are left out.
 */
export function parseGazetteer(tsv: string): GazetteerTable {
  const rows = tsv.split('\n').flatMap((line) => {
    const cells = line.split('\t');
    const [id = '', , , , lat = '', lon = '', , , name = ''] = cells;
    const isSound = id !== '' && name.trim() !== '' && isNumber(lat) && isNumber(lon);
    return isSound ? [cells] : [];
  });
  const texts = (column: number) => rows.map((row) => row[column] ?? '');
  const numbers = (column: number) => Float64Array.from(rows, (row) => Number(row[column] ?? 0));
  return {
    size: rows.length,
    ids: texts(0),
    geonames: Uint32Array.from(numbers(1)),
    countries: shared(texts(2)),
    types: shared(texts(3)),
    lats: numbers(4),
    lons: numbers(5),
    populations: numbers(6),
    ranks: Uint8Array.from(rows, (row) => (row[7] ? Number(row[7]) : noRank)),
    names: texts(8).map((name) => name.trim()),
    alternates: rows.map((row) => (row[9] ?? '').trim()),
  };
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && Number.isFinite(Number(cell));
}

/** The same strings, each kept once. */
function shared(cells: readonly string[]): string[] {
  const kept = new Map<string, string>();
  return cells.map((cell) => {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    kept.set(cell, cell);
    return cell;
  });
}
