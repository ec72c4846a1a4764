import type { Highlight } from '#core/annotations/highlight.ts';
import type { Event } from '#core/events/event.ts';
import type { MapRecord } from '#core/exchange/map-files/map-feature.ts';
import type { MapOurs } from '#core/exchange/map-files/plan-map-import.ts';
import type { Place } from '#core/geo/place.ts';
import type { AnalystId, AreaId, HighlightId, PlaceId, TagId, TrackId } from '#core/ids.ts';
import { undated } from '#core/time/dating.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { days, event, passage, takesPart, town } from '#tests/unit/core/events/events.ts';

const at = { createdAt: '2024-10-01T08:00:00.000Z', updatedAt: '2024-10-02T08:00:00.000Z' };

/** Text that every format has to carry unharmed. */
export const awkward =
  'Kidal <b>&amp;</b> “quoted”\r\n;\t=1+1 \u0001\u2028 \ufffe ]]> 北 é <script>alert(1)</script>';

export const bamako: Event = event('0192-bamako', {
  title: `Double attack in Bamako ${awkward}`.slice(0, 300),
  dating: days('2024-09-17'),
  places: [
    { place: town('Bamako', 12.65, -8), geoPrecision: 1 },
    { place: town('Faladié', 12.5947, -7.9471), geoPrecision: 2 },
    { place: town('Intazayene', null, null), geoPrecision: null },
  ],
  actors: [takesPart('jnim'), takesPart('fama', 'side-2')],
  subType: 'Armed clash',
  deaths: { low: 70, best: 77, high: null },
  note: awkward,
  passages: [passage('a-1', 12, 'at least 70 dead <and> 200 wounded')],
});

export const undatedEvent: Event = event('0192-undated', { title: 'Nobody says where' });

export const camp: Place = {
  ...town('Camp of the analyst', 17.1, 0.4),
  id: '0192-camp' as PlaceId,
  type: 'analyst',
  aliases: ['Le camp', 'المعسكر'],
  note: awkward,
};

export const unlocated: Place = { ...town('Inafarak', null, null), id: '0192-inafarak' as PlaceId };

export const convoy: Track = {
  id: '0192-convoy' as TrackId,
  name: 'Convoy to Kidal',
  actorIds: [],
  waypoints: [
    { lat: 16.2717, lon: -0.0447, name: 'Gao', dating: days('2024-09-12') },
    { lat: 17.123456789, lon: 0.5, name: '', dating: undated },
    { lat: 18.4411, lon: 1.4078, name: 'Kidal', dating: days('2024-09-19') },
  ],
  uncertaintyKm: 12.5,
  note: 'arrows & bands',
  passages: [passage('a-1', 50, 'the convoy reached Kidal')],
  ...at,
};

export const zone: Area = {
  id: '0192-zone' as AreaId,
  name: 'Zone of influence',
  kind: 'influence',
  actorIds: [],
  rings: [
    [
      [0, 14],
      [2, 14],
      [2, 16],
      [0, 16],
    ],
    [
      [0.5, 14.5],
      [1, 14.5],
      [1, 15],
    ],
  ],
  dating: days('2024-01-01', null, null),
  note: '',
  passages: [],
  analystId: 'someone' as AnalystId,
  ...at,
};

export const highlight: Highlight = {
  id: '0192-highlight' as HighlightId,
  anchor: passage('a-1', 100, awkward),
  tagIds: ['t-1' as TagId],
  note: 'why',
  grade: { reliability: 'B', credibility: 2 },
  marks: ['important'],
  ...at,
};

export const sampleRecords: readonly MapRecord[] = [
  { table: 'events', record: bamako },
  { table: 'events', record: undatedEvent },
  { table: 'places', record: camp },
  { table: 'places', record: unlocated },
  { table: 'tracks', record: convoy },
  { table: 'areas', record: zone },
  { table: 'highlights', record: highlight },
];

/** A case that holds the article and the tag of the sample, and nothing else. */
export const emptyCase: MapOurs = {
  events: [],
  places: [],
  tracks: [],
  areas: [],
  highlights: [],
  articles: [{ id: bamako.passages[0]?.articleId ?? never(), textSha256: 'a'.repeat(64) }],
  tagIds: new Set(['t-1' as TagId]),
  mentions: [],
};

/** The case once `records` are in it. */
export function caseWith(records: readonly MapRecord[]): MapOurs {
  const of = (table: MapRecord['table']) =>
    records.filter((one) => one.table === table).map(({ record }) => record);
  return {
    ...emptyCase,
    events: of('events'),
    places: of('places'),
    tracks: of('tracks'),
    areas: of('areas'),
    highlights: of('highlights'),
  } as MapOurs;
}

function never(): never {
  throw new Error('the sample has a passage');
}
