import { useLingui } from '@lingui/react/macro';
import { NotebookPen } from 'lucide-react';
import { useMemo } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import type { MemoDraft } from '#core/memos/edit-memos.ts';
import { createShelf, memoName, type Shelf } from '#core/memos/things.ts';
import { arrangeWritings, listWritings } from '#core/memos/writings.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { MemoEditor } from './MemoEditor.tsx';
import styles from './Memos.module.css';
import { beginMemo, memoDesk, useMemoDesk } from './memo-desk.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { useDropMemo } from './use-drop-memo.ts';
import { useMemoWords } from './use-memo-words.ts';
import { useShelf } from './use-memos.ts';
import { WritingFilters } from './WritingFilters.tsx';
import { WritingList } from './WritingList.tsx';

const emptyShelf = createShelf({ articles: [], tags: [], highlights: [], memos: [] });

/** Everything that was written, memos and notes on passages: to be found, read, written and saved as a file. */
export function MemosScreen() {
  const { t } = useLingui();
  const shelf = useShelf();
  const columns = useDefaultLayout({ id: 'memo-columns', panelIds: ['writings', 'writing'] });
  return (
    <Group className={styles.screen} id="memo-columns" {...columns}>
      <Pane id="writings" defaultSize="42%" minSize="18rem" ground="surface">
        {shelf !== null && <Listing shelf={shelf} />}
      </Pane>
      <PaneDivider label={t`Width of the list of memos`} />
      <Pane id="writing" minSize="20rem">
        <Desk shelf={shelf ?? emptyShelf} isRead={shelf !== null} />
      </Pane>
    </Group>
  );
}

function Listing({ shelf }: { readonly shelf: Shelf }) {
  const filter = useMemoDesk((desk) => desk.filter);
  const order = useMemoDesk((desk) => desk.order);
  const all = useMemo(() => listWritings(shelf), [shelf]);
  const shown = useMemo(() => arrangeWritings(all, { filter, order, shelf }), [all, filter, order, shelf]);
  return (
    <>
      <WritingFilters all={all} shown={shown} shelf={shelf} />
      <Unsaved shelf={shelf} />
      <WritingList all={all} shown={shown} />
    </>
  );
}

/** Memos of which only a box holds the newest words, so that none is lost from sight. */
function Unsaved({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useLingui();
  const words = useMemoWords();
  const unsaved = useMemoDesk((desk) => desk.unsaved);
  return unsaved.map(({ id }) => {
    const memo = shelf.memos.get(id);
    const name = (memo && memoName(memo)) || words.untitled;
    return (
      <div key={id} className={styles.unsaved} role="alert">
        <span>{t`What you wrote in “${name}” is not saved yet.`}</span>
        <Button size="small" onPress={() => memoDesk.setState({ openKey: id, focusKey: id })}>
          {t`Open it`}
        </Button>
      </div>
    );
  });
}

/** What is open, or how to begin. */
function Desk({ shelf, isRead }: { readonly shelf: Shelf; readonly isRead: boolean }) {
  const { t } = useLingui();
  const session = useSession();
  const openKey = useMemoDesk((desk) => desk.openKey);
  const draft = useMemoDesk((desk) => openDraft(desk, shelf));
  const dropMemo = useDropMemo();
  const highlight = [...shelf.highlights.values()].find(({ id }) => id === openKey);
  // A memo just begun can be typed in before all others have been read.
  const isFresh = useMemoDesk((desk) => desk.draft?.id === desk.openKey && !desk.isDraftKept);
  const backToList = () => document.querySelector<HTMLElement>('[data-writings] [role="listbox"]')?.focus();
  if (!isRead && !isFresh) return null;
  if (highlight !== undefined)
    return (
      <div className={styles.desk} data-note>
        <NoteEditor key={highlight.id} highlight={highlight} shelf={shelf} onDone={backToList} />
      </div>
    );
  if (draft !== null)
    return (
      <div className={styles.desk}>
        <MemoEditor
          key={draft.id}
          draft={{ analystId: session.analystId, ...draft }}
          memo={shelf.memos.get(draft.id) ?? null}
          shelf={shelf}
          onDone={backToList}
          onDelete={(memo) => void dropMemo(memo)}
        />
      </div>
    );
  return (
    <div className={styles.desk}>
      <EmptyState
        icon={NotebookPen}
        title={t`Choose a memo to read it`}
        action={
          <Button variant="primary" onPress={() => beginMemo(session, { kind: 'free' })}>
            {t`New memo`}
          </Button>
        }
      >
        {t`A memo may be on the workspace, an article, a tag, a passage, or free, and lead to any of them. Press M in the reader to write one on what is chosen there.`}
      </EmptyState>
    </div>
  );
}

/** What the open memo is begun from: itself when it is kept. */
function openDraft(
  { openKey, draft, unsaved }: ReturnType<typeof memoDesk.getState>,
  shelf: Shelf,
): Pick<MemoDraft, 'id' | 'subject'> | null {
  const begun = [draft, ...unsaved].find((one) => one !== null && one.id === openKey) ?? null;
  return begun ?? [...shelf.memos.values()].find(({ id }) => id === openKey) ?? null;
}
