import { useLingui } from '@lingui/react/macro';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { type GroupId, newId } from '#core/ids.ts';
import type { MemoDraft, MemoWords } from '#core/memos/edit-memos.ts';
import { type Memo, maxMemoLength, maxMemoTitleLength } from '#core/memos/memo.ts';
import type { Shelf } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { useKeptText, withoutCitations } from '#state/use-kept-text.ts';
import { TextField } from '#ui/TextField.tsx';
import { MemoFoot } from './MemoFoot.tsx';
import { MemoLinks } from './MemoLinks.tsx';
import { MemoSubject } from './MemoSubject.tsx';
import styles from './Memos.module.css';
import { writeMemo } from './memo-deeds.ts';
import { memoDesk, settleDraft, useMemoDesk } from './memo-desk.ts';

export type MemoEditorProps = {
  readonly draft: MemoDraft;
  /** As it is kept; `null` until the first word is. */
  readonly memo: Memo | null;
  readonly shelf: Shelf;
  /** Escape or Ctrl+Enter: done with it. */
  readonly onDone: () => void;
  readonly onDelete: (memo: Memo) => void;
  /** Beside the reader: the subject is clear from where it stands. */
  readonly isInPanel?: boolean;
};

/** A memo to be read and written; kept as it is typed. */
export function MemoEditor(props: MemoEditorProps) {
  const { draft, memo, shelf, onDone, onDelete, isInPanel = false } = props;
  const { t } = useLingui();
  const boxes = useWriting(draft, memo);
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone || event.nativeEvent.isComposing || !isBox(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    boxes.title.keep();
    boxes.text.keep();
    onDone();
  };
  const left = maxMemoLength - boxes.text.value.length;
  const unsaved = t`Not saved. It stays in this box and is tried again at the next key.`;
  const { value, onChange, onFocus, onBlur } = boxes.text;
  return (
    <fieldset className={styles.editor} aria-label={t`The memo`} onKeyDown={onKeyDown} onBlur={boxes.onLeave}>
      {!isInPanel && <MemoSubject draft={draft} memo={memo} shelf={shelf} />}
      <TextField
        label={t`Title`}
        value={boxes.title.value}
        onChange={(typed) => boxes.title.onChange(typed.replaceAll('\n', ' '))}
        onFocus={boxes.title.onFocus}
        onBlur={boxes.title.onBlur}
        maxLength={maxMemoTitleLength}
        placeholder={t`Optional: otherwise it goes by its first line`}
        {...(boxes.title.isUnsaved ? { error: unsaved } : {})}
      />
      <TextField
        label={t`Memo`}
        multiline
        inputRef={boxes.textBox}
        {...{ value, onChange, onFocus, onBlur }}
        maxLength={maxMemoLength}
        placeholder={t`What do you think, suspect, want to check?`}
        {...(left < 1_000 ? { description: t`${left} characters left` } : {})}
        {...(boxes.text.isUnsaved ? { error: unsaved } : {})}
      />
      <MemoLinks draft={draft} memo={memo} shelf={shelf} />
      <MemoFoot memo={memo} shelf={shelf} onDelete={onDelete} />
    </fieldset>
  );
}

/** The two boxes of a memo. What is typed in both until they are left is undone together. */
function useWriting(draft: MemoDraft, memo: Memo | null) {
  const session = useSession();
  const group = useRef<GroupId | null>(null);
  const textBox = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const takesFocus = useMemoDesk((desk) => desk.focusKey === draft.id);
  const save = async (words: MemoWords) => {
    group.current ??= newId<'group'>();
    const isKept = await writeMemo(session, draft, words, group.current).catch(() => false);
    settleDraft(draft, isKept);
    return isKept;
  };
  const title = useKeptText({
    name: `memo/${draft.id}/title`,
    kept: memo?.title ?? '',
    numbers: withoutCitations,
    save: (words) => save({ title: words }),
  });
  const text = useKeptText({
    name: `memo/${draft.id}/text`,
    kept: memo?.text ?? '',
    numbers: withoutCitations,
    save: (words) => save({ text: words }),
  });
  useEffect(() => {
    if (!takesFocus) return;
    textBox.current?.focus();
    memoDesk.setState({ focusKey: null });
  }, [takesFocus]);
  const onLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) group.current = null;
  };
  return { title, text, textBox, onLeave };
}

function isBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
