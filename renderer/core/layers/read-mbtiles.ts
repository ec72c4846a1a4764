import type { FileSource } from '#core/import/file-source.ts';
import { holdBlocks } from './held-blocks.ts';
import { LayerRefusal } from './layer-problem.ts';
import type { Box } from './layer-shapes.ts';
import { plainWords } from './plain-words.ts';
import { openSqlite, type SchemaEntry, type Sqlite } from './read-sqlite.ts';
import { type TileArchive, type TileFacts, unpackTile, vectorLayers } from './tile-archive.ts';

/** A file without an index may be so large: it is read through once. */
export const maxScanBytes = 256 * 1024 * 1024;
const mostScannedRows = 1_000_000;

/**
 * Open MBTiles 1.3, also where tiles that look the same are kept once (a view over two tables). Nothing but the pages a
 * tile lies on is read for it; without an index the places of all tiles are gathered when the first is asked for.
 */
export async function openMbtiles(source: FileSource): Promise<TileArchive> {
  const db = await openSqlite(holdBlocks(source));
  const metadata = await readMetadata(db);
  const look = findTiles(db, source.sizeBytes);
  const kind = tileKind(metadata);
  const facts = {
    title: plainWords(metadata.get('name') ?? ''),
    attribution: plainWords(metadata.get('attribution') ?? ''),
    kind,
    minZoom: zoomOf(metadata.get('minzoom'), 0),
    maxZoom: zoomOf(metadata.get('maxzoom'), 14),
    box: boxOf(metadata.get('bounds')),
    layers: kind === 'vector' ? vectorLayers(jsonOf(metadata.get('json')).vector_layers) : [],
  };
  return {
    facts,
    async getTile(z, x, y) {
      // Rows are counted from the south.
      const bytes = await look(z, x, 2 ** z - 1 - y);
      return bytes === null ? null : unpackTile(bytes);
    },
  };
}

type Look = (zoom: number, column: number, row: number) => Promise<Uint8Array | null>;

async function readMetadata(db: Sqlite): Promise<ReadonlyMap<string, string>> {
  const table = db.schema.find(({ type, name }) => type === 'table' && name === 'metadata');
  if (table === undefined) return new Map();
  const rows = await db.readTable(table.root, 1_000);
  return new Map(rows.map(({ values: [name, value] }) => [String(name), String(value ?? '')]));
}

function tileKind(metadata: ReadonlyMap<string, string>): TileFacts['kind'] {
  const crs = metadata.get('crs') ?? metadata.get('srs') ?? '';
  if (crs !== '' && !/3857|900913|mercator/i.test(crs)) throw new LayerRefusal('other-projection', { crs });
  const format = (metadata.get('format') ?? 'png').toLowerCase();
  if (format === 'pbf' || format === 'mvt') return 'vector';
  if (/^(image\/)?(jpg|jpeg)$/.test(format)) return 'image/jpeg';
  const picture = /^(?:image\/)?(png|webp|avif)(?:8)?$/.exec(format)?.[1];
  if (picture === undefined) throw new LayerRefusal('tile-kind', { kind: format.slice(0, 40) });
  return `image/${picture as 'png' | 'webp' | 'avif'}`;
}

const place = ['zoom_level', 'tile_column', 'tile_row'] as const;

/** How a tile is found: in one table, or by a table that names where its picture is kept. */
function findTiles(db: Sqlite, sizeBytes: number): Look {
  for (const table of db.schema) {
    const look = table.type === 'table' ? tilesIn({ db, sizeBytes }, table) : null;
    if (look !== null) return look;
  }
  throw new LayerRefusal('no-tiles', {});
}

