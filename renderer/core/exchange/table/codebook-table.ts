import { strToU8 } from 'fflate';
import { type TagColor, tagColors } from '#core/codebook/tag.ts';
import {
  type CodingProject,
  createLossList,
  type LossList,
  type ProjectAnswer,
  type ProjectTag,
  type WrittenProject,
} from '#core/exchange/coding-project.ts';
import { toCsv } from '#core/exchange/csv.ts';
import { gatherTags } from '#core/exchange/gather-tags.ts';
import { type ArticleId, idFrom, type TagId, taguetteTagId } from '#core/ids.ts';
import { readDottedPath, writeDottedPath } from './dotted-path.ts';
import { hasColumn, type Table, type TableRow, tableRows } from './table.ts';
import { tagPaths } from './tag-cell.ts';

/** What the column of the tags may be called; Taguette asks for exactly one of them. */
const pathHeads = ['path', 'tag', 'name'];

const heads = [
  'path',
  'description',
  'include',
  'exclude',
  'example',
  'colour',
  'archived',
  'number of highlights',
  'number of documents',
  'tag_id',
];

/**
 * Write the codebook as a CSV table: dotted paths and descriptions as Taguette reads them, with the rules, colours and ids
 * beside them. Counts are of the highlights that carry the very tag.
 */
export function writeCodebookCsv(project: CodingProject): WrittenProject {
  const losses = createLossList();
  for (const { name } of project.groups) losses.add('group-left-out', name);
  const paths = tagPaths(project.tags);
  const places = placesByTag(project);
  const rows = project.tags.map((tag) => {
    const carrying = places.get(tag.id) ?? [];
    return [
      writeDottedPath((paths.get(tag.id) ?? []).map(({ name }) => name)),
      tag.description,
      tag.guide?.include ?? '',
      tag.guide?.exclude ?? '',
      tag.guide?.example ?? '',
      tag.color ?? '',
      tag.isArchived ? 'yes' : '',
      String(carrying.length),
      String(new Set(carrying).size),
      tag.id,
    ];
  });
  return { bytes: strToU8(toCsv([heads, ...rows])), losses: losses.list() };
}

/** The article of each highlight that carries a tag. */
function placesByTag({ highlights }: CodingProject): Map<TagId, ArticleId[]> {
  const places = new Map<TagId, ArticleId[]>();
  for (const { tagIds, articleId } of highlights)
    for (const id of new Set(tagIds)) {
      const own = places.get(id);
      if (own === undefined) places.set(id, [articleId]);
      else own.push(articleId);
    }
  return places;
}

/** Whether a table is a codebook: one column of tags, and no passages. */
export function isCodebookTable(table: Table): boolean {
  return pathHeads.some((head) => hasColumn(table, head)) && !hasColumn(table, 'content');
}

/** Read a codebook, ours or Taguette's. A tag without an id of ours has the one that Taguette gives its path. */
export function readCodebookTable(table: Table): ProjectAnswer {
  const found = table.heads.filter((head) => pathHeads.includes(head));
  const [head] = found;
  if (head === undefined || found.length > 1)
    return { ok: false, code: 'several-tag-columns', detail: { columns: found.join(', ') } };
  const losses = createLossList();
  const project: CodingProject = {
    name: '',
    origin: '',
    analysts: [],
    tags: readTags(table, head, losses),
    groups: [],
    articles: [],
    highlights: [],
    memos: [],
    ...(hasColumn(table, 'description') ? {} : { untold: ['tag-description'] }),
  };
  return { ok: true, project, losses: losses.list() };
}

function readTags(table: Table, head: string, losses: LossList): ProjectTag[] {
  const rows = [...tableRows(table)].flatMap((row) => {
    const path = readDottedPath(row(head));
    return path.length === 0 ? [] : [{ path, key: writeDottedPath(path), row }];
  });
  const ids = new Map<string, TagId>();
  for (const { key, row } of rows) {
    const told = row('tag_id').trim();
    if (!ids.has(key)) ids.set(key, told === '' ? taguetteTagId(row(head).trim()) : idFrom(told));
  }
  const gathered = gatherTags(
    (path) => ids.get(writeDottedPath(path)) ?? taguetteTagId(writeDottedPath(path)),
  );
  const seen = new Set<string>();
  for (const { path, key, row } of rows) {
    if (seen.has(key)) losses.add('same-tag-twice', key);
    else gathered.at(path, tell(row, losses));
    seen.add(key);
  }
  return gathered.list();
}

function tell(row: TableRow, losses: LossList): Partial<ProjectTag> {
  const guide = { include: row('include'), exclude: row('exclude'), example: row('example') };
  const hasGuide = Object.values(guide).some((rule) => rule !== '');
  const isArchived = /^(?:yes|true|1|oui)$/i.test(row('archived').trim());
  return {
    description: row('description'),
    ...(hasGuide ? { guide } : {}),
    ...(isArchived ? { isArchived: true as const } : {}),
    color: readColor(row('colour') || row('color'), losses),
  };
}

function readColor(cell: string, losses: LossList): TagColor | null {
  const word = cell.trim().toLowerCase();
  const color = tagColors.find((known) => known === word) ?? null;
  if (word !== '' && color === null) losses.add('color-unknown', word);
  return color;
}
