import { strToU8 } from 'fflate';
import {
  type CodingProject,
  createLossList,
  type LossList,
  type ProjectAnswer,
  type ProjectArticle,
  type ProjectHighlight,
  type WrittenProject,
} from '#core/exchange/coding-project.ts';
import { toCsv } from '#core/exchange/csv.ts';
import { gatherTags, type TagGatherer } from '#core/exchange/gather-tags.ts';
import { readDottedPath, writeDottedPath } from '#core/exchange/table/dotted-path.ts';
import { noteWithoutPlace } from '#core/exchange/table/note-without-place.ts';
import { hasColumn, type Table, type TableRow, tableRows } from '#core/exchange/table/table.ts';
import { tagPaths } from '#core/exchange/table/tag-cell.ts';
import { type ArticleId, type HighlightId, idFrom, type TagId, taguetteTagId } from '#core/ids.ts';

/** The columns of the highlights that Taguette exports, a row for each tag of each highlight. */
const heads = ['id', 'document', 'tag', 'content'];

/** The longest path Taguette keeps. */
const longestPath = 200;

/** Write a project's highlights as Taguette exports them: highlights without a tag have no row. */
export function writeTaguetteHighlights(project: CodingProject): WrittenProject {
  const losses = createLossList();
  noteLeftOut(project, losses);
  const paths = tagPaths(project.tags);
  const documents = new Map(project.articles.map(({ id, source, title }) => [id, source || title]));
  const rows = project.highlights.flatMap((highlight) => {
    const { id, articleId, tagIds, exact } = highlight;
    const own = tagIds.flatMap((tagId) => paths.get(tagId) ?? []).length === 0 ? [] : tagIds;
    if (own.length === 0) losses.add('untagged-left-out', quoteOf(highlight));
    return own.flatMap((tagId) => {
      const path = paths.get(tagId);
      if (path === undefined) return [];
      return [
        [id, documents.get(articleId) ?? '', writeDottedPath(path.map(({ name }) => name)), exact ?? ''],
      ];
    });
  });
  return { bytes: strToU8(toCsv([heads, ...rows])), losses: losses.list() };
}

function noteLeftOut(project: CodingProject, losses: LossList): void {
  for (const highlight of project.highlights) {
    if (highlight.note !== '') losses.add('note-left-out', quoteOf(highlight));
    if (isJudged(highlight)) losses.add('grade-left-out', quoteOf(highlight));
  }
  for (const path of tagPaths(project.tags).values()) {
    const dotted = writeDottedPath(path.map(({ name }) => name));
    if (dotted.length > longestPath) losses.add('path-too-long', dotted);
  }
  noteWithoutPlace(project, losses);
}

function isJudged({ grade, marks }: ProjectHighlight): boolean {
  return marks.length > 0 || (grade !== null && (grade.reliability !== 'F' || grade.credibility !== 6));
}

function quoteOf({ exact, id }: ProjectHighlight): string {
  return (exact ?? id).slice(0, 80).toWellFormed();
}

/** Whether a table is what Taguette exports of its highlights. */
export function isTaguetteTable(table: Table): boolean {
  return ['document', 'tag', 'content'].every((head) => hasColumn(table, head));
}

/**
 * Read the highlights that Taguette exports. They have words and no place: where the words stand in our article is for
 * the import to find, and nothing is chosen where they stand twice.
 */
export function readTaguetteHighlights(table: Table): ProjectAnswer {
  const losses = createLossList();
  const articles = new Map<ArticleId, ProjectArticle>();
  const highlights = new Map<HighlightId, ProjectHighlight & { readonly tagIds: TagId[] }>();
  const tags = gatherTaguetteTags();
  for (const row of tableRows(table)) {
    if (row('content').trim() === '') continue;
    const id = taguetteHighlightId(row('id'), row('document'), row('content'));
    const known = highlights.get(id);
    const highlight = known ?? newHighlight(id, articleOf(row, articles), row('content'));
    highlights.set(id, highlight);
    const tagId = tags.at(readDottedPath(row('tag')), { id: taguetteTagId(row('tag').trim()) });
    if (tagId !== null && !highlight.tagIds.includes(tagId)) highlight.tagIds.push(tagId);
  }
  const project: CodingProject = {
    name: '',
    origin: 'Taguette',
    analysts: [],
    tags: tags.list(),
    groups: [],
    articles: [...articles.values()],
    highlights: [...highlights.values()],
    memos: [],
    untold: ['note', 'marks', 'tag-description'],
  };
  return { ok: true, project, losses: losses.list() };
}

function newHighlight(id: HighlightId, articleId: ArticleId, exact: string) {
  return {
    id,
    articleId,
    start: null,
    end: null,
    exact,
    prefix: '',
    suffix: '',
    tagIds: [] as TagId[],
    note: '',
    grade: null,
    marks: [],
    analystId: null,
    createdAt: null,
    updatedAt: null,
  };
}

function articleOf(row: TableRow, articles: Map<ArticleId, ProjectArticle>): ArticleId {
  const name = row('document');
  const id = idFrom<'article'>(`taguette document ${name}`);
  if (!articles.has(id)) articles.set(id, pointTo(id, name));
  return id;
}

/** An article known by its name alone. */
export function pointTo(id: ArticleId, name: string): ProjectArticle {
  return {
    id,
    title: name.replace(/\.[a-z0-9]{1,5}$/i, ''),
    text: null,
    source: name,
    textSha256: null,
    publisher: null,
    carrier: null,
    byline: null,
    publishedAt: null,
    language: null,
  };
}

/** Tags by their dotted paths, under the ids that Taguette gives them. */
export function gatherTaguetteTags(): TagGatherer {
  return gatherTags((path) => taguetteTagId(writeDottedPath(path)));
}

/**
 * The id of the highlight that Taguette numbers `number`. Another project may have the same number and document, so its
 * words go into it; without white space, which Taguette's table writes otherwise than its database.
 */
export function taguetteHighlightId(number: string, document: string, content: string): HighlightId {
  const isOurs = /^[0-9a-f]{8}-/i.test(number);
  return idFrom(isOurs ? number : `taguette ${number} ${document} ${content.replace(/\s+/g, '')}`);
}
