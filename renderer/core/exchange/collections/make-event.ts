import {
  type Event,
  type EventActor,
  type EventRole,
  maxEventActors,
  maxEventNote,
  maxEventTitle,
} from '#core/events/event.ts';
import { subEventTypes } from '#core/events/event-types.ts';
import { countryCode } from '#core/events/events-to-acled.ts';
import { keepColumns } from '#core/exchange/map-files/make-records.ts';
import type { Place } from '#core/geo/place.ts';
import { type AnalystId, type EventId, idFrom } from '#core/ids.ts';
import { type Dating, undated } from '#core/time/dating.ts';
import { findNamedActor, type NamedActor } from './actor-names.ts';
import type { CollectionName } from './collection.ts';
import { type Cells, type JudgedRow, readFigure } from './read-row.ts';

export type EventMaking = {
  readonly collection: CollectionName;
  readonly heads: readonly string[];
  readonly fileName: string;
  readonly names: ReadonlyMap<string, NamedActor>;
  readonly analystId: AnalystId;
  /** ISO 8601 UTC. */
  readonly now: string;
};

/** The id of an event of a collection: the same on every laptop. */
export function collectionEventId(collection: CollectionName, id: string): EventId {
  return idFrom<'event'>(`${collection}:${id}`);
}

/**
 * Make an event of a row. What has no field of its own, and every name as it is printed, stays with it in `origin`; an
 * actor is linked only where the registry knows the name. The codes of what had to be cut are answered too.
 */
export function makeCollectionEvent(
  row: JudgedRow,
  cell: Cells,
  making: EventMaking,
): { readonly event: Event; readonly remarks: readonly string[] } {
  const { collection, heads, fileName, analystId, now } = making;
  const isAcled = collection === 'acled';
  const note = cell(isAcled ? 'notes' : 'source_headline');
  const kept = keepColumns(Object.fromEntries(heads.map((head) => [head, cell(head)])));
  const event: Event = {
    id: collectionEventId(collection, row.id),
    title: titleOf(cell, isAcled, row.id).slice(0, maxEventTitle).toWellFormed(),
    dating: datingOf(row, cell, isAcled),
    places: [{ place: placeOf(row, cell, making), geoPrecision: geoPrecisionOf(cell, isAcled) }],
    actors: actorsOf(cell, making),
    subType: subEventTypes.find(({ subType }) => subType === cell('sub_event_type'))?.subType ?? null,
    deaths: deathsOf(cell, isAcled),
    note: note.slice(0, maxEventNote).toWellFormed(),
    passages: [],
    origin: {
      collection,
      id: row.id.slice(0, 300).toWellFormed(),
      fileName: fileName.slice(0, 300).toWellFormed(),
      readAt: now,
      columns: kept.columns,
    },
    analystId,
    createdAt: now,
    updatedAt: now,
  };
  return { event, remarks: kept.remarks };
}

function titleOf(cell: Cells, isAcled: boolean, id: string): string {
  const sides = isAcled ? [cell('actor1'), cell('actor2')] : [cell('side_a'), cell('side_b')];
  const who = sides.filter((side) => side !== '').join(' – ');
  const what = isAcled ? cell('sub_event_type') || cell('event_type') : '';
  const where = isAcled ? cell('location') : cell('where_coordinates');
  const told = [what, who].filter((part) => part !== '').join(': ');
  return [told, where].filter((part) => part !== '').join(', ') || id;
}

/** UCDP's precision of dates, as ACLED's: a day, up to a week, a month, longer. */
const ucdpPrecision: Readonly<Record<string, Dating['precision']>> = { 1: 1, 2: 2, 3: 2, 4: 3 };

function datingOf({ from, until }: JudgedRow, cell: Cells, isAcled: boolean): Dating {
  const printed = isAcled
    ? cell('event_date')
    : [...new Set([cell('date_start'), cell('date_end')])].filter((day) => day !== '').join(' – ');
  const code = isAcled ? cell('time_precision') : cell('date_prec');
  const acled = code === '1' ? 1 : code === '2' ? 2 : code === '3' ? 3 : null;
  const precision = isAcled ? acled : (ucdpPrecision[code] ?? null);
  if (from === null && until === null) return { ...undated, printed: printed.slice(0, 300).toWellFormed() };
  return {
    from,
    until,
    precision,
    basis: 'stated',
    printed: printed.slice(0, 300).toWellFormed(),
    reasons: [],
  };
}

function geoPrecisionOf(cell: Cells, isAcled: boolean): 1 | 2 | 3 | null {
  const code = Number(cell(isAcled ? 'geo_precision' : 'where_prec'));
  if (code === 1 || code === 2) return code;
  return code >= 3 && code <= 7 ? 3 : null;
}

/** Where each collection says where it was, the nearest first. */
const acledPlaces = ['location', 'admin3', 'admin2', 'admin1'];
const ucdpPlaces = ['where_coordinates', 'where_description', 'adm_2', 'adm_1'];

/** How exactly a point stands for its place, by the precision it was coded with. */
const precisions = { 1: 'exact', 2: 'near', 3: 'area' } as const;

function placeOf({ id, point, country }: JudgedRow, cell: Cells, { collection }: EventMaking): Place {
  const isAcled = collection === 'acled';
  const name = (isAcled ? acledPlaces : ucdpPlaces).map(cell).find((one) => one !== '') ?? (country || id);
  const precision = geoPrecisionOf(cell, isAcled);
  return {
    // A town of a collection is the same place in all of its rows.
    id: idFrom<'place'>(`${collection} ${name} ${point?.lat ?? ''} ${point?.lon ?? ''}`),
    name: name.slice(0, 200).toWellFormed(),
    aliases: [],
    country: countryCode(country),
    type: precision === 3 ? 'region' : 'P',
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    precision: point === null ? 'unknown' : precisions[precision ?? 3],
    source: isAcled ? 'ACLED' : 'UCDP GED',
    note: '',
  };
}

function actorsOf(cell: Cells, { collection, names }: EventMaking): EventActor[] {
  const actors: EventActor[] = [];
  for (const { printed, role } of printedActors(collection, cell)) {
    const found = findNamedActor(printed, names);
    const isThere = actors.some(({ actorId }) => actorId === found?.actorId);
    if (found !== null && !isThere && actors.length < maxEventActors) actors.push({ ...found, role });
  }
  return actors;
}

/** Every actor of a row as it is printed, with its side. */
export function printedActors(
  collection: CollectionName,
  cell: Cells,
): { readonly printed: string; readonly role: EventRole }[] {
  const columns: readonly (readonly [string, EventRole])[] =
    collection === 'acled'
      ? [
          ['actor1', 'side-1'],
          ['actor2', 'side-2'],
          ['assoc_actor_1', 'with-1'],
          ['assoc_actor_2', 'with-2'],
        ]
      : [
          ['side_a', 'side-1'],
          ['side_b', 'side-2'],
        ];
  return columns.flatMap(([head, role]) =>
    cell(head)
      .split(/\s*;\s*/)
      .filter((printed) => printed !== '')
      .map((printed) => ({ printed, role })),
  );
}

function deathsOf(cell: Cells, isAcled: boolean): Event['deaths'] {
  const [low, best, high] = (isAcled ? ['', 'fatalities', ''] : ['low', 'best', 'high']).map((head) =>
    head === '' ? null : readFigure(cell(head)),
  );
  const figures = { low: low ?? null, best: best ?? null, high: high ?? null };
  return Object.values(figures).every((figure) => figure === null) ? null : figures;
}