/** `null`: the table does not say where tiles belong, or nothing leads from there to their pictures. */
function tilesIn(ways: Ways, table: SchemaEntry): Look | null {
  const columns = columnsOf(table);
  if (!place.every((column) => columns.includes(column))) return null;
  const shared = columns.find((column) => pictureTable(ways.db, column) !== null);
  const isOwn = columns.includes('tile_data');
  const rows = isOwn || shared !== undefined ? wayTo(ways, table, place) : null;
  if (rows === null) return null;
  const find = (zoom: number, column: number, row: number) => {
    const values = { zoom_level: zoom, tile_column: column, tile_row: row };
    return rows.find((name) => values[name as (typeof place)[number]]);
  };
  if (isOwn) return (z, x, y) => find(z, x, y).then((row) => blob(row, 'tile_data'));
  const pictures = shared === undefined ? null : findPictures(ways, shared);
  if (shared === undefined || pictures === null) return null;
  return async (z, x, y) => {
    const id = (await find(z, x, y))?.get(shared);
    return typeof id === 'number' || typeof id === 'string' ? pictures(id) : null;
  };
}

type Row = ReadonlyMap<string, unknown>;
type Ways = { readonly db: Sqlite; readonly sizeBytes: number };
/** Leads to the row whose columns have the values that `keyOf` names. */
type Way = { find(keyOf: (column: string) => number | string): Promise<Row | null> };

/** The table that keeps pictures by ids of that name. */
function pictureTable(db: Sqlite, column: string): SchemaEntry | null {
  const found = db.schema.find(
    (one) => one.type === 'table' && columnsOf(one).includes('tile_data') && columnsOf(one).includes(column),
  );
  return found ?? null;
}

/** The picture of an id. */
function findPictures(
  ways: Ways,
  column: string,
): ((id: number | string) => Promise<Uint8Array | null>) | null {
  const { db } = ways;
  const table = pictureTable(db, column);
  if (table === null) return null;
  const isRowId = new RegExp(`\\b${column}\\b["'\`\\]]?\\s+integer\\s+primary\\s+key`, 'i').test(table.sql);
  if (isRowId)
    return async (id) => {
      const row = typeof id === 'number' ? await db.findRow(table.root, id) : null;
      return row === null ? null : blob(named(table, row.values), 'tile_data');
    };
  const order = wayTo(ways, table, [column]);
  return order === null ? null : async (id) => blob(await order.find(() => id), 'tile_data');
}

/** By an index, or by a look through the whole table; `null`: it has neither an index nor numbered rows. */
function wayTo({ db, sizeBytes }: Ways, table: SchemaEntry, columns: readonly string[]): Way | null {
  const byIndex = indexOn(db, table, columns);
  if (byIndex !== null || isWithoutRowId(table)) return byIndex;
  if (sizeBytes > maxScanBytes) throw new LayerRefusal('no-index', { sizeBytes, limit: maxScanBytes });
  return scanOf(db, table, columns);
}

function scanOf(db: Sqlite, table: SchemaEntry, columns: readonly string[]): Way {
  const layout = columnsOf(table);
  const places = columns.map((column) => layout.indexOf(column));
  let scan: Promise<ReadonlyMap<string, number>> | null = null;

  async function gather(): Promise<ReadonlyMap<string, number>> {
    const rowIds = new Map<string, number>();
    await db.scanTable(table.root, Math.max(...places) + 1, ({ rowId, values }) => {
      const key = places.map((at) => values[at]).join('/');
      if (rowIds.size >= mostScannedRows)
        throw new LayerRefusal('damaged', { form: 'MBTiles', line: 0, problem: 'too many tiles' });
      if (!rowIds.has(key)) rowIds.set(key, rowId);
    });
    return rowIds;
  }

  return {
    async find(keyOf) {
      scan ??= gather();
      const rowId = (await scan).get(columns.map(keyOf).join('/'));
      const row = rowId === undefined ? null : await db.findRow(table.root, rowId);
      return row && named(table, row.values);
    },
  };
}

function isWithoutRowId({ sql }: SchemaEntry): boolean {
  return /without\s+rowid\s*;?\s*$/i.test(sql);
}

