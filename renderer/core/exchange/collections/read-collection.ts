import type { Event } from '#core/events/event.ts';
import { unguardCell } from '#core/exchange/csv.ts';
import type { RowProblem } from '#core/exchange/map-files/map-feature.ts';
import { type CsvFault, createCsvStream } from '#core/exchange/table/csv-stream.ts';
import { detectEncoding } from '#core/import/detect-encoding.ts';
import { fold } from '#core/text/fold.ts';
import { findNamedActor, type NamedActor } from './actor-names.ts';
import { type CollectionHead, recogniseCollection } from './collection.ts';
import { type EventMaking, makeCollectionEvent, printedActors } from './make-event.ts';
import { type Cells, dayNumber, type JudgedRow, judgeRow } from './read-row.ts';

/** What reading a large file needs of the place it runs in. */
export type StreamTools = {
  /** Decodes a text piece by piece; `null`: the encoding is not known there. */
  openDecoder(label: string): { decode(bytes: Uint8Array, isLast: boolean): string } | null;
  /** Lets others have their turn between two pieces; throws when the work is no longer wanted. */
  pause(done: number, total: number): Promise<void>;
};

/** Stands for “no readable day” among the days of rows. */
export const noDay = -0x80000000;

/** What is in an export, row by row, before anything is taken from it. */
export type CollectionSurvey = {
  readonly head: CollectionHead;
  /** Every country there is, in order of the alphabet; `rowCountry` holds places in it. */
  readonly countries: readonly string[];
  /** Of every row that can be taken: its country, and its first and last day since 1970 (`noDay`: not readable). */
  readonly rowCountry: Uint32Array;
  readonly rowFrom: Int32Array;
  readonly rowUntil: Int32Array;
  /** Rows that are in the file, those that can't be taken among them. */
  readonly rows: number;
  readonly refused: number;
  /** What is to be said of single rows, in their order; at most `mostProblems` are kept. */
  readonly problems: readonly RowProblem[];
  /** How often each code was met, whether it is among `problems` or not. */
  readonly problemCounts: Readonly<Record<string, number>>;
  /** Names of actors that the registry does not know, the most frequent first, with their rows. */
  readonly unknownActors: readonly (readonly [string, number])[];
};

export type CollectionAnswer<Good> =
  | ({ readonly ok: true } & Good)
  | {
      readonly ok: false;
      readonly code: string;
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** Most rows of a file that are told one by one, and names of actors that are told. */
export const mostProblems = 100_000;
const mostNames = 200;

/** The first row of a file, to tell what it is; `null`: it is no export of a collection. */
export function recogniseCollectionFile(bytes: Uint8Array, tools: StreamTools): CollectionHead | null {
  const sample = bytes.subarray(0, 256 * 1024);
  const encoding = detectEncoding(wholeLines(sample), null);
  const decoder = encoding === null ? null : tools.openDecoder(encoding.label);
  if (encoding === null || decoder === null) return null;
  const rows = createCsvStream().push(
    decoder.decode(wholeLines(sample).subarray(encoding.bomLength), true),
    true,
  );
  const first = Array.isArray(rows) ? rows[0] : undefined;
  return first === undefined ? null : recogniseCollection(first.map(unguardCell));
}

/** Look through an export: what can be taken, and what is to be said of each row. */
export async function surveyCollection(
  bytes: Uint8Array,
  names: ReadonlyMap<string, NamedActor>,
  tools: StreamTools,
): Promise<CollectionAnswer<{ readonly survey: CollectionSurvey }>> {
  const list = createSurvey(names);
  const fault = await eachRow(bytes, tools, list.add);
  if (fault !== null) return { ok: false, ...fault };
  const survey = list.close();
  return survey === null ? { ok: false, code: 'no-collection', detail: {} } : { ok: true, survey };
}

/** Which rows are taken: of these countries (`null`: of all), and with a day within these (`null`: open). */
export type CollectionFilter = {
  readonly countries: ReadonlySet<string> | null;
  readonly from: string | null;
  readonly until: string | null;
};

/** Make the events of an export that pass. A row that stands twice is taken once. */
export async function takeCollection(
  bytes: Uint8Array,
  filter: CollectionFilter,
  making: Omit<EventMaking, 'collection' | 'heads'>,
  tools: StreamTools,
): Promise<CollectionAnswer<{ readonly events: readonly Event[] }>> {
  const events: Event[] = [];
  const met = new Set<string>();
  const fault = await eachRow(bytes, tools, ({ head, judged, cell }) => {
    if (judged.refusal !== null || met.has(judged.id)) return;
    met.add(judged.id);
    if (!passes(judged, filter)) return;
    const { collection, heads } = head;
    events.push(makeCollectionEvent(judged, cell, { ...making, collection, heads }).event);
  });
  return fault === null ? { ok: true, events } : { ok: false, ...fault };
}

/** Whether a row is among those that are wanted; without a readable day it passes only where no day is asked for. */
export function passes({ country, from, until }: JudgedRow, filter: CollectionFilter): boolean {
  if (filter.countries !== null && !filter.countries.has(country)) return false;
  if (filter.from === null && filter.until === null) return true;
  if (from === null || until === null) return false;
  return (filter.from === null || until >= filter.from) && (filter.until === null || from <= filter.until);
}

type ReadRow = {
  readonly head: CollectionHead;
  readonly judged: JudgedRow;
  readonly cell: Cells;
  /** Among the rows of the file, its heads counted. */
  readonly row: number;
};

type Fault = { readonly code: string; readonly detail: Readonly<Record<string, string | number>> };

const pieceBytes = 2 * 1024 * 1024;

async function eachRow(
  bytes: Uint8Array,
  tools: StreamTools,
  onRow: (row: ReadRow) => void,
): Promise<Fault | null> {
  const encoding = detectEncoding(wholeLines(bytes.subarray(0, pieceBytes)), null);
  const decoder = encoding === null ? null : tools.openDecoder(encoding.label);
  if (encoding === null || decoder === null) return { code: 'undecodable', detail: {} };
  const stream = createCsvStream();
  const reader = createRowReader(onRow);
  for (let at = encoding.bomLength; at < bytes.length; at += pieceBytes) {
    const isLast = at + pieceBytes >= bytes.length;
    const piece = decoder.decode(bytes.subarray(at, at + pieceBytes), isLast);
    const rows: string[][] | CsvFault = stream.push(piece, isLast);
    if (!Array.isArray(rows)) return rows;
    for (const row of rows) if (!reader.read(row.map(unguardCell))) return reader.fault(row);
    await tools.pause(Math.min(bytes.length, at + pieceBytes), bytes.length);
  }
  return null;
}

function createRowReader(onRow: (row: ReadRow) => void) {
  let head: CollectionHead | null = null;
  let places: ReadonlyMap<string, number> = new Map();
  let number = 0;
  return {
    /** Answers whether the file is an export of a collection. */
    read(row: readonly string[]): boolean {
      number += 1;
      if (head === null) {
        head = recogniseCollection(row);
        if (head === null) return false;
        places = placesOf(head.heads);
        if (!head.isHeadless) return true;
      }
      const cell: Cells = (name) => row[places.get(name) ?? -1]?.trim() ?? '';
      onRow({ head, judged: judgeRow(head, row, cell), cell, row: number });
      return true;
    },
    fault: (row: readonly string[]): Fault => ({
      code: 'no-collection',
      detail: { heads: row.join(', ').slice(0, 200) },
    }),
  };
}

/** Where each head stands; one that stands twice is its first column. */
function placesOf(heads: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, head] of heads.entries()) if (!places.has(head)) places.set(head, at);
  return places;
}

