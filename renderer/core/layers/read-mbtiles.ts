import type { FileSource } from '#core/import/file-source.ts';
import { holdBlocks } from './held-blocks.ts';
import { LayerRefusal } from './layer-problem.ts';
import type { Box } from './layer-shapes.ts';
import { plainWords } from './plain-words.ts';
import { openSqlite, type SchemaEntry, type Sqlite } from './read-sqlite.ts';
import { type TileArchive, type TileFacts, unpackTile, vectorLayers } from './tile-archive.ts';

/**
 * Open MBTiles 1.3, also where tiles that look the same are kept once (a view over two tables). Nothing but the pages a
 * tile lies on is read for it.
 */
export async function openMbtiles(source: FileSource): Promise<TileArchive> {
  const db = await openSqlite(holdBlocks(source));
  const metadata = await readMetadata(db);
  const look = findTiles(db);
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
function findTiles(db: Sqlite): Look {
  for (const table of db.schema) {
    const columns = table.type === 'table' ? columnsOf(table) : [];
    if (!place.every((column) => columns.includes(column))) continue;
    const key = placeKey(db, table);
    if (key === null) continue;
    if (columns.includes('tile_data'))
      return (z, x, y) => key.find(z, x, y).then((row) => blob(row, 'tile_data'));
    const shared = columns.find((column) => pictureTable(db, column) !== null);
    const pictures = shared === undefined ? null : pictureTable(db, shared);
    if (shared === undefined || pictures === null) continue;
    return async (z, x, y) => {
      const id = (await key.find(z, x, y))?.get(shared);
      return typeof id === 'number' || typeof id === 'string' ? pictures(id) : null;
    };
  }
  throw new LayerRefusal('no-tiles', {});
}

type Row = ReadonlyMap<string, unknown>;

/** The rows of a table by zoom, column and row; `null` when no index leads to them. */
function placeKey(db: Sqlite, table: SchemaEntry) {
  const order = indexOn(db, table, place);
  if (order === null) return null;
  return {
    async find(z: number, x: number, y: number): Promise<Row | null> {
      const values = { zoom_level: z, tile_column: x, tile_row: y };
      return order.find((column) => values[column as (typeof place)[number]]);
    },
  };
}

/** The picture of an id, if a table keeps pictures by ids of that name. */
function pictureTable(
  db: Sqlite,
  column: string,
): ((id: number | string) => Promise<Uint8Array | null>) | null {
  const table = db.schema.find(
    (one) => one.type === 'table' && columnsOf(one).includes('tile_data') && columnsOf(one).includes(column),
  );
  if (table === undefined) return null;
  const isRowId = new RegExp(`\\b${column}\\b["'\`\\]]?\\s+integer\\s+primary\\s+key`, 'i').test(table.sql);
  if (isRowId)
    return async (id) => {
      const row = typeof id === 'number' ? await db.findRow(table.root, id) : null;
      return row === null ? null : blob(named(table, row.values), 'tile_data');
    };
  const order = indexOn(db, table, [column]);
  return order === null ? null : async (id) => blob(await order.find(() => id), 'tile_data');
}

/** A way to the rows of a table by an index whose first columns are `columns` in any order. */
function indexOn(db: Sqlite, table: SchemaEntry, columns: readonly string[]) {
  const isWanted = (order: readonly string[]) =>
    order.length >= columns.length && order.slice(0, columns.length).every((one) => columns.includes(one));
  const [ownKey] = keysIn(table.sql).filter(isWanted);
  if (/without\s+rowid\s*;?\s*$/i.test(table.sql)) {
    // Such a table is an index itself: the columns of its key first, then the others.
    if (ownKey === undefined) return null;
    const layout = [...ownKey, ...columnsOf(table).filter((column) => !ownKey.includes(column))];
    return {
      async find(keyOf: (column: string) => number | string): Promise<Row | null> {
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
      async find(keyOf: (column: string) => number | string): Promise<Row | null> {
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
