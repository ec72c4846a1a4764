import type { ProjectHighlight } from '#core/exchange/coding-project.ts';
import type { ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';
import { childOf, childrenOf, createGuids, referenceOf } from './guids.ts';
import type { RefiLosses } from './losses.ts';
import type { OpenProject } from './open-qdpx.ts';
import type { XmlElement } from './parse-xml.ts';
import { nameOf, readAuthor, readNoteRefs, readRaw } from './read-sources.ts';
import { marginNoteId, memoLinkName } from './write-notes.ts';

/** What refers to a note: the whole project, or one thing in it. */
export type NoteReference = {
  readonly noteId: MemoId;
  readonly from: MemoTarget | { readonly kind: 'workspace' };
};

/** What memos can be on and lead to. */
export type Things = {
  readonly tagIds: ReadonlySet<TagId>;
  readonly articleIds: ReadonlySet<ArticleId>;
  readonly highlights: ReadonlyMap<HighlightId, ProjectHighlight>;
};

/** Memos, and the notes of highlights as far as other programs keep those as notes of their own. */
export type ReadNotes = { readonly memos: readonly Memo[]; readonly notes: ReadonlyMap<HighlightId, string> };

type Parts = {
  readonly file: OpenProject;
  readonly losses: RefiLosses;
  readonly things: Things;
  /** For memos without a date. */
  readonly moment: string;
  /** Notes that are no memos. */
  readonly taken: ReadonlySet<MemoId>;
};

/** Read the notes with everything that refers to them or links them. */
export function readNotes(root: XmlElement, references: readonly NoteReference[], parts: Parts): ReadNotes {
  const elements = childrenOf(childOf(root, 'Notes'), 'Note');
  const guids = createGuids(parts.losses);
  const drafts = new Map<MemoId, Memo>();
  const all = [...references];
  for (const element of elements) {
    if (parts.taken.has(referenceOf<'memo'>(element, 'guid') ?? ('' as MemoId))) continue;
    const memo = readMemo(element, guids.claim<'memo'>(element, element.attributes.get('name') ?? ''), parts);
    drafts.set(memo.id, memo);
    for (const noteId of readNoteRefs(element)) all.push({ noteId, from: { kind: 'memo', id: memo.id } });
  }
  const links = readLinks(childOf(root, 'Links'), { ...parts, memos: drafts });
  const board = createBoard(drafts, all, links);
  const notes = new Map<HighlightId, string>();
  for (const memo of drafts.values()) {
    const margin = asMarginNote(memo, board, parts.things);
    if (margin === null || (notes.has(margin.id) && notes.get(margin.id) !== margin.note)) continue;
    notes.set(margin.id, margin.note);
    board.take(memo.id);
  }
  const memos = [...drafts.values()].flatMap((memo) => (board.isTaken(memo.id) ? [] : [board.settle(memo)]));
  return { memos, notes };
}

function readMemo(element: XmlElement, id: MemoId, { file, losses, moment }: Parts): Memo {
  const title = element.attributes.get('name') ?? '';
  const { analystId, createdAt, updatedAt } = readAuthor(element);
  const told = childOf(element, 'PlainTextContent')?.text;
  const content =
    told || (readRaw(element, title, { file, losses }) ?? '').replace(/^\ufeff/, '').replace(/\r\n/g, '\n');
  const description = childOf(element, 'Description')?.text ?? '';
  for (const inner of [...childrenOf(element, 'PlainTextSelection'), ...childrenOf(element, 'Coding')])
    losses.add('memo-passage', inner.attributes.get('name') || title);
  return {
    id,
    title,
    text: [description, content].filter((text) => text !== '').join('\n\n'),
    subject: { kind: 'free' },
    links: [],
    ...(analystId === null ? {} : { analystId }),
    createdAt: createdAt ?? moment,
    updatedAt: updatedAt ?? moment,
  };
}

type ReadLink = { readonly from: MemoTarget; readonly to: MemoTarget; readonly isOurs: boolean };

/** The links that begin or end at a memo; the others are noted as lost. */
function readLinks(
  links: XmlElement | null,
  { things, memos, losses }: Parts & { readonly memos: ReadonlyMap<MemoId, Memo> },
): ReadLink[] {
  const lose = (name: string, ends: readonly (MemoTarget | null)[]) => {
    const memo = ends.find((end) => end?.kind === 'memo');
    if (memo?.kind === 'memo') losses.add('memo-link', memos.get(memo.id)?.title ?? '');
    else losses.add('link', name);
    return [];
  };
  return childrenOf(links, 'Link').flatMap((element) => {
    const name = element.attributes.get('name') ?? '';
    const from = findThing(referenceOf(element, 'originGUID') ?? '', things, memos);
    const to = findThing(referenceOf(element, 'targetGUID') ?? '', things, memos);
    if (from === null || to === null || (from.kind !== 'memo' && to.kind !== 'memo'))
      return lose(nameOf(element), [from, to]);
    const isOurs = name === memoLinkName;
    if (!isOurs && name !== '') losses.add('link-name', name);
    const goesBack = element.attributes.get('direction') === 'Bidirectional' && from.kind === to.kind;
    const link = { from, to, isOurs };
    return goesBack ? [link, { from: to, to: from, isOurs }] : [link];
  });
}

function findThing(
  id: string,
  { tagIds, articleIds, highlights }: Things,
  memos: ReadonlyMap<MemoId, Memo>,
): MemoTarget | null {
  if (memos.has(id as MemoId)) return { kind: 'memo', id: id as MemoId };
  if (highlights.has(id as HighlightId)) return { kind: 'highlight', id: id as HighlightId };
  if (tagIds.has(id as TagId)) return { kind: 'tag', id: id as TagId };
  return articleIds.has(id as ArticleId) ? { kind: 'article', id: id as ArticleId } : null;
}

/** Who points to whom. */
type Board = {
  /** Things that refer to a memo, in the order of the file. */
  refs(id: MemoId): readonly NoteReference['from'][];
  /** Links at either end of which the memo stands. */
  links(id: MemoId): readonly ReadLink[];
  take(id: MemoId): void;
  isTaken(id: MemoId): boolean;
  /** The memo with its subject and where it leads. */
  settle(memo: Memo): Memo;
};

function createBoard(
  memos: ReadonlyMap<MemoId, Memo>,
  references: readonly NoteReference[],
  links: readonly ReadLink[],
): Board {
  const refs = new Map<MemoId, NoteReference['from'][]>();
  for (const { noteId, from } of references)
    if (memos.has(noteId)) refs.set(noteId, [...(refs.get(noteId) ?? []), from]);
  const linksOf = new Map<MemoId, ReadLink[]>();
  for (const link of links)
    for (const { kind, id } of new Set([link.from, link.to]))
      if (kind === 'memo') linksOf.set(id, [...(linksOf.get(id) ?? []), link]);
  const taken = new Set<MemoId>();

  function settle(memo: Memo): Memo {
    const own = refs.get(memo.id) ?? [];
    const mine = linksOf.get(memo.id) ?? [];
    const incoming = mine.flatMap(({ from, to, isOurs }) =>
      !isOurs && to.id === memo.id && from.kind !== 'memo' ? [from] : [],
    );
    const workspace = own.find(({ kind }) => kind === 'workspace');
    const subject = workspace ?? own[0] ?? incoming[0] ?? memo.subject;
    const leadsTo = [...own.flatMap((from) => (from.kind === 'workspace' ? [] : [from])), ...incoming].filter(
      (thing) => !isSame(thing, subject),
    );
    const outgoing = mine.flatMap(({ from, to }) => (from.id === memo.id ? [to] : []));
    return {
      ...memo,
      subject,
      links: unique([...outgoing, ...leadsTo]).filter(({ id }) => !taken.has(id as MemoId)),
    };
  }

  return {
    refs: (id) => refs.get(id) ?? [],
    links: (id) => linksOf.get(id) ?? [],
    take: (id) => taken.add(id),
    isTaken: (id) => taken.has(id),
    settle,
  };
}

function isSame(a: NoteReference['from'], b: Memo['subject']): boolean {
  return 'id' in a && 'id' in b && a.id === b.id;
}

function unique(targets: readonly MemoTarget[]): MemoTarget[] {
  return [...new Map(targets.map((target) => [target.id as string, target])).values()];
}

/** The highlight whose note a memo is in truth, and that note; `null` when it is a memo. */
function asMarginNote(memo: Memo, board: Board, { highlights }: Things): Margin | null {
  const [ref, ...others] = board.refs(memo.id);
  if (ref === undefined) return asLinkedNote(memo, board, highlights);
  if (ref.kind !== 'highlight' || others.length > 0 || board.links(memo.id).length > 0) return null;
  return asRepeatedNote(memo, highlights.get(ref.id));
}

type Margin = { readonly id: HighlightId; readonly note: string };

/** Ours, for programs that read only notes: it repeats what is noted on the highlight, if nobody changed it since. */
function asRepeatedNote({ id, text }: Memo, highlight: ProjectHighlight | undefined): Margin | null {
  if (highlight === undefined) return null;
  const { note } = highlight;
  if (note === text && text !== '') return { id: highlight.id, note };
  if (id !== marginNoteId(highlight.id)) return null;
  if (note.includes(text)) return { id: highlight.id, note };
  return { id: highlight.id, note: text.includes(note) ? text : `${note}\n\n${text}` };
}

/** NVivo's: a nameless note that is linked to a selection which has nothing else. */
function asLinkedNote(memo: Memo, board: Board, highlights: Things['highlights']): Margin | null {
  const [link, ...others] = board.links(memo.id);
  if (link === undefined || others.length > 0 || link.isOurs) return null;
  const other = link.from.id === memo.id ? link.to : link.from;
  const highlight = other.kind === 'highlight' ? highlights.get(other.id) : undefined;
  const isBare = highlight?.note === '' && highlight.tagIds.length === 0;
  if (highlight === undefined || !isBare) return null;
  return memo.text !== '' && memo.text.startsWith(memo.title) ? { id: highlight.id, note: memo.text } : null;
}
