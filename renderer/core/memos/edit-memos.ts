import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, MemoId } from '#core/ids.ts';
import { type Memo, type MemoTarget, maxMemoLength, maxMemoLinks, maxMemoTitleLength } from './memo.ts';

/** A memo that nobody has written in yet: it is kept with the first word. */
export type MemoDraft = {
  readonly id: MemoId;
  readonly subject: Memo['subject'];
  readonly analystId: AnalystId;
};

/** A part of what is written in a memo; what is left out stays. */
export type MemoWords = { readonly title?: string; readonly text?: string };

/** The memo a draft becomes, still empty. */
export function newMemo({ id, subject, analystId }: MemoDraft, now: string): Memo {
  return { id, title: '', text: '', subject, links: [], analystId, createdAt: now, updatedAt: now };
}

/** The memo with other words in it. Throws when they are longer than a memo may hold. */
export function withWords(memo: Memo, { title = memo.title, text = memo.text }: MemoWords): Memo {
  if (title.length > maxMemoTitleLength) throw new RangeError(`a title of ${title.length} units is too long`);
  if (text.length > maxMemoLength) throw new RangeError(`a memo of ${text.length} units is too long`);
  return { ...memo, title: title.toWellFormed(), text: text.toWellFormed() };
}

/** The memo with one more link. Nothing changes when it has it, is it itself, or may have no more. */
export function withLink(memo: Memo, link: MemoTarget): Memo {
  const isOwn = link.kind === 'memo' && link.id === memo.id;
  if (isOwn || hasLink(memo, link) || memo.links.length >= maxMemoLinks) return memo;
  return { ...memo, links: [...memo.links, link] };
}

/** The memo without a link. */
export function withoutLink(memo: Memo, link: MemoTarget): Memo {
  return { ...memo, links: memo.links.filter((one) => !isSameTarget(one, link)) };
}

/** The memo on something else. One that would be on itself stays as it is. */
export function withSubject(memo: Memo, subject: Memo['subject']): Memo {
  return subject.kind === 'memo' && subject.id === memo.id ? memo : { ...memo, subject };
}

/** Whether the memo leads there. */
export function hasLink({ links }: Pick<Memo, 'links'>, target: MemoTarget): boolean {
  return links.some((one) => isSameTarget(one, target));
}

/** Whether two subjects or links mean the same thing. */
export function isSameTarget(a: Memo['subject'], b: Memo['subject']): boolean {
  return a.kind === b.kind && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');
}

/** Keep `memo` in the place of `stored`, which is `null` as long as nothing is. A draft nobody wrote in is not kept. */
export function keepMemo(stored: Memo | null, memo: Memo, now: string): Change[] {
  if (stored === null) {
    const isBare = memo.title === '' && memo.text === '' && memo.links.length === 0;
    return isBare ? [] : [creation('memos', memo)];
  }
  return sameRecord(stored, memo) ? [] : [replacement('memos', stored, { ...memo, updatedAt: now })];
}

/** Take memos away. Links that led to them stay, and are shown as leading to nothing. */
export function deleteMemos(memos: readonly Memo[]): Change[] {
  return memos.map((memo) => removal('memos', memo));
}
