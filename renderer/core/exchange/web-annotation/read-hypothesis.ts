import type {
  CodingProject,
  LossList,
  ProjectAnswer,
  ProjectArticle,
  ProjectHighlight,
} from '#core/exchange/coding-project.ts';
import { createLossList } from '#core/exchange/coding-project.ts';
import { gatherTags } from '#core/exchange/gather-tags.ts';
import { asList, asText, asTexts, isObject, type JsonObject } from '#core/exchange/json-values.ts';
import { type AnalystId, type ArticleId, type HighlightId, idFrom } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { readSelectors, type SelectedPlace } from './read-selectors.ts';

/** Whether JSON is what Hypothesis' client exports (`annotations`) or its service answers (`rows`). */
export function isHypothesis(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const rows = value.annotations ?? value.rows;
  if (!Array.isArray(rows)) return false;
  const [first] = rows;
  return first === undefined ? 'export_date' in value : isObject(first) && typeof first.uri === 'string';
}

/**
 * Read what Hypothesis exports. A note on a whole page becomes a memo on its article, and a reply one on the passage it
 * answers.
 */
export function readHypothesis(file: JsonObject, most: number): ProjectAnswer {
  const rows = asList(file.annotations ?? file.rows);
  if (rows.length > most) return { ok: false, code: 'too-many', detail: { count: rows.length, limit: most } };
  const losses = createLossList();
  const reader = createReader(losses);
  for (const row of rows) if (isObject(row)) reader.add(row);
  const project: CodingProject = { name: '', origin: 'Hypothesis', ...reader.finish(), untold: ['marks'] };
  return { ok: true, project, losses: losses.list() };
}

function createReader(losses: LossList) {
  const tags = gatherTags((path) => idFrom(`tag ${path.join('/')}`));
  const articles = new Map<ArticleId, ProjectArticle>();
  const people = new Map<AnalystId, string>();
  const highlights = new Map<string, ProjectHighlight>();
  const memos: (Memo & { readonly answers: readonly string[] })[] = [];

  function add(row: JsonObject): void {
    const id = idFrom<'highlight'>(asText(row.id) ?? JSON.stringify(row));
    const [target] = asList(row.target);
    const place = readSelectors(isObject(target) ? target.selector : null, 'utf-16');
    for (const kind of place.unknown) losses.add('selector', kind);
    const isReply = asList(row.references).length > 0;
    if (isReply || (place.exact === null && place.counted === null)) addRemark(id, row);
    else addPassage(id, row, place);
  }

  function addPassage(
    id: HighlightId,
    row: JsonObject,
    { counted, unknown: _, ...words }: SelectedPlace,
  ): void {
    const told = {
      tagIds: asTexts(row.tags).flatMap((name) => tags.at([name]) ?? []),
      note: asText(row.text) ?? '',
      grade: null,
      marks: [],
      analystId: personOf(row),
      createdAt: asText(row.created),
      updatedAt: asText(row.updated),
    };
    const place = { start: null, end: null, ...(counted === null ? {} : { counted }), ...words };
    highlights.set(id, { id, articleId: articleOf(row), ...place, ...told });
  }

  function addRemark(id: HighlightId, row: JsonObject): void {
    const names = asTexts(row.tags);
    if (names.length > 0) losses.add('tags-without-passage', names.join(', '));
    const text = asText(row.text) ?? '';
    if (text === '') {
      losses.add('nothing-said', asText(row.uri) ?? '');
      return;
    }
    const analystId = personOf(row);
    const createdAt = asText(row.created) ?? '';
    memos.push({
      id: idFrom(id),
      title: '',
      text,
      subject: { kind: 'article', id: articleOf(row) },
      links: [],
      ...(analystId === null ? {} : { analystId }),
      createdAt,
      updatedAt: asText(row.updated) ?? createdAt,
      answers: asTexts(row.references).map((name) => idFrom(name)),
    });
  }

  function articleOf(row: JsonObject): ArticleId {
    const uri = asText(row.uri) ?? '';
    const id = idFrom<'article'>(uri);
    const title = isObject(row.document) ? (asText(row.document.title) ?? '') : '';
    const pointer = { id, title, text: null, source: uri, textSha256: null };
    const header = { publisher: null, carrier: null, byline: null, publishedAt: null, language: null };
    if (!articles.has(id)) articles.set(id, { ...pointer, ...header });
    return id;
  }

  function personOf(row: JsonObject): AnalystId | null {
    const account = asText(row.user);
    if (account === null) return null;
    const id = idFrom<'analyst'>(account);
    const told = isObject(row.user_info) ? asText(row.user_info.display_name) : null;
    // acct:name@place
    if (!people.has(id)) people.set(id, told ?? account.replace(/^acct:/, '').replace(/@.*$/, ''));
    return id;
  }

  /** What answers a passage is a memo on it; the last one named is the nearest. */
  function settle({ answers, ...memo }: (typeof memos)[number]): Memo {
    const answered = answers.findLast((id) => highlights.has(id));
    const passage = answered === undefined ? undefined : highlights.get(answered);
    return passage === undefined ? memo : { ...memo, subject: { kind: 'highlight', id: passage.id } };
  }

  return {
    add,
    finish: () => ({
      articles: [...articles.values()],
      tags: tags.list(),
      groups: [],
      analysts: [...people].map(([id, name]) => ({ id, name })),
      highlights: [...highlights.values()],
      memos: memos.map(settle),
    }),
  };
}
