import { maxNoteLength } from '#core/annotations/highlight.ts';
import { type ArticleId, type HighlightId, idFrom, type MemoId, type NewId } from '#core/ids.ts';
import {
  type Memo,
  type MemoTarget,
  maxMemoLength,
  maxMemoLinks,
  maxMemoTitleLength,
} from '#core/memos/memo.ts';
import type { LossList } from './coding-project.ts';
import type { Home } from './place-project-highlight.ts';
import { instant, type Ledger, type Names } from './project-ledger.ts';

/** Where the things a memo may point to have come to stand. */
type Settled = Names & {
  readonly homes: ReadonlyMap<ArticleId, Home>;
  readonly placedIds: ReadonlySet<HighlightId>;
};

/** Put a project's memos into the ledger; one whose subject did not come along stands free, and is noted as a loss. */
export function planMemos(
  memos: readonly Memo[],
  settled: Settled,
  { book, losses, now }: { readonly book: Ledger; readonly losses: LossList; readonly now: string },
): void {
  const memoIds = new Set(memos.map(({ id }) => id));
  for (const memo of memos) {
    const name = memo.title === '' ? memo.text.slice(0, 80).toWellFormed() : memo.title;
    const subject = settleSubject(memo.subject, settled, memoIds);
    if (subject === null) losses.add('memo-without-subject', name);
    const links = memo.links.flatMap((link) => settle(link, settled, memoIds) ?? []);
    if (links.length < memo.links.length) losses.add('memo-link', name);
    const { analystId, ...plain } = memo;
    const known = book.find('memos', memo.id);
    const isKnown = analystId !== undefined && settled.analystIds.has(analystId);
    const made: Memo = {
      ...plain,
      title: shorten(memo.title, maxMemoTitleLength),
      text: memo.text.slice(0, maxMemoLength).toWellFormed(),
      // Better a memo on nothing than none.
      subject: subject ?? { kind: 'free' },
      links: links.slice(0, maxMemoLinks),
      ...(isKnown ? { analystId } : {}),
      // A file without dates, read again, changes nothing.
      createdAt: instant(memo.createdAt) ?? known?.createdAt ?? now,
      updatedAt: instant(memo.updatedAt) ?? known?.updatedAt ?? now,
    };
    book.put('memos', made, name);
    for (const rest of continueMemo(made, memo.text)) book.put('memos', rest, name);
  }
}

/** What of a text is longer than a memo may be, as memos on the one before; the same text always makes the same ones. */
function continueMemo(memo: Memo, text: string): Memo[] {
  const parts = Math.ceil(text.length / maxMemoLength);
  return Array.from({ length: Math.max(0, parts - 1) }, (_, index): Memo => {
    const from = (index + 1) * maxMemoLength;
    return {
      ...memo,
      id: idFrom<'memo'>(`${memo.id} continued ${index + 1}`),
      title: '',
      text: text.slice(from, from + maxMemoLength).toWellFormed(),
      subject: { kind: 'memo', id: memo.id },
      links: [],
    };
  });
}

function settleSubject(
  subject: Memo['subject'],
  settled: Settled,
  memoIds: ReadonlySet<MemoId>,
): Memo['subject'] | null {
  if (subject.kind === 'workspace' || subject.kind === 'free') return subject;
  return settle(subject, settled, memoIds);
}

function settle(
  target: MemoTarget,
  { homes, tagIds, placedIds }: Settled,
  memoIds: ReadonlySet<MemoId>,
): MemoTarget | null {
  switch (target.kind) {
    case 'article': {
      const id = homes.get(target.id)?.article.id;
      return id === undefined ? null : { kind: 'article', id };
    }
    case 'tag': {
      const id = tagIds.get(target.id);
      return id === undefined ? null : { kind: 'tag', id };
    }
    case 'highlight':
      return placedIds.has(target.id) ? target : null;
    case 'memo':
      return memoIds.has(target.id) ? target : null;
  }
}

function shorten(text: string, limit: number): string {
  return text.slice(0, limit).toWellFormed();
}

/** Let what of a note is longer than a note may be go on in memos on its highlight. */
export function keepRest(
  note: string,
  id: HighlightId,
  { book, now, newId }: { book: Ledger; now: string; newId: NewId },
): void {
  for (let from = maxNoteLength; from < note.length; from += maxMemoLength) {
    const memo: Memo = {
      id: newId<'memo'>(),
      title: '',
      text: note.slice(from, from + maxMemoLength).toWellFormed(),
      subject: { kind: 'highlight', id },
      links: [],
      createdAt: now,
      updatedAt: now,
    };
    book.put('memos', memo, '');
  }
}
