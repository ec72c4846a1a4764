import { acledColumns } from '#core/events/events-to-acled.ts';
import { ucdpColumns } from '#core/exchange/collections/collection.ts';
import { toCsv } from '#core/exchange/csv.ts';

/** An invented event in ACLED's columns: no row of ACLED's own is ever kept here. */
export const acledRow: Readonly<Record<string, string>> = {
  event_id_cnty: 'MLI90001',
  event_date: '17 September 2024',
  year: '2024',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'JNIM: Group for Support of Islam and Muslims',
  actor2: 'Invented Self-Defence Group of Testville (Mali)',
  iso: '466',
  region: 'Western Africa',
  country: 'Mali',
  admin1: 'Bamako',
  location: 'Testville',
  latitude: '12.6500',
  longitude: '-8.0000',
  geo_precision: '1',
  source: 'Invented Gazette',
  notes: 'On 17 September 2024, an invented clash took place in Testville.',
  fatalities: '12',
  timestamp: '1727000000',
};

/** An invented event in UCDP's columns. */
export const ucdpRow: Readonly<Record<string, string>> = {
  id: '900001',
  relid: 'MLI-2024-1-999-1',
  year: '2024',
  type_of_violence: '1',
  dyad_name: 'Government of Mali - JNIM',
  side_a: 'Government of Mali',
  side_b: 'JNIM',
  where_prec: '2',
  where_coordinates: 'Testville town',
  latitude: '12.65',
  longitude: '-8.0',
  country: 'Mali',
  date_prec: '4',
  date_start: '2024-09-01 00:00:00.000',
  date_end: '2024-09-30 00:00:00.000',
  deaths_a: '3',
  best: '12',
  high: '15',
  low: '10',
  source_headline: 'An invented headline',
};

/** A file of rows in the given columns, as a spreadsheet writes it. */
export function file(
  rows: readonly Readonly<Record<string, string>>[],
  columns: readonly string[] = acledColumns,
  separator = ',',
): Uint8Array {
  const text = toCsv([[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
  return new TextEncoder().encode(separator === ',' ? text : text.replaceAll('","', `"${separator}"`));
}

export { ucdpColumns };
