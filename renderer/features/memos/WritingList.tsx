import { useLingui } from '@lingui/react/macro';
import { CircleSlash, Globe, type LucideIcon, NotebookPen, NotebookText, StickyNote } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { everyWriting, type Writing } from '#core/memos/writings.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Memos.module.css';
import { beginMemo, memoDesk, useMemoDesk } from './memo-desk.ts';
import { thingIcons } from './ThingLink.tsx';
import { useDropMemo } from './use-drop-memo.ts';
import { useMemoWords } from './use-memo-words.ts';
import { useAnalystNames } from './use-memos.ts';

type WritingListProps = {
  readonly all: readonly Writing[];
  /** Those that pass the filter, in order. */
  readonly shown: readonly Writing[];
};

/** What was written, a row each; arrows choose, Enter goes into the text, Delete takes a memo away. */
export function WritingList({ all, shown }: WritingListProps) {
  const { t } = useLingui();
  const session = useSession();
  const openKey = useMemoDesk((desk) => desk.openKey);
  const drop = useDropMemo();
  const nameOf = useAnalystNames();
  const chosen = shown.findIndex(({ key }) => key === openKey);
  const choose = (index: number) => {
    const writing = shown[index];
    if (writing !== undefined) memoDesk.setState({ openKey: writing.key });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const memo = shown[chosen]?.memo ?? null;
    if (event.key !== 'Delete' || memo === null) return;
    event.preventDefault();
    const next = shown[chosen + 1] ?? shown[chosen - 1];
    void drop(memo).then((isGone) => isGone && memoDesk.setState({ openKey: next?.key ?? null }));
  };
  if (all.length === 0)
    return (
      <EmptyState
        icon={NotebookPen}
        title={t`Nothing written yet`}
        action={
          <Button
            onPress={() => beginMemo(session, { kind: 'workspace' })}
          >{t`Memo on the workspace`}</Button>
        }
      >
        {t`Memos and the notes on passages will all be listed here, to be searched, sorted and saved as a file.`}
      </EmptyState>
    );
  if (shown.length === 0)
    return (
      <EmptyState
        icon={NotebookText}
        title={t`None of them is like that`}
        action={<Button onPress={() => memoDesk.setState({ filter: everyWriting })}>{t`Show all`}</Button>}
      >
        {t`Take a condition away to see more.`}
      </EmptyState>
    );
  return (
    <div className={styles.list} data-writings>
      <VirtualList
        label={t`Memos and notes`}
        items={shown}
        keyOf={({ key }) => key}
        rowHeight={78}
        chosenIndex={chosen}
        onChoose={choose}
        onOpen={(index) => {
          choose(index);
          const memo = shown[index]?.memo;
          if (memo) memoDesk.setState({ focusKey: memo.id });
          else
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-note] textarea')?.focus());
        }}
        onKeyDown={onKeyDown}
        renderRow={(writing) => <Row writing={writing} author={nameOf(writing.analystId)} />}
      />
    </div>
  );
}

function Row({ writing, author }: { readonly writing: Writing; readonly author: string }) {
  const { t, i18n } = useLingui();
  const words = useMemoWords();
  const { memo, subject, thing, isLeft, name } = writing;
  const Icon = iconOf(writing);
  const kind = memo === null ? t`Note on a passage` : words.subject(subject.kind);
  const on = isLeft && 'id' in subject ? words.gone(subject.kind) : (thing?.name ?? '');
  return (
    <div className={styles.row}>
      <Icon size={15} aria-label={kind} className={styles.rowIcon} />
      <span className={styles.rowName} dir="auto">
        {memo === null ? `“${name}”` : name || words.untitled}
      </span>
      <time className={styles.rowDate} dateTime={writing.updatedAt}>
        {i18n.date(new Date(writing.updatedAt), { dateStyle: 'medium' })}
      </time>
      <span className={styles.rowText} dir="auto">
        {restOf(writing).replace(/\s+/g, ' ').trim().slice(0, 240).toWellFormed()}
      </span>
      <span className={styles.rowMeta} dir="auto" data-gone={isLeft || undefined}>
        {isLeft && <CircleSlash size={12} aria-hidden="true" />}
        {[memo === null ? thing?.where : on || kind, author].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}

/** What is written, without the line it goes by. */
function restOf({ memo, text }: Writing): string {
  return memo === null || memo.title.trim() !== '' ? text : text.replace(/^\s*[^\n]*/, '');
}

function iconOf({ memo, subject }: Writing): LucideIcon {
  if (memo === null) return StickyNote;
  if (subject.kind === 'workspace') return Globe;
  return subject.kind === 'free' ? NotebookText : thingIcons[subject.kind];
}
