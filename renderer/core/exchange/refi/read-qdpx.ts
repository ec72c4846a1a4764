import type { TagGroup } from '#core/codebook/tag-group.ts';
import {
  type CodingProject,
  createLossList,
  type Loss,
  type ProjectArticle,
  type ProjectHighlight,
} from '#core/exchange/coding-project.ts';
import { type HighlightId, idFrom, type MemoId, type TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { CountingFound } from './counting.ts';
import { childOf, childrenOf, referenceOf } from './guids.ts';
import { gradeVariable } from './highlight-text.ts';
import type { RefiLosses } from './losses.ts';
import { type OpenProblem, type OpenProject, openQdpx } from './open-qdpx.ts';
import type { XmlElement } from './parse-xml.ts';
import { type PlacedSources, placeSelections } from './place-selections.ts';
import { withAnnotations } from './read-annotations.ts';
import { type ReadCode, readCodes, readSets } from './read-codes.ts';
import { readHeaders } from './read-headers.ts';
import { type NoteReference, readNotes } from './read-notes.ts';
import { nameOf, type ReadSource, readAuthor, readNoteRefs, readSources, readUsers } from './read-sources.ts';

/** What reading a REFI-QDA project came to; `counting` tells how its places turned out to be counted. */
export type QdpxAnswer =
  | {
      readonly ok: true;
      readonly project: CodingProject;
      readonly losses: readonly Loss[];
      readonly counting: CountingFound;
    }
  | OpenProblem;

/**
 * Read a REFI-QDA project (`.qdpx`, or its `.qde` alone) of any program. The texts come in canonical form, and the
 * passages at their places there, whichever way the program counts. It fails with the codes of `OpenProblem`.
 */
export function readQdpx(bytes: Uint8Array): QdpxAnswer {
  const file = openQdpx(bytes);
  if (!file.ok) return file;
  const losses: RefiLosses = createLossList();
  const { root } = file;
  const codes = readCodes(childOf(childOf(root, 'CodeBook'), 'Codes'), losses);
  const tagNames = new Map(codes.map(({ tag }) => [tag.id, tag.name]));
  const isGraded = childrenOf(childOf(root, 'Variables'), 'Variable').some(
    (variable) => referenceOf(variable, 'guid') === gradeVariable.id,
  );
  const read = readSources(childOf(root, 'Sources'), { file, losses, tagNames });
  const { sources, taken } = withAnnotations(root, read, losses);
  const isOurs = isGraded && /^Liptako\b/.test(root.attributes.get('origin') ?? '');
  const placed = placeSelections(sources, { losses, isGraded, isOurs });
  const { memos, highlights } = withMemos({ file, codes, sources, taken, placed, losses });
  noteRest(root, losses);
  noteLostSubjects(root, sources, { highlights, losses });
  const authors = [...highlights, ...memos].map(({ analystId }) => analystId ?? null);
  const project: CodingProject = {
    name: root.attributes.get('name') ?? '',
    origin: root.attributes.get('origin') ?? '',
    analysts: readUsers(childOf(root, 'Users'), authors),
    tags: codes.map(({ tag }) => tag),
    groups: readGroups(root, tagNames, losses),
    articles: readArticles(root, sources, placed, losses),
    highlights,
    memos,
    ...(isGraded ? {} : { untold: ['marks'] as const }),
  };
  return { ok: true, project, losses: losses.list(), counting: placed.found };
}

function readGroups(root: XmlElement, tagNames: ReadonlyMap<TagId, string>, losses: RefiLosses): TagGroup[] {
  const others = ['Sources', 'Notes'].flatMap((part) => childOf(root, part)?.children ?? []);
  const names = new Map(others.map((one) => [String(referenceOf(one, 'guid')), nameOf(one)]));
  return readSets(childOf(root, 'Sets'), { tagIds: new Set(tagNames.keys()), names, losses });
}

function readArticles(
  root: XmlElement,
  sources: readonly ReadSource[],
  { texts }: PlacedSources,
  losses: RefiLosses,
): ProjectArticle[] {
  const headers = readHeaders(root, sources, losses);
  return sources.map(({ id, title }, index) => ({
    id,
    title,
    text: texts.get(id) ?? null,
    source: '',
    textSha256: null,
    publisher: null,
    carrier: null,
    byline: null,
    publishedAt: null,
    language: null,
    ...headers[index],
  }));
}

type MemoParts = {
  readonly file: OpenProject;
  readonly codes: readonly ReadCode[];
  readonly sources: readonly ReadSource[];
  /** Notes that were selections in truth. */
  readonly taken: ReadonlySet<MemoId>;
  readonly placed: PlacedSources;
  readonly losses: RefiLosses;
};

/** The memos, and the highlights with the notes that the file keeps apart. */
function withMemos({ file, codes, sources, taken, placed, losses }: MemoParts): {
  readonly memos: readonly Memo[];
  readonly highlights: readonly ProjectHighlight[];
} {
  const { root } = file;
  const byId = new Map<HighlightId, ProjectHighlight>(placed.highlights.map((one) => [one.id, one]));
  const moment = readAuthor(root).updatedAt ?? '';
  const { memos, notes } = readNotes(root, listReferences(root, codes, sources, byId), {
    file,
    losses,
    moment,
    taken,
    things: {
      tagIds: new Set(codes.map(({ tag }) => tag.id)),
      articleIds: new Set(sources.map(({ id }) => id)),
      highlights: byId,
    },
  });
  return {
    memos: [...memos, ...readDescriptions(root, sources, moment)],
    highlights: placed.highlights.map((one) => ({ ...one, note: notes.get(one.id) ?? one.note })),
  };
}

/** All that refers to notes, in the order of the file. */
function listReferences(
  root: XmlElement,
  codes: readonly ReadCode[],
  sources: readonly ReadSource[],
  highlights: ReadonlyMap<HighlightId, ProjectHighlight>,
): NoteReference[] {
  const refer = (noteIds: readonly MemoId[], from: NoteReference['from']) =>
    noteIds.map((noteId) => ({ noteId, from }));
  return [
    ...codes.flatMap(({ tag, element }) => refer(readNoteRefs(element), { kind: 'tag', id: tag.id })),
    ...sources.flatMap(({ id, element, selections }) => [
      ...selections.flatMap((selection) =>
        highlights.has(selection.id) ? refer(selection.noteIds, { kind: 'highlight', id: selection.id }) : [],
      ),
      ...refer([element, ...childrenOf(element, 'Representation')].flatMap(readNoteRefs), {
        kind: 'article',
        id,
      }),
    ]),
    ...refer(readNoteRefs(root), { kind: 'workspace' }),
  ];
}

/** What is said of the whole project and of its texts is a memo on them. */
function readDescriptions(root: XmlElement, sources: readonly ReadSource[], moment: string): Memo[] {
  const dates = { createdAt: moment, updatedAt: moment, links: [] };
  const about = (element: XmlElement) => childOf(element, 'Description')?.text ?? '';
  const name = root.attributes.get('name') ?? '';
  const whole: Memo = {
    id: idFrom(`description of project ${name}`),
    title: name,
    text: about(root),
    subject: { kind: 'workspace' },
    ...dates,
  };
  const texts = sources.map(
    ({ id, title, element }): Memo => ({
      id: idFrom(`description of ${id}`),
      title,
      text: about(element),
      subject: { kind: 'article', id },
      ...dates,
    }),
  );
  return [whole, ...texts].filter(({ text }) => text !== '');
}

/** What we have nothing for. Cases without a name only carry variables of their sources. */
function noteRest(root: XmlElement, losses: RefiLosses): void {
  for (const one of childrenOf(childOf(root, 'Cases'), 'Case'))
    if (one.attributes.get('name')) losses.add('case', nameOf(one));
  for (const graph of childrenOf(childOf(root, 'Graphs'), 'Graph')) losses.add('graph', nameOf(graph));
}

/** Memos on what is not carried. */
function noteLostSubjects(
  root: XmlElement,
  sources: readonly ReadSource[],
  { highlights, losses }: { highlights: readonly ProjectHighlight[]; losses: RefiLosses },
): void {
  const there = new Set(highlights.map(({ id }) => id));
  const gone = sources.flatMap(({ selections }) => selections.filter(({ id }) => !there.has(id)));
  for (const { name, id, noteIds } of gone)
    for (const _ of noteIds) losses.add('memo-without-subject', name || id);
  for (const element of childOf(root, 'Sources')?.children ?? [])
    if (/^(Picture|Audio|Video)Source$/.test(element.name))
      for (const _ of readNoteRefs(element)) losses.add('memo-without-subject', nameOf(element));
}
