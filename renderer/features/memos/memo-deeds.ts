import { setHighlightNote } from '#core/annotations/edit-highlights.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { GroupId } from '#core/ids.ts';
import {
  deleteMemos,
  keepMemo,
  type MemoDraft,
  type MemoWords,
  newMemo,
  withLink,
  withoutLink,
  withSubject,
  withWords,
} from '#core/memos/edit-memos.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';
import { memoName } from '#core/memos/things.ts';
import type { Session } from '#state/session.ts';
import { findHighlight } from '#storage/highlights.ts';
import { findMemo } from '#storage/memos.ts';

/** Write in a memo; with its first word a draft becomes one. What is typed in one go shares a `group`. */
export function writeMemo(
  session: Session,
  draft: MemoDraft,
  words: MemoWords,
  group: GroupId,
): Promise<boolean> {
  return edit(session, draft, { action: 'memo.write', change: (memo) => withWords(memo, words), group });
}

/** Link a memo to something. */
export function linkMemo(session: Session, draft: MemoDraft, target: MemoTarget): Promise<boolean> {
  return edit(session, draft, { action: 'memo.link', change: (memo) => withLink(memo, target) });
}

/** Take a link out of a memo. */
export function unlinkMemo(session: Session, draft: MemoDraft, target: MemoTarget): Promise<boolean> {
  return edit(session, draft, { action: 'memo.unlink', change: (memo) => withoutLink(memo, target) });
}

/** Put a memo on something else. */
export function placeMemo(session: Session, draft: MemoDraft, subject: Memo['subject']): Promise<boolean> {
  return edit(session, draft, { action: 'memo.subject', change: (memo) => withSubject(memo, subject) });
}

/** Take a memo away. */
export async function dropMemo(session: Session, memo: Memo): Promise<boolean> {
  const label = { action: 'memo.delete', detail: { title: shorten(memoName(memo)) } };
  const outcome = await session.commit(label, async () => {
    const current = await findMemo(session.db, memo.id);
    return current === null ? [] : deleteMemos([current]);
  });
  return outcome.ok;
}

/** Write the note of a highlight. */
export async function writeNote(
  session: Session,
  highlight: Highlight,
  note: string,
  group: GroupId,
): Promise<boolean> {
  const label = { action: 'highlight.note', detail: { quote: shorten(highlight.anchor.exact) } };
  const outcome = await session.commit(
    label,
    async () => {
      const current = await findHighlight(session.db, highlight.id);
      return current === null ? [] : setHighlightNote(current, note, new Date().toISOString());
    },
    { group },
  );
  return outcome.ok;
}

type MemoEdit = {
  readonly action: string;
  readonly change: (memo: Memo) => Memo;
  readonly group?: GroupId;
};

/** Edit a memo as it is when its turn has come, or begin it. Answers whether it was kept. */
async function edit(
  session: Session,
  draft: MemoDraft,
  { action, change, group }: MemoEdit,
): Promise<boolean> {
  const named = change((await findMemo(session.db, draft.id)) ?? newMemo(draft, new Date().toISOString()));
  const label = { action, detail: { title: shorten(memoName(named)) } };
  const outcome = await session.commit(
    label,
    async () => {
      const now = new Date().toISOString();
      const stored = await findMemo(session.db, draft.id);
      return keepMemo(stored, change(stored ?? newMemo(draft, now)), now);
    },
    group === undefined ? {} : { group },
  );
  return outcome.ok;
}

/** The beginning of a name, for the history. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
