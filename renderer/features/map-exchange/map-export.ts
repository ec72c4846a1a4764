import { leaveOutAcled } from '#core/events/leave-out-acled.ts';
import type { MapRecord, MapTable } from '#core/exchange/map-files/map-feature.ts';
import type { MapFormat } from '#core/exchange/map-files/write-map-file.ts';
import type { Place } from '#core/geo/place.ts';
import type { SaveAnswer, SaveKind } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { byArticle, type MapRecords } from '#storage/map-records.ts';
import { startMapEngine } from './map-engine.ts';

/** What goes out. */
export type MapChoice = {
  readonly format: MapFormat;
  readonly tables: ReadonlySet<MapTable>;
  /** Ids that map and timeline show; `null`: all. */
  readonly onlyIds: ReadonlySet<string> | null;
  /** Whether events that came from ACLED go along. */
  readonly withAcled: boolean;
};

/** The records of a choice, and the places of the program's gazetteer that go along. */
export type ChosenRecords = {
  readonly records: readonly MapRecord[];
  readonly gazetteer: readonly Place[];
  /** Of both. */
  readonly total: number;
};

/** Pick what a choice means. A format of events takes nothing else. */
export function chooseRecords(all: MapRecords, choice: MapChoice): ChosenRecords {
  const isEventsOnly = choice.format === 'acled' || choice.format === 'ucdp';
  const wants = (table: MapTable) => choice.tables.has(table) && (!isEventsOnly || table === 'events');
  const isIn = ({ id }: { readonly id: string }) => choice.onlyIds === null || choice.onlyIds.has(id);
  const events = (choice.withAcled ? all.events : leaveOutAcled(all.events)).filter(isIn);
  const records: MapRecord[] = [
    ...(wants('events') ? events.map((record) => ({ table: 'events' as const, record })) : []),
    ...(wants('places') ? all.places.map((record) => ({ table: 'places' as const, record })) : []),
    ...(wants('tracks')
      ? all.tracks.filter(isIn).map((record) => ({ table: 'tracks' as const, record }))
      : []),
    ...(wants('areas') ? all.areas.filter(isIn).map((record) => ({ table: 'areas' as const, record })) : []),
    ...(wants('highlights')
      ? all.highlights.filter(isIn).map((record) => ({ table: 'highlights' as const, record }))
      : []),
  ];
  const gazetteer = wants('places') ? acceptedPlaces(all) : [];
  return { records, gazetteer, total: records.length + gazetteer.length };
}

/** Places accepted anywhere that the analyst did not make. */
function acceptedPlaces({ mentions, places }: MapRecords): Place[] {
  const own = new Set(places.map(({ id }) => id));
  return [...new Map(mentions.map(({ place }) => [place.id, place])).values()].filter(
    ({ id }) => !own.has(id),
  );
}

const kinds: Readonly<Record<MapFormat, SaveKind>> = {
  geojson: 'geojson',
  kml: 'kml',
  gpx: 'gpx',
  csv: 'csv',
  acled: 'csv',
  ucdp: 'csv',
};

/** Write the chosen records and save them where the analyst says; `null` when cancelled. */
export async function saveMapFile(
  all: MapRecords,
  { records, gazetteer }: ChosenRecords,
  { format, name }: { readonly format: MapFormat; readonly name: string },
): Promise<SaveAnswer | null> {
  const engine = startMapEngine();
  try {
    const context = {
      articles: new Map(all.articles.map((article) => [article.id, article])),
      tagNames: all.tagNames,
      mentions: byArticle(all.mentions),
    };
    const content = await engine.call('write', { format, name, records, gazetteer, context });
    return await desktop().saveFile({ suggestedName: name, kind: kinds[format], content });
  } finally {
    engine.close();
  }
}
