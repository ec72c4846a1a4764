import { strToU8 } from 'fflate';
import type {
  CodingProject,
  ProjectArticle,
  ProjectHighlight,
  ProjectTag,
  WrittenProject,
} from '#core/exchange/coding-project.ts';
import { createLossList } from '#core/exchange/coding-project.ts';
import { idFrom, type TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { boundaryAfter, boundaryBefore } from '#core/text/graphemes.ts';
import { measureOffsets, type Offsets } from '#core/text/offsets.ts';
import { contextIri, iriOf, names } from './vocabulary.ts';

/** Code points of context on each side of a quote. */
const contextLength = 32;

/**
 * Write a project as a W3C annotation collection (JSON-LD): an annotation for every highlight and memo, with the
 * codebook, groups and articles' headers in it as SKOS and Schema.org know them. Offsets are code points; every passage
 * also stands as a quote with its context. The texts are not in it.
 */
export function writeWebAnnotations(project: CodingProject): WrittenProject {
  const losses = createLossList();
  for (const { text, title } of project.articles) if (text !== null) losses.add('text-not-in-file', title);
  const writer = createWriter(project);
  const items = [...project.highlights.map(writer.annotation), ...project.memos.map(writer.memo)];
  const id = writer.collectionIri;
  const collection = {
    '@context': contextIri,
    id,
    type: 'AnnotationCollection',
    label: project.name,
    generator: { type: 'Software', name: 'Liptako' },
    total: items.length,
    [names.about]: [
      ...project.articles.map(describeArticle),
      ...project.tags.map(describeTag),
      ...project.groups.map((group) => ({
        id: iriOf(group.id),
        type: names.collection,
        [names.label]: group.name,
        ...given(names.definition, group.description),
        [names.member]: group.tagIds.map((tagId) => ({ id: iriOf(tagId) })),
      })),
      ...project.analysts.map(describePerson),
    ],
    first: { id: iriOf(idFrom(`page ${id}`)), type: 'AnnotationPage', startIndex: 0, items },
  };
  return { bytes: strToU8(`${JSON.stringify(collection, null, 1)}\n`), losses: losses.list() };
}

function createWriter(project: CodingProject) {
  const people = new Map(project.analysts.map((analyst) => [analyst.id, describePerson(analyst)]));
  const paths = tagPaths(project.tags);
  const sources = new Map(project.articles.map((article) => [article.id, measureSource(article)]));
  const collectionIri = iriOf(idFrom(`collection ${project.name}`));
  const creator = (id: ProjectHighlight['analystId'] | undefined) => {
    const person = id === null || id === undefined ? undefined : people.get(id);
    return person === undefined ? {} : { creator: person };
  };
  return {
    collectionIri,
    annotation: (highlight: ProjectHighlight) => ({
      id: iriOf(highlight.id),
      type: 'Annotation',
      motivation: motivationOf(highlight),
      ...given('created', highlight.createdAt),
      ...given('modified', highlight.updatedAt),
      ...creator(highlight.analystId),
      ...bodies(highlight, paths),
      target: targetOf(highlight, sources.get(highlight.articleId)),
    }),
    memo: (memo: Memo) => ({
      id: iriOf(memo.id),
      type: 'Annotation',
      motivation: 'commenting',
      ...given(names.title, memo.title),
      created: memo.createdAt,
      modified: memo.updatedAt,
      ...creator(memo.analystId),
      body: [
        textBody('commenting', memo.text),
        ...memo.links.map((link) => ({
          type: 'SpecificResource',
          purpose: 'linking',
          source: { id: iriOf(link.id), [names.kind]: link.kind },
        })),
      ],
      target: memoTarget(memo, collectionIri),
    }),
  };
}

/** A memo on the whole workspace is on the collection, and one on nothing on itself. */
function memoTarget({ id, subject }: Memo, collectionIri: string) {
  if (subject.kind === 'workspace') return { id: collectionIri, [names.kind]: 'workspace' };
  if (subject.kind === 'free') return { id: iriOf(id), [names.kind]: 'free' };
  return { id: iriOf(subject.id), [names.kind]: subject.kind };
}

function motivationOf({ tagIds, note }: ProjectHighlight): string {
  if (tagIds.length > 0) return 'tagging';
  return note === '' ? 'highlighting' : 'commenting';
}

function bodies({ tagIds, note, grade, marks }: ProjectHighlight, paths: ReadonlyMap<TagId, string>) {
  const body = [
    ...tagIds.flatMap((id) => {
      const path = paths.get(id);
      return path === undefined
        ? []
        : [{ id: iriOf(id), type: 'TextualBody', purpose: 'tagging', value: path }];
    }),
    ...(note === '' ? [] : [textBody('commenting', note)]),
    ...(grade === null ? [] : [textBody('assessing', `${grade.reliability}${grade.credibility}`)]),
    ...marks.map((mark) => textBody('classifying', mark)),
  ];
  return body.length === 0 ? {} : { body };
}

function textBody(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, format: 'text/plain', value };
}

