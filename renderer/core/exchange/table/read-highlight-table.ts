import { type Grade, type HighlightMark, highlightMarks } from '#core/annotations/highlight.ts';
import {
  type CodingProject,
  createLossList,
  type LossList,
  type ProjectAnswer,
  type ProjectArticle,
  type ProjectHighlight,
  type Untold,
} from '#core/exchange/coding-project.ts';
import { gatherTags } from '#core/exchange/gather-tags.ts';
import { type AnalystId, type ArticleId, type HighlightId, idFrom, type TagId } from '#core/ids.ts';
import { hasColumn, type Table, type TableRow, tableRows } from './table.ts';
import { readTagCell, readTagIds } from './tag-cell.ts';

/** Whether a table is one of highlights as we write them, or as the table of passages does. */
export function isHighlightTable(table: Table): boolean {
  return hasColumn(table, 'highlight_id') || (hasColumn(table, 'quote') && hasColumn(table, 'article_id'));
}

/**
 * Read a table of highlights, which may have been worked on: what its cells say of a highlight's note, tags, grade and
 * marks holds. A column that is gone leaves what it stood for as it is.
 */
export function readHighlightTable(table: Table): ProjectAnswer {
  const losses = createLossList();
  const reader = createReader(losses);
  for (const row of tableRows(table)) reader.add(row);
  const untold: Untold[] = ['tag-description'];
  for (const [head, what] of [
    ['note', 'note'],
    ['marks', 'marks'],
    ['tags', 'tags'],
  ] as const)
    if (!hasColumn(table, head)) untold.push(what);
  const project: CodingProject = { name: '', origin: '', groups: [], memos: [], untold, ...reader.finish() };
  return { ok: true, project, losses: losses.list() };
}

function createReader(losses: LossList) {
  const articles = new Map<ArticleId, ProjectArticle>();
  const analysts = new Map<AnalystId, string>();
  const highlights = new Map<HighlightId, ProjectHighlight>();
  const tags = createTagReader();

  function add(row: TableRow): void {
    const quote = row('quote');
    if (quote === '' && row('highlight_id') === '') return;
    const articleId = articleOf(row, articles);
    const name = row('highlight_id').trim() || `highlight ${articleId} ${row('start_utf16')} ${quote}`;
    const id = idFrom<'highlight'>(name);
    if (highlights.has(id)) {
      losses.add('same-id-twice', quote);
      return;
    }
    const start = readCount(row('start_utf16'));
    const end = readCount(row('end_utf16'));
    highlights.set(id, {
      id,
      articleId,
      start: end === null ? null : start,
      end: start === null ? null : end,
      exact: quote === '' ? null : quote,
      prefix: row('text_before'),
      suffix: row('text_after'),
      tagIds: tags.read(row),
      note: row('note'),
      grade: readGrade(row, losses),
      marks: readMarks(row, losses),
      analystId: analystOf(row, analysts),
      createdAt: row('created_at') || null,
      updatedAt: row('updated_at') || null,
    });
  }

  return {
    add,
    finish: () => ({
      articles: [...articles.values()],
      analysts: [...analysts].map(([id, name]) => ({ id, name })),
      ...tags.finish([...highlights.values()]),
    }),
  };
}

function articleOf(row: TableRow, articles: Map<ArticleId, ProjectArticle>): ArticleId {
  const title = row('article_title');
  const source = row('original_name');
  const id = idFrom<'article'>(row('article_id').trim() || `article ${source || title}`);
  const sha256 = row('text_sha256').trim().toLowerCase();
  if (!articles.has(id))
    articles.set(id, {
      id,
      title,
      text: null,
      source,
      textSha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
      publisher: row('publisher') || null,
      carrier: row('carrier') || null,
      byline: row('byline') || null,
      publishedAt: row('date') || null,
      language: row('language') || null,
    });
  return id;
}

function analystOf(row: TableRow, analysts: Map<AnalystId, string>): AnalystId | null {
  const name = row('analyst').trim();
  const told = row('analyst_id').trim();
  if (name === '' && told === '') return null;
  const id = idFrom<'analyst'>(told || `person ${name}`);
  // One who has no name yet is nobody new to anyone.
  if (name !== '' && !analysts.has(id)) analysts.set(id, name);
  return id;
}

function readCount(cell: string): number | null {
  return /^\d{1,9}$/.test(cell.trim()) ? Number(cell) : null;
}

/** A grade of which only one half is given, or none that is known, is none. */
function readGrade(row: TableRow, losses: LossList): Grade | null {
  const cell = `${row('source_reliability')}${row('information_credibility')}`
    .replace(/\s/g, '')
    .toUpperCase();
  if (cell === '') return null;
  const [, reliability, credibility] = /^([A-F])([1-6])$/.exec(cell) ?? [];
  if (reliability === undefined || credibility === undefined) {
    losses.add('grade-unreadable', cell);
    return null;
  }
  return {
    reliability: reliability as Grade['reliability'],
    credibility: Number(credibility) as Grade['credibility'],
  };
}

function readMarks(row: TableRow, losses: LossList): HighlightMark[] {
  const marks = new Set<HighlightMark>();
  for (const part of row('marks').split(/[;,]/)) {
    const word = part.trim().toLowerCase();
    const mark = highlightMarks.find((known) => known === word);
    if (mark !== undefined) marks.add(mark);
    else if (word !== '') losses.add('mark-unknown', word);
  }
  return [...marks];
}

/** Tags are known by their ids while their cell is as it was written, and by their paths when somebody changed it. */
function createTagReader() {
  const told = new Map<string, { readonly path: readonly string[]; readonly id: TagId }>();
  const rows: { readonly paths: readonly string[][]; readonly ids: TagId[] }[] = [];
  return {
    /** The ids are filled in by `finish`, when all that the table tells of tags is known. */
    read(row: TableRow): readonly TagId[] {
      const cell = row('tags');
      const paths = readTagCell(cell);
      for (const [index, chain] of readTagIds(row('tag_ids'), cell).entries())
        for (const [depth, id] of chain.entries()) {
          const path = paths[index]?.slice(0, depth + 1) ?? [];
          if (path.length === depth + 1) told.set(path.join('/'), { path, id: idFrom<'tag'>(id) });
        }
      const ids: TagId[] = [];
      rows.push({ paths, ids });
      return ids;
    },
    finish(highlights: readonly ProjectHighlight[]) {
      const gathered = gatherTags((path) => told.get(path.join('/'))?.id ?? idFrom(`tag ${path.join('/')}`));
      for (const { paths, ids } of rows)
        ids.push(...new Set(paths.flatMap((path) => gathered.at(path) ?? [])));
      return { highlights, tags: gathered.list() };
    },
  };
}
