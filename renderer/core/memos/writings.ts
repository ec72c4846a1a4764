import type { Highlight } from '#core/annotations/highlight.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { AnalystId, ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { hasLink, isSameTarget } from './edit-memos.ts';
import type { Memo, MemoTarget } from './memo.ts';
import { memoName, nameThing, type Shelf, type Thing } from './things.ts';

/** Something that was written: a memo, or the note of a highlight. */
export type Writing = {
  /** The id of the memo or the highlight. */
  readonly key: MemoId | HighlightId;
  /** `null`: the note of `highlight`. */
  readonly memo: Memo | null;
  /** Whose note it is; `null` for a memo. */
  readonly highlight: Highlight | null;
  /** What it is called; for a note the words of its highlight. */
  readonly name: string;
  readonly text: string;
  /** What it is on, for a note its highlight. */
  readonly subject: Memo['subject'];
  /** What it is on, named; `null` when that is gone, or the memo is on nothing or on the whole workspace. */
  readonly thing: Thing | null;
  /** What it was on has been deleted. */
  readonly isLeft: boolean;
  /** `null`: not known. */
  readonly analystId: AnalystId | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What the writings are narrowed to. */
export type WritingFilter = {
  /** `note`: notes of highlights; `left`: memos whose subject is gone. */
  readonly kind: Memo['subject']['kind'] | 'note' | 'left' | null;
  /** Words that must all be in it, folded. */
  readonly text: string;
  /** On it, on one of its highlights or leading there; with the tags below it. */
  readonly tagId: TagId | null;
  /** On it, on one of its highlights or leading there. */
  readonly articleId: ArticleId | null;
  /** `unknown`: those nobody is known to have written. */
  readonly analystId: AnalystId | 'unknown' | null;
  /** Changed on this day or later, `2024-09-24` by the clock of this laptop; empty: any day. */
  readonly from: string;
  /** Changed on this day or earlier. */
  readonly to: string;
};

export const everyWriting: WritingFilter = {
  kind: null,
  text: '',
  tagId: null,
  articleId: null,
  analystId: null,
  from: '',
  to: '',
};

/** Whether the filter leaves anything out. */
export function isNarrowed(filter: WritingFilter): boolean {
  return (Object.keys(everyWriting) as (keyof WritingFilter)[]).some((key) =>
    key === 'text' ? filter.text.trim() !== '' : filter[key] !== everyWriting[key],
  );
}

/** What writings are sorted by: the newest change or making first, by name, or by what they are on. */
export type WritingOrder = 'changed' | 'made' | 'name' | 'subject';

/** All memos, and the notes of highlights that have one. */
export function listWritings(shelf: Shelf): Writing[] {
  const memos = [...shelf.memos.values()].map((memo) => fromMemo(memo, shelf));
  const notes = [...shelf.highlights.values()].flatMap((highlight) =>
    highlight.note.trim() === '' ? [] : [fromNote(highlight, shelf)],
  );
  return [...memos, ...notes];
}

/** The writings that pass the filter, sorted; ties go to the newest. */
export function arrangeWritings(
  writings: readonly Writing[],
  {
    filter,
    order,
    shelf,
  }: { readonly filter: WritingFilter; readonly order: WritingOrder; readonly shelf: Shelf },
): Writing[] {
  const passes = createTest(filter, shelf);
  return writings.filter(passes).sort((a, b) => compare(a, b, order) || newest(a, b));
}

/** The memos on a thing, and those that lead to it from elsewhere; the newest first. */
export function memosAbout(
  target: Memo['subject'],
  memos: readonly Memo[],
): { readonly on: readonly Memo[]; readonly leading: readonly Memo[] } {
  const sorted = [...memos].sort((a, b) => (a.id < b.id ? 1 : -1));
  const on = sorted.filter(({ subject }) => target.kind !== 'free' && isSameTarget(subject, target));
  const leading = 'id' in target ? sorted.filter((memo) => !on.includes(memo) && hasLink(memo, target)) : [];
  return { on, leading };
}

function fromMemo(memo: Memo, shelf: Shelf): Writing {
  const { subject } = memo;
  const thing = 'id' in subject ? nameThing(subject, shelf) : null;
  return {
    key: memo.id,
    memo,
    highlight: null,
    name: memoName(memo),
    text: memo.text,
    subject,
    thing,
    isLeft: 'id' in subject && thing === null,
    analystId: memo.analystId ?? null,
    createdAt: memo.createdAt,
    updatedAt: memo.updatedAt,
  };
}

function fromNote(highlight: Highlight, shelf: Shelf): Writing {
  const subject = { kind: 'highlight', id: highlight.id } as const;
  const thing = nameThing(subject, shelf);
  return {
    key: highlight.id,
    memo: null,
    highlight,
    name: thing?.name ?? '',
    text: highlight.note,
    subject,
    thing,
    isLeft: false,
    analystId: highlight.analystId ?? null,
    createdAt: highlight.createdAt,
    updatedAt: highlight.updatedAt,
  };
}

function createTest(filter: WritingFilter, shelf: Shelf): (writing: Writing) => boolean {
  const words = fold(filter.text.normalize('NFC'))
    .split(/\s+/)
    .filter((word) => word !== '');
  const within = filter.tagId === null ? null : withDescendants(filter.tagId, [...shelf.tags.values()]);
  return (writing) =>
    isOfKind(writing, filter.kind) &&
    (filter.analystId === null || (writing.analystId ?? 'unknown') === filter.analystId) &&
    isInDays(writing.updatedAt, filter) &&
    (within === null || reaches(writing, (target) => hasTag(target, within, shelf))) &&
    (filter.articleId === null || reaches(writing, (target) => isInArticle(target, filter, shelf))) &&
    (words.length === 0 || holdsWords(writing, words));
}

function isOfKind({ memo, subject, isLeft }: Writing, kind: WritingFilter['kind']): boolean {
  switch (kind) {
    case null:
      return true;
    case 'note':
      return memo === null;
    case 'left':
      return isLeft;
    default:
      return memo !== null && subject.kind === kind;
  }
}

function isInDays(instant: string, { from, to }: WritingFilter): boolean {
  if (from === '' && to === '') return true;
  const day = localDay(instant);
  return (from === '' || day >= from) && (to === '' || day <= to);
}

/** `2024-09-24`, by the clock of this laptop. */
export function localDay(instant: string): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whether what it is on, or what it leads to, is meant. */
function reaches({ subject, memo }: Writing, isMeant: (target: MemoTarget) => boolean): boolean {
  return ('id' in subject && isMeant(subject)) || (memo?.links.some(isMeant) ?? false);
}

function hasTag(target: MemoTarget, within: ReadonlySet<TagId>, { highlights }: Shelf): boolean {
  if (target.kind === 'tag') return within.has(target.id);
  if (target.kind !== 'highlight') return false;
  return highlights.get(target.id)?.tagIds.some((id) => within.has(id)) ?? false;
}

function isInArticle(target: MemoTarget, { articleId }: WritingFilter, { highlights }: Shelf): boolean {
  if (target.kind === 'article') return target.id === articleId;
  return target.kind === 'highlight' && highlights.get(target.id)?.anchor.articleId === articleId;
}

function holdsWords({ memo, name, text, thing }: Writing, words: readonly string[]): boolean {
  const folded = fold(`${memo?.title ?? name}\n${text}\n${thing?.name ?? ''}\n${thing?.where ?? ''}`);
  return words.every((word) => folded.includes(word));
}

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });
const kindOrder = ['workspace', 'article', 'tag', 'highlight', 'memo', 'free'];

function compare(a: Writing, b: Writing, order: WritingOrder): number {
  switch (order) {
    case 'changed':
      return Date.parse(b.updatedAt) - Date.parse(a.updatedAt);
    case 'made':
      return Date.parse(b.createdAt) - Date.parse(a.createdAt);
    case 'name':
      return collator.compare(a.name, b.name);
    case 'subject':
      return (
        kindOrder.indexOf(a.subject.kind) - kindOrder.indexOf(b.subject.kind) ||
        collator.compare(a.thing?.where ?? '', b.thing?.where ?? '') ||
        collator.compare(a.thing?.name ?? '', b.thing?.name ?? '')
      );
  }
}

function newest(a: Writing, b: Writing): number {
  return a.key < b.key ? 1 : -1;
}
