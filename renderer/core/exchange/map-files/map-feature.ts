import type { Geometry, Position } from 'geojson';
import type { Change, Tables } from '#core/history/change.ts';

/** The tables whose records travel in map files. */
export const mapTables = ['events', 'places', 'tracks', 'areas', 'highlights'] as const;

export type MapTable = (typeof mapTables)[number];

/** A record of ours on its way to or from a map file. */
export type MapRecord = {
  [Table in MapTable]: { readonly table: Table; readonly record: Tables[Table] };
}[MapTable];

/** The shapes that map files hold; parts of a collection come as features of their own. */
export type MapShape = Exclude<Geometry, { readonly type: 'GeometryCollection' }>;

/** One thing of a map file, whichever format it is in: what any program can read, and with it our record as it is. */
export type MapFeature = {
  /** Of the record, or the file's own; empty: it has none. */
  readonly id: string;
  readonly name: string;
  /** Text, never markup. */
  readonly note: string;
  /** `null`: nobody has located it. */
  readonly shape: MapShape | null;
  /** Days, or moments where a file has them, as written; empty: not known. */
  readonly from: string;
  readonly until: string;
  /** What else there is to read, by its name. */
  readonly columns: Readonly<Record<string, string>>;
  /** The record it was written from, as JSON; `null`: the file is another program's. */
  readonly carried: string | null;
  /** A further point of the record of this id, for formats whose features have one point each; `null`: its own. */
  readonly partOf: string | null;
  /** Absent: all of what stands there. Else one of several shapes of it. */
  readonly part?: FeaturePart;
  /** Where it stands in its file, from 1. */
  readonly row: number;
};

/** Which of the shapes of one feature a feature is. */
export type FeaturePart = {
  /** Among those of its kind, from 1; `null`: the only one. */
  readonly number: number | null;
  /** Whether its days are its own; else they are those of all parts together. */
  readonly hasOwnDays: boolean;
};

/** What comes out of a map file. */
export type MapFileAnswer =
  | { readonly ok: true; readonly features: readonly MapFeature[]; readonly problems: readonly RowProblem[] }
  | {
      readonly ok: false;
      readonly code: string;
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** Something about one row or feature of a file that the analyst has to know. */
export type RowProblem = {
  /** The line of a table, or which feature of a file, from 1. */
  readonly row: number;
  /** What it calls itself. */
  readonly name: string;
  readonly code: string;
  /** What stands there; empty when the code says it all. */
  readonly value: string;
};

/** The name under which our record stands in every format. */
export const carriedKey = 'liptako';

/** A record as one line of JSON that any format can hold: what XML has no way to write is escaped. */
export function writeCarried({ table, record }: MapRecord): string {
  return JSON.stringify({ table, record }).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Every point of a shape. */
export function pointsOf(shape: MapShape): Position[] {
  if (shape.type === 'Point') return [shape.coordinates];
  if (shape.type === 'MultiPoint' || shape.type === 'LineString') return shape.coordinates;
  if (shape.type === 'MultiLineString' || shape.type === 'Polygon') return shape.coordinates.flat();
  return shape.coordinates.flat(2);
}

/** The record a change leaves, when it is one that travels in map files. */
export function isMapTable(table: Change['table']): table is MapTable {
  return (mapTables as readonly string[]).includes(table);
}
