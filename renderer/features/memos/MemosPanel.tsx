import { Plural, useLingui } from '@lingui/react/macro';
import { NotebookPen, Plus } from 'lucide-react';
import type { MemoDraft } from '#core/memos/edit-memos.ts';
import { isSameTarget } from '#core/memos/edit-memos.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';
import { memoName, type Shelf } from '#core/memos/things.ts';
import { memosAbout } from '#core/memos/writings.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { MemoEditor } from './MemoEditor.tsx';
import styles from './Memos.module.css';
import { beginMemo, memoDesk, openWriting, useMemoDesk } from './memo-desk.ts';
import { ThingLink } from './ThingLink.tsx';
import type { ChosenThings } from './use-chosen-things.ts';
import { useDropMemo } from './use-drop-memo.ts';
import { useMemoWords } from './use-memo-words.ts';

type MemosPanelProps = {
  /** `null`: not read yet. */
  readonly chosen: ChosenThings | null;
  /** Done with writing: the keys may go back to the text. */
  readonly onDone: () => void;
};

/** Beside the reader: the memos on the chosen highlight, the chosen tag and the open article, and those that lead there. */
export function MemosPanel({ chosen, onDone }: MemosPanelProps) {
  const { t } = useLingui();
  if (chosen === null) return null;
  const { targets, shelf } = chosen;
  if (targets.length === 0)
    return (
      <EmptyState icon={NotebookPen} title={t`No memos here yet`}>
        {t`Open an article, choose a highlight or a tag: the memos on it are shown and written here.`}
      </EmptyState>
    );
  return (
    <div className={styles.panel}>
      {targets.map((target) => (
        <Section key={`${target.kind}/${target.id}`} target={target} shelf={shelf} onDone={onDone} />
      ))}
    </div>
  );
}

type SectionProps = { readonly target: MemoTarget; readonly shelf: Shelf; readonly onDone: () => void };

function Section({ target, shelf, onDone }: SectionProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useMemoWords();
  const begun = useMemoDesk((desk) => desk.draft);
  const { on, leading } = memosAbout(target, [...shelf.memos.values()]);
  const isBegun = begun !== null && isSameTarget(begun.subject, target) && !shelf.memos.has(begun.id);
  // In one list, so that a memo stays the same box when its first word is kept.
  const entries = [
    ...(isBegun ? [{ draft: begun, memo: null }] : []),
    ...on.map((memo) => ({ draft: { analystId: session.analystId, ...memo }, memo })),
  ];
  const kind = words.subject(target.kind);
  return (
    <section className={styles.section} aria-label={t`Memos on: ${kind}`}>
      <div className={styles.sectionHead}>
        <span className={styles.label}>
          {kind} · <Plural value={on.length + leading.length} _0="no memo" one="# memo" other="# memos" />
        </span>
        <Button size="small" onPress={() => beginMemo(session, target)}>
          <Plus size={14} aria-hidden="true" />
          {t`Write a memo`}
        </Button>
      </div>
      <ThingLink target={target} shelf={shelf} />
      <ul className={styles.entries}>
        {entries.map(({ draft, memo }) => (
          <li key={draft.id}>
            <Entry memo={memo} draft={draft} shelf={shelf} onDone={onDone} />
          </li>
        ))}
      </ul>
      {leading.length > 0 && (
        <>
          <span className={styles.label}>{t`Memos that lead here`}</span>
          <ul className={styles.linkList}>
            {leading.map(({ id }) => (
              <li key={id}>
                <ThingLink target={{ kind: 'memo', id }} shelf={shelf} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type EntryProps = {
  readonly memo: Memo | null;
  readonly draft: MemoDraft;
  readonly shelf: Shelf;
  readonly onDone: () => void;
};

/** A memo in short; when it is open, to be written. */
function Entry({ memo, draft, shelf, onDone }: EntryProps) {
  const { t } = useLingui();
  const words = useMemoWords();
  const isOpen = useMemoDesk((desk) => desk.openKey === draft.id);
  const drop = useDropMemo();
  const done = () => {
    memoDesk.setState(memo === null ? { openKey: null, draft: null } : { openKey: null });
    onDone();
  };
  if (!isOpen && memo === null) return null;
  if (!isOpen && memo !== null)
    return (
      <button
        type="button"
        className={styles.entry}
        onClick={() => memoDesk.setState({ openKey: memo.id, focusKey: memo.id })}
      >
        <strong dir="auto">{memoName(memo) || words.untitled}</strong>
        <span className={styles.entryText} dir="auto">
          {memo.text.slice(0, 300).toWellFormed()}
        </span>
      </button>
    );
  return (
    <div className={styles.openEntry}>
      <MemoEditor
        key={draft.id}
        draft={draft}
        memo={memo}
        shelf={shelf}
        isInPanel
        onDone={done}
        onDelete={(one) => void drop(one)}
      />
      {memo !== null && (
        <Button size="small" variant="quiet" onPress={() => openWriting(memo.id)}>
          {t`Show among all memos`}
        </Button>
      )}
    </div>
  );
}