/** An article, with its text's offsets measured once. */
type Source = { readonly article: ProjectArticle; readonly offsets: Offsets | null };

function measureSource(article: ProjectArticle): Source {
  return { article, offsets: article.text === null ? null : measureOffsets(article.text) };
}

function targetOf(highlight: ProjectHighlight, source: Source | undefined) {
  const sha256 = source?.article.textSha256 ?? null;
  const { createdAt } = highlight;
  return {
    type: 'SpecificResource',
    source: {
      id: iriOf(highlight.articleId),
      type: 'Text',
      format: 'text/plain',
      ...given(names.sha256, sha256),
    },
    // The text as it was when the passage was marked.
    ...(createdAt === null ? {} : { state: { type: 'TimeState', sourceDate: createdAt } }),
    selector: selectors(highlight, source),
  };
}

function selectors(highlight: ProjectHighlight, source: Source | undefined) {
  const { start, end, exact, prefix, suffix } = highlight;
  const text = source?.article.text ?? null;
  if (start === null || end === null || text === null || !source?.offsets)
    return exact === null ? [] : [quote(exact, prefix, suffix)];
  const { offsets } = source;
  const from = offsets.toCodePoint(start);
  const to = offsets.toCodePoint(end);
  const first = offsets.fromCodePoint(Math.max(0, from - contextLength)) ?? start;
  const last = offsets.fromCodePoint(Math.min(offsets.codePoints, to + contextLength)) ?? end;
  return [
    { type: 'TextPositionSelector', start: from, end: to },
    quote(
      text.slice(start, end),
      text.slice(Math.min(boundaryAfter(text, first), start), start),
      text.slice(end, Math.max(boundaryBefore(text, last), end)),
    ),
  ];
}

function quote(exact: string, prefix: string, suffix: string) {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

function describeArticle(article: ProjectArticle) {
  return {
    id: iriOf(article.id),
    type: 'Text',
    format: 'text/plain',
    [names.title]: article.title,
    ...given(names.source, article.source),
    ...given(names.sha256, article.textSha256),
    ...given(names.publisher, article.publisher),
    ...given(names.carrier, article.carrier),
    ...given(names.byline, article.byline),
    ...given(names.published, article.publishedAt),
    ...given('language', article.language),
  };
}

function describeTag(tag: ProjectTag) {
  return {
    id: iriOf(tag.id),
    type: names.concept,
    [names.label]: tag.name,
    ...(tag.parentId === null ? {} : { [names.broader]: { id: iriOf(tag.parentId) } }),
    ...given(names.definition, tag.description),
    ...given(names.include, tag.guide?.include ?? null),
    ...given(names.exclude, tag.guide?.exclude ?? null),
    ...given(names.example, tag.guide?.example ?? null),
    ...given(names.color, tag.color),
    ...(tag.isArchived ? { [names.archived]: true } : {}),
    ...(tag.isFolder ? { [names.kind]: 'folder' } : {}),
  };
}

function describePerson({ id, name }: CodingProject['analysts'][number]) {
  return { id: iriOf(id), type: 'Person', name };
}

function given(key: string, value: string | null): Record<string, string> {
  return value === null || value === '' ? {} : { [key]: value };
}

function tagPaths(tags: readonly ProjectTag[]): Map<TagId, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const pathOf = (tag: ProjectTag, above: readonly TagId[]): string => {
    const parent = tag.parentId === null || above.includes(tag.parentId) ? undefined : byId.get(tag.parentId);
    return parent === undefined ? tag.name : `${pathOf(parent, [...above, tag.id])}/${tag.name}`;
  };
  return new Map(tags.map((tag) => [tag.id, pathOf(tag, [tag.id])]));
}