/** A way to the rows of a table by an index whose first columns are `columns` in any order. */
function indexOn(db: Sqlite, table: SchemaEntry, columns: readonly string[]): Way | null {
  const isWanted = (order: readonly string[]) =>
    order.length >= columns.length && order.slice(0, columns.length).every((one) => columns.includes(one));
  const [ownKey] = keysIn(table.sql).filter(isWanted);
  if (isWithoutRowId(table)) {
    // Such a table is an index itself: the columns of its key first, then the others.
    if (ownKey === undefined) return null;
    const layout = [...ownKey, ...columnsOf(table).filter((column) => !ownKey.includes(column))];
    return {
      async find(keyOf) {
        const values = await db.findInIndex(table.root, ownKey.slice(0, columns.length).map(keyOf));
        return values && new Map(layout.map((column, at) => [column, values[at]]));
      },
    };
  }
  const indexes = db.schema.filter((one) => one.type === 'index' && one.table === table.name);
  for (const index of indexes) {
    const order = index.sql === '' ? ownKey : listIn(index.sql.slice(index.sql.search(/\bon\b/i)));
    if (order === undefined || !isWanted(order)) continue;
    return {
      async find(keyOf) {
        const entry = await db.findInIndex(index.root, order.slice(0, columns.length).map(keyOf));
        const rowId = entry?.at(-1);
        const row = typeof rowId === 'number' ? await db.findRow(table.root, rowId) : null;
        return row && named(table, row.values);
      },
    };
  }
  return null;
}

function named(table: SchemaEntry, values: readonly unknown[]): Row {
  return new Map(columnsOf(table).map((column, at) => [column, values[at]]));
}

function blob(row: Row | null, column: string): Uint8Array | null {
  const value = row?.get(column);
  return value instanceof Uint8Array ? value : null;
}

/** Names of the columns in the statement that made a table. */
function columnsOf({ sql }: SchemaEntry): string[] {
  const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  return splitOutside(inside)
    .map((part) => bare(/^\s*("[^"]*"|`[^`]*`|\[[^\]]*\]|'[^']*'|[^\s(]+)/.exec(part)?.[1] ?? ''))
    .filter((name) => !/^(primary|unique|constraint|foreign|check)$/.test(name));
}

/** The columns of every key that the statement asks for: of one column beside it, of several at the end. */
function keysIn(sql: string): string[][] {
  const ends = [...sql.matchAll(/\b(?:primary\s+key|unique)\s*(\([^)]*\))/gi)].map(([, list = '']) =>
    listIn(list),
  );
  const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  const beside = splitOutside(inside)
    .filter((part) => /\S\s.*\b(?:primary\s+key|unique)\b(?!\s*\()/is.test(part))
    .map((part) => [bare(part.trim().split(/\s/)[0] ?? '')]);
  return [...ends, ...beside];
}

function listIn(sql: string): string[] {
  return splitOutside(/\(([^)]*)\)/.exec(sql)?.[1] ?? '').map((part) =>
    bare(part.trim().split(/\s/)[0] ?? ''),
  );
}

function splitOutside(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= list.length; at++) {
    const character = list[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if ((character === ',' && depth === 0) || at === list.length) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
}

function bare(name: string): string {
  return name.replace(/^["'`[]|["'`\]]$/g, '').toLowerCase();
}

function jsonOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function zoomOf(text: string | undefined, otherwise: number): number {
  const zoom = Number(text ?? '');
  return text !== undefined && text.trim() !== '' && Number.isFinite(zoom)
    ? Math.min(24, Math.max(0, Math.floor(zoom)))
    : otherwise;
}

function boxOf(text: string | undefined): Box {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = (text ?? '')
    .split(',')
    .map(Number);
  const isSound = west < east && south < north && Math.abs(west) <= 180 && Math.abs(north) <= 90;
  return isSound ? [west, south, east, north] : [-180, -85.0511, 180, 85.0511];
}
