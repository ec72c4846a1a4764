import type { FileSource } from '#core/import/file-source.ts';
import { LayerRefusal } from './layer-problem.ts';
import { decodeRecord, readVarint, type SqliteValue } from './sqlite-record.ts';

/** A row of a table: its number and its columns, of which the last may be missing. */
export type SqliteRow = { readonly rowId: number; readonly values: readonly SqliteValue[] };

/** What a database says of a table, index or view. */
export type SchemaEntry = {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  /** Page of its first node. */
  readonly root: number;
  readonly sql: string;
};

/** A database that is looked things up in, a few pages at a time. */
export type Sqlite = {
  readonly schema: readonly SchemaEntry[];
  /** The rows of a small table; refused when there are more than `limit`. */
  readTable(root: number, limit: number): Promise<SqliteRow[]>;
  /** Go through the rows of a table of any size, of which only the first `columns` are read. */
  scanTable(root: number, columns: number, onRow: (row: SqliteRow) => void): Promise<void>;
  /** The row of this number; `null` when there is none. */
  findRow(root: number, rowId: number): Promise<SqliteRow | null>;
  /** The first record of an index whose first columns are `key`. */
  findInIndex(root: number, key: readonly (number | string)[]): Promise<readonly SqliteValue[] | null>;
};

type Page = { readonly bytes: Uint8Array; readonly view: DataView; readonly start: number };
type Visit = {
  /** So many may still be visited. */
  pages: number;
  readonly row: (page: Page, cell: number) => Promise<void>;
};
type Layout = { readonly pageBytes: number; readonly usable: number };

/** No tree of a sound database is deeper. */
const deepest = 24;
/** What one record may hold: a tile of a map, or the words about it. */
const largestRecord = 16 * 1024 * 1024;

/**
 * Open an SQLite 3 database for reading (https://sqlite.org/fileformat2.html): its pages are read when they are needed,
 * so that a file of any size may be used. Only what is needed to look rows up is here: b-trees of tables and indexes,
 * records, overflow pages, UTF-8.
 */
export async function openSqlite(source: FileSource): Promise<Sqlite> {
  const head = view(await source.read(0, 100));
  if (head.byteLength < 100) throw damaged('header');
  const written = head.getUint16(16);
  const pageBytes = written === 1 ? 65_536 : written;
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0) throw damaged('page size');
  if (head.getUint32(56) > 1) throw damaged('text is not UTF-8');
  const tree = createTrees(source, { pageBytes, usable: pageBytes - head.getUint8(20) });
  const rows = await tree.readTable(1, 10_000);
  return {
    ...tree,
    schema: rows.map(({ values: [type, name, table, root, sql] }) => ({
      type: String(type),
      name: String(name),
      table: String(table),
      root: Number(root ?? 0),
      sql: typeof sql === 'string' ? sql : '',
    })),
  };
}

/** Pages of a table that is read whole: those are small. */
const mostPages = 20_000;

