import { acledColumns } from '#core/events/events-to-acled.ts';

/** The collections of events whose exports are read. */
export type CollectionName = 'acled' | 'ucdp';

/** The columns of UCDP's georeferenced event dataset (GED 23.1), in its order. */
export const ucdpColumns = [
  ...['id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id'],
  ...['conflict_new_id', 'conflict_name', 'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id'],
  ...['side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b', 'number_of_sources'],
  ...['source_article', 'source_office', 'source_date', 'source_headline', 'source_original', 'where_prec'],
  ...['where_coordinates', 'where_description', 'adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt'],
  ...['priogrid_gid', 'country', 'country_id', 'region', 'event_clarity', 'date_prec', 'date_start'],
  ...['date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best', 'high', 'low'],
  ...['gwnoa', 'gwnob'],
] as const;

/** Columns of older or larger exports of ACLED, beside those of today's. */
const acledExtras = ['data_id', 'event_id_no_cnty', 'iso3', 'geom', 'the_geom'];

/** How the rows of a file are to be read. */
export type CollectionHead = {
  readonly collection: CollectionName;
  /** In lower case, in the order of the file. */
  readonly heads: readonly string[];
  /** Whether the first row is one of events: some releases come without heads. */
  readonly isHeadless: boolean;
  /** Columns that the documentation does not name; they are kept with their rows. */
  readonly unknown: readonly string[];
  /** Documented columns of some weight that are not there. */
  readonly missing: readonly string[];
};

/** Tell whether the first row of a table is that of ACLED's or of UCDP's export; `null`: of neither. */
export function recogniseCollection(firstRow: readonly string[]): CollectionHead | null {
  const heads = firstRow.map((head) => head.trim().toLowerCase());
  const has = (...names: string[]) => names.every((name) => heads.includes(name));
  const hasId = ['event_id_cnty', 'event_id_no_cnty', 'data_id'].some((name) => has(name));
  if (hasId && has('event_date') && (has('event_type') || has('sub_event_type')))
    return headOf('acled', heads, false);
  if (has('id', 'type_of_violence', 'date_start')) return headOf('ucdp', heads, false);
  return isUcdpRow(firstRow) ? headOf('ucdp', ucdpColumns, true) : null;
}

function headOf(collection: CollectionName, heads: readonly string[], isHeadless: boolean): CollectionHead {
  const documented: readonly string[] =
    collection === 'acled' ? [...acledColumns, ...acledExtras] : ucdpColumns;
  const wanted = collection === 'acled' ? acledWanted : ucdpWanted;
  return {
    collection,
    heads,
    isHeadless,
    unknown: heads.filter((head) => head !== '' && !documented.includes(head)),
    missing: wanted.filter((head) => !heads.includes(head)),
  };
}

const acledWanted = [
  ...['time_precision', 'sub_event_type', 'actor1', 'actor2', 'country', 'location', 'latitude'],
  ...['longitude', 'geo_precision', 'source', 'notes', 'fatalities'],
];
const ucdpWanted = [
  ...['date_end', 'date_prec', 'side_a', 'side_b', 'country', 'where_prec', 'latitude', 'longitude'],
  ...['best', 'high', 'low'],
];

/** Whether a row without heads has UCDP's columns by their places: nothing else is taken for them. */
function isUcdpRow(cells: readonly string[]): boolean {
  const at = (name: (typeof ucdpColumns)[number]) => cells[ucdpColumns.indexOf(name)] ?? '';
  return (
    cells.length === ucdpColumns.length &&
    /^\d+$/.test(at('id')) &&
    /^[123]$/.test(at('type_of_violence')) &&
    /^\d{4}$/.test(at('year')) &&
    /^\d{4}-\d\d-\d\d/.test(at('date_start')) &&
    /^[1-7]$/.test(at('where_prec'))
  );
}
