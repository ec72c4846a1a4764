import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type HighlightId, type MemoId, newId } from '#core/ids.ts';
import type { MemoDraft } from '#core/memos/edit-memos.ts';
import { isSameTarget } from '#core/memos/edit-memos.ts';
import type { Memo } from '#core/memos/memo.ts';
import { everyWriting, type WritingFilter, type WritingOrder } from '#core/memos/writings.ts';
import type { Session } from '#state/session.ts';
import { look, showInspector, showScreen } from '#state/workspace.ts';

/** What is open and how the list is narrowed: kept while the screen is out of sight. */
export type MemoDesk = {
  /** The memo or the highlight whose note is open. */
  readonly openKey: MemoId | HighlightId | null;
  /** The memo begun last; it is kept with its first word. */
  readonly draft: MemoDraft | null;
  /** Whether a word of it has been kept. */
  readonly isDraftKept: boolean;
  /** Memos whose words could not be kept: only their boxes hold them. */
  readonly unsaved: readonly MemoDraft[];
  /** The memo whose box the caret is to go into. */
  readonly focusKey: MemoId | null;
  readonly filter: WritingFilter;
  readonly order: WritingOrder;
};

export const memoDesk = createStore<MemoDesk>(() => ({
  openKey: null,
  draft: null,
  isDraftKept: false,
  unsaved: [],
  focusKey: null,
  filter: everyWriting,
  order: 'changed',
}));

/** Follow a part of the desk. */
export function useMemoDesk<Part>(select: (desk: MemoDesk) => Part): Part {
  return useStore(memoDesk, select);
}

/** Begin a memo, to be written where it is shown next. One begun on the same thing and still empty is taken up again. */
export function beginMemo(session: Session, subject: Memo['subject']): void {
  const { draft, isDraftKept } = memoDesk.getState();
  const isFresh =
    draft !== null && !isDraftKept && draft.subject.kind !== 'free' && isSameTarget(draft.subject, subject);
  const begun = isFresh ? draft : { id: newId<'memo'>(), subject, analystId: session.analystId };
  memoDesk.setState({ draft: begun, isDraftKept: false, openKey: begun.id, focusKey: begun.id });
}

/** Note whether what was written in a memo could be kept. */
export function settleDraft(draft: MemoDraft, isKept: boolean): void {
  memoDesk.setState((desk) => {
    const others = desk.unsaved.filter(({ id }) => id !== draft.id);
    return {
      unsaved: isKept ? others : [...others, draft],
      isDraftKept: desk.isDraftKept || (isKept && desk.draft?.id === draft.id),
    };
  });
}

/** Open a memo, or the note of a highlight, on the screen of memos. */
export function openWriting(key: MemoId | HighlightId): void {
  memoDesk.setState({ openKey: key });
  showScreen('memos');
}

/** Write a memo on what is chosen: in the reader the highlight, else the tag, else the article; elsewhere a free one. */
export function writeNewMemo(session: Session): void {
  const { screen, highlightId, tagId, articleId } = look.getState();
  const subject = screen === 'read' ? chosenSubject({ highlightId, tagId, articleId }) : null;
  beginMemo(session, subject ?? { kind: 'free' });
  if (subject === null) showScreen('memos');
  else showInspector('memos');
}

function chosenSubject({
  highlightId,
  tagId,
  articleId,
}: Pick<ReturnType<typeof look.getState>, 'highlightId' | 'tagId' | 'articleId'>): Memo['subject'] | null {
  if (highlightId !== null) return { kind: 'highlight', id: highlightId };
  if (tagId !== null) return { kind: 'tag', id: tagId };
  return articleId === null ? null : { kind: 'article', id: articleId };
}