function createTrees(source: FileSource, layout: Layout): Omit<Sqlite, 'schema'> {
  async function readPage(number: number): Promise<Page> {
    const at = (number - 1) * layout.pageBytes;
    if (number < 1 || at + layout.pageBytes > source.sizeBytes) throw damaged(`page ${number}`);
    const bytes = await source.read(at, at + layout.pageBytes);
    return { bytes, view: view(bytes), start: number === 1 ? 100 : 0 };
  }

  /** The content of a record that begins at `at` on `page` and may go on on overflow pages. */
  async function readPayload(page: Page, at: number, size: number, isIndex: boolean): Promise<Uint8Array> {
    if (size > largestRecord) throw damaged('a record is too large');
    const here = localBytes(size, layout.usable, isIndex);
    if (at + here > page.bytes.length) throw damaged('a record leaves its page');
    if (here === size) return page.bytes.subarray(at, at + size);
    const whole = new Uint8Array(size);
    whole.set(page.bytes.subarray(at, at + here));
    let filled = here;
    let next = page.view.getUint32(at + here);
    while (filled < size) {
      const more = await readPage(next);
      next = more.view.getUint32(0);
      const piece = more.bytes.subarray(4, Math.min(layout.usable, 4 + size - filled));
      whole.set(piece, filled);
      filled += piece.length;
    }
    return whole;
  }

  async function readRow(page: Page, cell: number): Promise<SqliteRow> {
    const size = readVarint(page.bytes, cell);
    const rowId = readVarint(page.bytes, size.next);
    const payload = await readPayload(page, rowId.next, size.value, false);
    return { rowId: rowId.value, values: decodeRecord(payload) };
  }

  async function readKey(page: Page, cell: number): Promise<readonly SqliteValue[]> {
    const size = readVarint(page.bytes, cell);
    return decodeRecord(await readPayload(page, size.next, size.value, true));
  }

  /** Of a long record the first columns most often stand on its own page; the pages it goes on on are not read then. */
  async function readStart(page: Page, cell: number, columns: number): Promise<SqliteRow> {
    const size = readVarint(page.bytes, cell);
    const rowId = readVarint(page.bytes, size.next);
    const here = Math.min(localBytes(size.value, layout.usable, false), page.bytes.length - rowId.next);
    try {
      const start = page.bytes.subarray(rowId.next, rowId.next + here);
      return { rowId: rowId.value, values: decodeRecord(start, columns) };
    } catch (error) {
      if (!(error instanceof RangeError) || here === size.value) throw error;
      return readRow(page, cell);
    }
  }

  /** Pages that point at one another would never end: no more than `pages` are visited. */
  async function walk(number: number, visit: Visit, depth = 0): Promise<void> {
    visit.pages -= 1;
    if (visit.pages < 0) throw damaged('too many pages');
    const page = await nodeAt(readPage, number, depth);
    for (const cell of page.cells) {
      if (page.kind === 13) await visit.row(page, cell);
      else await walk(page.view.getUint32(cell), visit, depth + 1);
    }
    if (page.kind === 5) await walk(page.right, visit, depth + 1);
  }

  return {
    async readTable(root, limit) {
      const rows: SqliteRow[] = [];
      const row = async (page: Page, cell: number) => {
        if (rows.length > limit) throw damaged('too many rows');
        rows.push(await readRow(page, cell));
      };
      await walk(root, { pages: mostPages, row });
      return rows;
    },
    async scanTable(root, columns, onRow) {
      const row = async (page: Page, cell: number) => onRow(await readStart(page, cell, columns));
      await walk(root, { pages: source.sizeBytes / layout.pageBytes, row });
    },
    async findRow(root, rowId) {
      let number = root;
      for (let depth = 0; ; depth++) {
        const page = await nodeAt(readPage, number, depth);
        if (page.kind === 13) {
          const cell = page.cells.find((at) => rowIdAt(page, at) === rowId);
          return cell === undefined ? null : readRow(page, cell);
        }
        // Each cell has the greatest row of the tree to its left.
        const cell = page.cells.find((at) => rowId <= readVarint(page.bytes, at + 4).value);
        number = cell === undefined ? page.right : page.view.getUint32(cell);
      }
    },
    async findInIndex(root, key) {
      let number = root;
      let found: readonly SqliteValue[] | null = null;
      for (let depth = 0; ; depth++) {
        const page = await nodeAt(readPage, number, depth);
        const isLeaf = page.kind === 10;
        const at = await firstNotBefore(page, key, (cell) => readKey(page, isLeaf ? cell : cell + 4));
        if (at.record !== null && compare(at.record, key) === 0) found = at.record;
        if (isLeaf) return found;
        const cell = page.cells[at.index];
        number = cell === undefined ? page.right : page.view.getUint32(cell);
      }
    },
  };
}

type Node = Page & {
  /** 2 and 5: inner nodes of indexes and tables; 10 and 13: their leaves. */
  readonly kind: number;
  readonly cells: readonly number[];
  /** The page after the last cell of an inner node. */
  readonly right: number;
};

async function nodeAt(
  readPage: (number: number) => Promise<Page>,
  number: number,
  depth: number,
): Promise<Node> {
  if (depth > deepest) throw damaged('a tree without an end');
  const page = await readPage(number);
  const { start } = page;
  const kind = page.bytes[start] ?? 0;
  if (![2, 5, 10, 13].includes(kind)) throw damaged(`page ${number} is of no known kind`);
  const isInner = kind === 2 || kind === 5;
  const first = start + (isInner ? 12 : 8);
  const count = page.view.getUint16(start + 3);
  if (first + count * 2 > page.bytes.length) throw damaged(`page ${number} has too many cells`);
  const cells = Array.from({ length: count }, (_, at) => page.view.getUint16(first + at * 2));
  return { ...page, kind, cells, right: isInner ? page.view.getUint32(start + 8) : 0 };
}

function rowIdAt({ bytes }: Page, cell: number): number {
  return readVarint(bytes, readVarint(bytes, cell).next).value;
}

/** The first cell whose record is not before `key`, by halving. */
async function firstNotBefore(
  { cells }: Node,
  key: readonly (number | string)[],
  read: (cell: number) => Promise<readonly SqliteValue[]>,
) {
  let [low, high] = [0, cells.length];
  let record: readonly SqliteValue[] | null = null;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = await read(cells[middle] ?? 0);
    if (compare(there, key) < 0) low = middle + 1;
    else {
      high = middle;
      record = there;
    }
  }
  return { index: low, record };
}

/** By the first columns; numbers stand before text, text by its UTF-8 bytes as SQLite's own order has it. */
function compare(record: readonly SqliteValue[], key: readonly (number | string)[]): number {
  for (const [at, wanted] of key.entries()) {
    const value = record[at] ?? null;
    const order = rank(value) - rank(wanted);
    if (order !== 0) return order;
    if (value !== null && value !== wanted) return value < wanted ? -1 : 1;
  }
  return 0;
}

function rank(value: SqliteValue): number {
  if (value === null) return 0;
  return typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : 3;
}

/** How much of a record is on its own page. */
function localBytes(size: number, usable: number, isIndex: boolean): number {
  const most = isIndex ? Math.floor(((usable - 12) * 64) / 255) - 23 : usable - 35;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const kept = least + ((size - least) % (usable - 4));
  return kept <= most ? kept : least;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(problem: string): LayerRefusal {
  return new LayerRefusal('damaged', { form: 'MBTiles', line: 0, problem });
}