/** Without the last line, which may be cut within a letter; all of a text of one line. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  return end <= 0 ? bytes : bytes.subarray(0, end);
}

function createSurvey(names: ReadonlyMap<string, NamedActor>) {
  let head: CollectionHead | null = null;
  const countries = new Map<string, number>();
  const [rowCountry, rowFrom, rowUntil]: number[][] = [[], [], []];
  const met = new Set<string>();
  const notes = createNotes();
  const strangers = createStrangers(names);
  let rows = 0;
  let refused = 0;
  return {
    add({ head: own, judged, cell, row }: ReadRow): void {
      head = own;
      rows += 1;
      for (const { code, value } of judged.remarks) notes.add({ row, name: judged.id, code, value });
      const refusal = judged.refusal ?? (met.has(judged.id) ? 'twice' : null);
      if (refusal !== null) {
        refused += 1;
        notes.add({ row, name: judged.id, code: refusal, value: '' });
        return;
      }
      met.add(judged.id);
      const place = countries.get(judged.country) ?? countries.size;
      countries.set(judged.country, place);
      rowCountry?.push(place);
      rowFrom?.push(judged.from === null ? noDay : dayNumber(judged.from));
      rowUntil?.push(judged.until === null ? noDay : dayNumber(judged.until));
      for (const { printed } of printedActors(own.collection, cell)) strangers.add(printed);
    },
    close(): CollectionSurvey | null {
      if (head === null) return null;
      const inOrder = inAlphabet([...countries.keys()]);
      const moved = new Uint32Array(countries.size);
      for (const [at, name] of inOrder.entries()) moved[countries.get(name) ?? 0] = at;
      return {
        head,
        countries: inOrder,
        rowCountry: Uint32Array.from(rowCountry ?? [], (place) => moved[place] ?? 0),
        rowFrom: Int32Array.from(rowFrom ?? []),
        rowUntil: Int32Array.from(rowUntil ?? []),
        rows,
        refused,
        ...notes.close(),
        unknownActors: strangers.close(),
      };
    },
  };
}

/** Names in order of the alphabet; a column that holds no countries may have as many names as rows. */
function inAlphabet(names: readonly string[]): string[] {
  const keyed = names.map((name) => ({ name, key: fold(name) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ name }) => name);
}

function createNotes() {
  const problems: RowProblem[] = [];
  const problemCounts: Record<string, number> = {};
  return {
    add(problem: RowProblem): void {
      problemCounts[problem.code] = (problemCounts[problem.code] ?? 0) + 1;
      if (problems.length < mostProblems) problems.push(problem);
    },
    close: () => ({ problems, problemCounts }),
  };
}

function createStrangers(names: ReadonlyMap<string, NamedActor>) {
  const counts = new Map<string, number>();
  const known = new Map<string, boolean>();
  return {
    add(printed: string): void {
      let isKnown = known.get(printed);
      if (isKnown === undefined) {
        isKnown = findNamedActor(printed, names) !== null;
        known.set(printed, isKnown);
      }
      if (!isKnown) counts.set(printed, (counts.get(printed) ?? 0) + 1);
    },
    close: () => [...counts].sort(([, a], [, b]) => b - a).slice(0, mostNames),
  };
}
