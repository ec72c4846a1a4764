import { instant } from '#core/exchange/project-ledger.ts';
import type { AnalystId, ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';
import { childOf, childrenOf, createGuids, type Guids, guidOf, referenceOf, targetOf } from './guids.ts';
import type { RefiLosses } from './losses.ts';
import type { OpenProject } from './open-qdpx.ts';
import type { XmlElement } from './parse-xml.ts';
import type { ReadCoding, Selection, Source } from './selection.ts';

/** A source with the element it was read from. */
export type ReadSource = Source & { readonly element: XmlElement };

/** What reading sources takes. */
export type SourceReading = {
  readonly file: OpenProject;
  readonly losses: RefiLosses;
  /** Names of the tags there are. */
  readonly tagNames: ReadonlyMap<TagId, string>;
};

const media = {
  PictureSource: 'picture-source',
  AudioSource: 'audio-source',
  VideoSource: 'video-source',
} as const;

/** Read the texts, and those of PDF files; pictures, sound and films are noted as lost. */
export function readSources(sources: XmlElement | null, reading: SourceReading): ReadSource[] {
  const { losses } = reading;
  const guids = { articles: createGuids(losses), highlights: createGuids(losses) };
  return (sources?.children ?? []).flatMap((element): ReadSource[] => {
    const { name } = element;
    if (name === 'PictureSource' || name === 'AudioSource' || name === 'VideoSource')
      losses.add(media[name], nameOf(element));
    if (name !== 'TextSource' && name !== 'PDFSource') return [];
    return [readSource(element, guids, reading)];
  });
}

type SourceGuids = { readonly articles: Guids; readonly highlights: Guids };

function readSource(element: XmlElement, guids: SourceGuids, reading: SourceReading): ReadSource {
  const { losses, tagNames } = reading;
  const holder = element.name === 'PDFSource' ? childOf(element, 'Representation') : element;
  const told = element.attributes.get('name') ?? '';
  const title = told === '' ? (holder?.attributes.get('name') ?? '') : told;
  const id = guids.articles.claim<'article'>(element, title);
  for (const holding of new Set([element, holder]))
    for (const coding of childrenOf(holding, 'Coding'))
      losses.add('article-tag', `${nameOfTag(coding, tagNames)} → ${title}`);
  const parts = { articleId: id, title, guids: guids.highlights, reading };
  const selections = childrenOf(holder, 'PlainTextSelection').map((one) => readSelection(one, parts));
  return {
    id,
    title,
    raw: holder === null ? null : readRaw(holder, title, reading),
    selections: withPdfSelections(selections, childrenOf(element, 'PDFSelection'), parts),
    element,
  };
}

/** The text that stands in an element or that it points to. */
export function readRaw(
  holder: XmlElement,
  title: string,
  { file, losses }: Pick<SourceReading, 'file' | 'losses'>,
): string | null {
  const content = childOf(holder, 'PlainTextContent');
  const path = holder.attributes.get('plainTextPath') ?? '';
  if (content !== null && (path === '' || content.exactText !== '')) return content.exactText;
  if (path === '') return null;
  const stored = file.readText(path);
  if (stored.kind === 'too-large') losses.add('text-too-large', title);
  if (stored.kind === 'damaged') losses.add('text-damaged', title);
  if (stored.kind !== 'text') return null;
  if (!stored.isSound) losses.add('text-encoding', title);
  return stored.raw;
}

type SelectionParts = {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly guids: Guids;
  readonly reading: Pick<SourceReading, 'losses' | 'tagNames'>;
};

/** Read one selection of a text. */
export function readSelection(element: XmlElement, parts: SelectionParts): Selection {
  const { articleId, title, guids } = parts;
  const name = element.attributes.get('name') ?? '';
  const [from, to] = ['startPosition', 'endPosition'].map((key) => readPlace(element, key));
  const { analystId, createdAt, updatedAt } = readAuthor(element);
  return {
    id: guids.claim<'highlight'>(element, `${title} ${from ?? ''}–${to ?? ''} ${name}`),
    articleId,
    name,
    from: from ?? null,
    to: to ?? null,
    description: childOf(element, 'Description')?.text ?? '',
    codings: readCodings(element, parts.reading, name),
    noteIds: [element, ...childrenOf(element, 'Coding')].flatMap(readNoteRefs),
    analystId,
    createdAt,
    updatedAt,
  };
}

/** The memos that an element refers to. */
export function readNoteRefs(element: XmlElement): MemoId[] {
  return childrenOf(element, 'NoteRef').flatMap((ref) => targetOf<'memo'>(ref) ?? []);
}

/** Who made something and when; the project's own attributes are called otherwise than all others. */
export function readAuthor(element: XmlElement): Pick<Selection, 'analystId' | 'createdAt' | 'updatedAt'> {
  const who = (key: string) =>
    referenceOf<'analyst'>(element, key) ?? referenceOf<'analyst'>(element, `${key}GUID`);
  const createdAt = instant(element.attributes.get('creationDateTime') ?? null);
  const updatedAt = instant(element.attributes.get('modifiedDateTime') ?? null);
  return {
    analystId: who('creatingUser') ?? who('modifyingUser'),
    createdAt: createdAt ?? updatedAt,
    updatedAt: updatedAt ?? createdAt,
  };
}

/** A name for losses. */
export function nameOf(element: XmlElement): string {
  return element.attributes.get('name') || guidOf(element);
}

/** `null`: it has no place in a text, by its kind; -1: the file tells none that could be. */
function readPlace(element: XmlElement, key: string): number | null {
  const told = element.attributes.get(key);
  if (told === undefined && element.name === 'PDFSelection') return null;
  return told !== undefined && /^\s*\d{1,10}\s*$/.test(told) ? Number(told) : -1;
}

function readCodings(
  element: XmlElement,
  { losses, tagNames }: SelectionParts['reading'],
  name: string,
): ReadCoding[] {
  return childrenOf(element, 'Coding').flatMap((coding) => {
    const ref = childOf(coding, 'CodeRef');
    const tagId = ref === null ? null : targetOf<'tag'>(ref);
    if (tagId !== null && tagNames.has(tagId)) return [{ tagId, analystId: readAuthor(coding).analystId }];
    losses.add('tag-not-there', name);
    return [];
  });
}

function nameOfTag(coding: XmlElement, tagNames: ReadonlyMap<TagId, string>): string {
  const ref = childOf(coding, 'CodeRef');
  const tagId = ref === null ? null : targetOf<'tag'>(ref);
  return tagId === null ? '' : (tagNames.get(tagId) ?? tagId);
}

/**
 * A rectangle of a PDF page comes with a selection of its text (under the same GUID), or with its own words; without
 * either it can't be found in a text.
 */
function withPdfSelections(
  selections: readonly Selection[],
  areas: readonly XmlElement[],
  parts: SelectionParts,
): Selection[] {
  const all = new Map<HighlightId, Selection>(selections.map((selection) => [selection.id, selection]));
  for (const area of areas) {
    const twin = all.get(referenceOf<'highlight'>(area, 'guid') ?? ('' as HighlightId));
    const read = readSelection(area, twin === undefined ? parts : { ...parts, guids: anyGuids });
    if (twin !== undefined) all.set(twin.id, join(twin, read));
    else {
      const words = childOf(childOf(area, 'Representation'), 'PlainTextContent')?.text ?? '';
      if (words.trim() === '') parts.reading.losses.add('pdf-area', `${parts.title}: ${read.name}`);
      else all.set(read.id, { ...read, name: words });
    }
  }
  return [...all.values()];
}

/** For what gets its id from its twin. */
const anyGuids: Guids = { claim: <Kind extends string>() => '' as string & { readonly __kind: Kind } };

function join(twin: Selection, other: Selection): Selection {
  const known = new Set(twin.codings.map(({ tagId }) => tagId));
  return {
    ...twin,
    description: twin.description === '' ? other.description : twin.description,
    codings: [...twin.codings, ...other.codings.filter(({ tagId }) => !known.has(tagId))],
    noteIds: [...new Set([...twin.noteIds, ...other.noteIds])],
  };
}

/** Who is named anywhere, in the order of the file; those without an entry of their own have no name. */
export function readUsers(
  users: XmlElement | null,
  named: Iterable<AnalystId | null>,
): { readonly id: AnalystId; readonly name: string }[] {
  const analysts = new Map<AnalystId, string>();
  for (const user of childrenOf(users, 'User')) {
    const id = referenceOf<'analyst'>(user, 'guid');
    if (id !== null && !analysts.has(id))
      analysts.set(id, user.attributes.get('name') ?? user.attributes.get('id') ?? '');
  }
  for (const id of named) if (id !== null && !analysts.has(id)) analysts.set(id, '');
  return [...analysts].map(([id, name]) => ({ id, name }));
}
