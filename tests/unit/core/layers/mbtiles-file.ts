import type { SqlValue } from 'sql.js';

/** A tile by zoom, column and row from the south, as MBTiles counts. */
export type SouthTile = readonly [zoom: number, column: number, row: number, data: Uint8Array];

/** The ways in which programs set MBTiles out. */
export const schemes = {
  'one table with an index': `
    CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
    CREATE UNIQUE INDEX tile_index on tiles (zoom_level, tile_column, tile_row);`,
  'one table with a key': `
    CREATE TABLE tiles (zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL,
      tile_data BLOB NOT NULL, UNIQUE (zoom_level, tile_column, tile_row));`,
  'an index in another order': `
    CREATE TABLE "tiles" ("zoom_level" integer, "tile_column" integer, "tile_row" integer, "tile_data" blob);
    CREATE UNIQUE INDEX by_row on tiles (tile_row, tile_column, zoom_level);`,
  'a view over shared pictures': `
    CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT, grid_id TEXT);
    CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);
    CREATE TABLE images (tile_data blob, tile_id text);
    CREATE UNIQUE INDEX images_id ON images (tile_id);
    CREATE VIEW tiles AS SELECT map.zoom_level, map.tile_column, map.tile_row, images.tile_data
      FROM map JOIN images ON images.tile_id = map.tile_id;`,
  'shared pictures by number, without row ids': `
    CREATE TABLE tiles_shallow (zoom_level integer, tile_column integer, tile_row integer, tile_data_id integer,
      primary key(zoom_level,tile_column,tile_row)) without rowid;
    CREATE TABLE tiles_data (tile_data_id integer primary key, tile_data blob);
    CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data
      FROM tiles_shallow JOIN tiles_data USING (tile_data_id);`,
  'one table without an index': `
    CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);`,
  'shared pictures without any index': `
    CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
    CREATE TABLE images (tile_data blob, tile_id text);
    CREATE VIEW tiles AS SELECT map.zoom_level, map.tile_column, map.tile_row, images.tile_data
      FROM map JOIN images ON images.tile_id = map.tile_id;`,
} as const;

/** An MBTiles file, written by SQLite itself. */
export async function writeMbtiles(
  scheme: string,
  tiles: readonly SouthTile[],
  metadata: Readonly<Record<string, string>>,
  pageBytes = 4096,
): Promise<Uint8Array> {
  const { default: start } = await import('sql.js/dist/sql-asm.js');
  const db = new (await start()).Database();
  db.run(`PRAGMA page_size = ${pageBytes}`);
  db.run(`${scheme} CREATE TABLE metadata (name text, value text);`);
  for (const row of Object.entries(metadata)) db.run('INSERT INTO metadata VALUES (?, ?)', row);
  const insert = (sql: string, rows: readonly (readonly SqlValue[])[]) => {
    const statement = db.prepare(sql);
    for (const row of rows) statement.run([...row]);
    statement.free();
  };
  db.run('BEGIN');
  if (scheme.includes('images')) {
    insert(
      'INSERT INTO images (tile_id, tile_data) VALUES (?, ?)',
      tiles.map((tile) => [`${tile}`.slice(0, 40), tile[3]]),
    );
    insert(
      'INSERT INTO map (zoom_level, tile_column, tile_row, tile_id) VALUES (?, ?, ?, ?)',
      tiles.map((tile) => [tile[0], tile[1], tile[2], `${tile}`.slice(0, 40)]),
    );
  } else if (scheme.includes('tiles_data')) {
    insert(
      'INSERT INTO tiles_data VALUES (?, ?)',
      tiles.map((tile, at) => [at + 1, tile[3]]),
    );
    insert(
      'INSERT INTO tiles_shallow VALUES (?, ?, ?, ?)',
      tiles.map(([z, x, y], at) => [z, x, y, at + 1]),
    );
  } else
    insert(
      'INSERT INTO tiles VALUES (?, ?, ?, ?)',
      tiles.map((tile) => [...tile]),
    );
  db.run('COMMIT');
  const bytes = db.export();
  db.close();
  return bytes;
}
