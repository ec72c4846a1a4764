import type { Database, SqlValue } from 'sql.js';
import {
  type CodingProject,
  createLossList,
  type LossList,
  type ProjectAnswer,
  type ProjectArticle,
  type ProjectHighlight,
} from '#core/exchange/coding-project.ts';
import { isObject } from '#core/exchange/json-values.ts';
import { parseJson } from '#core/exchange/parse-json.ts';
import { readDottedPath } from '#core/exchange/table/dotted-path.ts';
import { type AnalystId, idFrom, type MemoId, type TagId, taguetteTagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { type DocumentText, readDocumentText, textOfHtml } from './document-text.ts';
import { gatherTaguetteTags, pointTo, taguetteHighlightId } from './taguette-highlights.ts';

/** The database lives in memory, twice; Taguette's own are a few megabytes. */
const largestBytes = 256 * 1024 * 1024;

/** Rows read of any table: more than an analyst makes in a lifetime. */
const mostRows = 200_000;

const wantedTables = ['projects', 'documents', 'highlights', 'tags', 'highlight_tags'];

/** Whether a file is an SQLite database. */
export function isSqlite(bytes: Uint8Array): boolean {
  return 'SQLite format 3\0'.split('').every((character, at) => bytes[at] === character.charCodeAt(0));
}

/**
 * Read a Taguette project from its SQLite database: documents, highlights with their tags, descriptions, and who made what
 * when, as far as its log tells. Nothing of the file is run: only plain tables are looked into.
 */
export async function readTaguetteDatabase(bytes: Uint8Array): Promise<ProjectAnswer> {
  if (bytes.length > largestBytes)
    return { ok: false, code: 'too-large', detail: { sizeBytes: bytes.length, limitBytes: largestBytes } };
  // Built without WebAssembly, which the window's content policy forbids; loaded only when such a file is read.
  const { default: start } = await import('sql.js/dist/sql-asm.js');
  const { Database } = await start();
  let database: Database | null = null;
  try {
    database = new Database(bytes);
    return readDatabase(database);
  } catch (error) {
    if (error instanceof TooManyRows) return { ok: false, code: 'too-many', detail: { limit: mostRows } };
    // SQLite throws on what is no sound database.
    return { ok: false, code: 'damaged-database', detail: {} };
  } finally {
    close(database);
  }
}

function close(database: Database | null): void {
  try {
    database?.close();
  } catch {
    // A damaged database can't even be closed; its memory goes with the worker.
  }
}

/** Carries the news out of the reading functions; never leaves this module. */
class TooManyRows extends Error {}

type Row = Readonly<Record<string, SqlValue>>;

function readDatabase(database: Database): ProjectAnswer {
  database.run('PRAGMA trusted_schema = OFF');
  // A view may be made to have rows without end.
  const tables = rowsOf(
    database,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%TABLE%' AND sql NOT LIKE '%GENERATED%'",
  ).map(({ name }) => String(name));
  const missing = wantedTables.find((name) => !tables.includes(name));
  if (missing !== undefined) return { ok: false, code: 'not-taguette', detail: { table: missing } };
  const losses = createLossList();
  const [project, ...others] = rowsOf(
    database,
    'SELECT id, name, description, created FROM projects ORDER BY id',
  );
  if (project === undefined) return { ok: false, code: 'empty-project', detail: {} };
  for (const { name } of others) losses.add('other-project', textOf(name));
  return { ok: true, project: readProjectRows(database, project, { tables, losses }), losses: losses.list() };
}

function readProjectRows(
  database: Database,
  project: Row,
  { tables, losses }: { readonly tables: readonly string[]; readonly losses: LossList },
): CodingProject {
  const own = [project.id ?? null];
  const rows = (sql: string) => rowsOf(database, sql, own);
  const tags = readTags(rows('SELECT id, path, description FROM tags WHERE project_id = ? ORDER BY id'));
  const documents = readDocuments(
    rows('SELECT id, name, description, created, contents FROM documents WHERE project_id = ? ORDER BY id'),
  );
  const inProject = 'document_id IN (SELECT id FROM documents WHERE project_id = ?)';
  const links = rows(
    `SELECT highlight_id, tag_id FROM highlight_tags WHERE highlight_id IN (SELECT id FROM highlights WHERE ${inProject}) ORDER BY highlight_id, tag_id`,
  );
  const tagNumbers = new Map<number, number[]>();
  for (const { highlight_id, tag_id } of links) {
    const own = tagNumbers.get(Number(highlight_id));
    if (own === undefined) tagNumbers.set(Number(highlight_id), [Number(tag_id)]);
    else own.push(Number(tag_id));
  }
  const log = readLog(
    tables.includes('commands')
      ? rows(
          "SELECT date, user_login, payload FROM commands WHERE project_id = ? AND payload LIKE '%highlight_add%' ORDER BY id",
        )
      : [],
  );
  const highlights = rows(
    `SELECT id, document_id, start_offset, end_offset, snippet FROM highlights WHERE ${inProject} ORDER BY id`,
  ).flatMap((row): ProjectHighlight[] => {
    const document = documents.get(Number(row.document_id));
    if (document === undefined) return [];
    const tagIds = (tagNumbers.get(Number(row.id)) ?? []).flatMap(
      (number) => tags.byNumber.get(number) ?? [],
    );
    return [{ ...readHighlight(row, document, losses), tagIds, ...log.of(Number(row.id)) }];
  });
  return {
    name: textOf(project.name),
    origin: 'Taguette',
    analysts: log.analysts,
    tags: tags.list,
    groups: [],
    articles: [...documents.values()].map(({ article }) => article),
    highlights,
    memos: [
      ...newMemo(textOf(project.description), { kind: 'workspace' }, project),
      ...[...documents.values()].flatMap(({ memo }) => memo),
    ],
    untold: ['note', 'marks'],
  };
}

function readTags(rows: readonly Row[]) {
  const gathered = gatherTaguetteTags();
  const byNumber = new Map<number, TagId>();
  for (const { id, path, description } of rows) {
    const told = { id: taguetteTagId(textOf(path)), description: textOf(description) };
    const tag = gathered.at(readDottedPath(textOf(path)), told);
    if (tag !== null) byNumber.set(Number(id), tag);
  }
  return { byNumber, list: gathered.list() };
}

type Document = {
  readonly name: string;
  readonly article: ProjectArticle;
  readonly read: DocumentText;
  readonly memo: Memo[];
};

/** Documents by Taguette's number. */
function readDocuments(rows: readonly Row[]): Map<number, Document> {
  const documents = rows.map((row): [number, Document] => {
    const name = textOf(row.name);
    const id = idFrom<'article'>(`taguette document ${name} ${textOf(row.created)}`);
    const read = readDocumentText(textOf(row.contents));
    const memo = newMemo(textOf(row.description), { kind: 'article', id }, row);
    return [Number(row.id), { name, article: { ...pointTo(id, name), text: read.text }, read, memo }];
  });
  return new Map(documents);
}

/** Offsets that give the words of the snippet are the truth; otherwise the snippet's words are left to be searched. */
function readHighlight(row: Row, { name, article, read }: Document, losses: LossList): ProjectHighlight {
  const snippet = textOfHtml(textOf(row.snippet));
  const place = read.place(Number(row.start_offset), Number(row.end_offset));
  const isSure = place !== null && (snippet === '' || squeeze(place.words) === squeeze(snippet));
  if (!isSure) losses.add('offsets-unsure', snippet.slice(0, 80).toWellFormed());
  const span = isSure ? place.span : null;
  return {
    id: taguetteHighlightId(textOf(row.id), name, isSure ? place.words : snippet),
    articleId: article.id,
    start: span?.start ?? null,
    end: span?.end ?? null,
    exact: span === null ? snippet : (article.text ?? '').slice(span.start, span.end),
    prefix: '',
    suffix: '',
    tagIds: [],
    note: '',
    grade: null,
    marks: [],
    analystId: null,
    createdAt: null,
    updatedAt: null,
  };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

type Made = Pick<ProjectHighlight, 'analystId' | 'createdAt' | 'updatedAt'>;

/** Who made each highlight, and when it was last changed, by Taguette's log of commands. */
function readLog(rows: readonly Row[]) {
  const made = new Map<number, Made>();
  const people = new Map<AnalystId, string>();
  for (const { date, user_login, payload } of rows) {
    const parsed = parseJson(textOf(payload));
    if (!parsed.ok || !isObject(parsed.value)) continue;
    const { type, highlight_id: number } = parsed.value;
    if (type !== 'highlight_add' || typeof number !== 'number') continue;
    const login = textOf(user_login);
    const analystId = idFrom<'analyst'>(`taguette user ${login}`);
    people.set(analystId, login);
    const at = momentOf(date);
    const first = made.get(number);
    made.set(number, {
      analystId: first?.analystId ?? analystId,
      createdAt: first?.createdAt ?? at,
      updatedAt: at,
    });
  }
  return {
    analysts: [...people].map(([id, name]) => ({ id, name })),
    of: (number: number): Made => made.get(number) ?? { analystId: null, createdAt: null, updatedAt: null },
  };
}

function newMemo(text: string, subject: Memo['subject'], row: Row): Memo[] {
  if (text.trim() === '') return [];
  const at = momentOf(row.created ?? null) ?? '';
  const id = idFrom<'memo'>(`taguette description ${textOf(row.name)} ${at}`);
  return [{ id: id as MemoId, title: '', text, subject, links: [], createdAt: at, updatedAt: at }];
}

/** `2026-11-21 04:06:13.282299`, in UTC. */
function momentOf(value: SqlValue | undefined): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(textOf(value)) ?? [];
  return day === undefined ? null : `${day}T${time}Z`;
}

function textOf(value: SqlValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function rowsOf(database: Database, sql: string, params: readonly SqlValue[] = []): Row[] {
  const statement = database.prepare(sql, [...params]);
  const rows: Row[] = [];
  try {
    while (statement.step()) {
      if (rows.length === mostRows) throw new TooManyRows();
      rows.push(statement.getAsObject());
    }
  } finally {
    statement.free();
  }
  return rows;
}
