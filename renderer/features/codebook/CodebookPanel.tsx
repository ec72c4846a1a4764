import { useLingui } from '@lingui/react/macro';
import { BookMarked, FolderTree, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import { listNodes, pruneTree, searchTags } from '#core/codebook/tag-tree.ts';
import starter from '#resources/codebook.json';
import { pressedCommand, useKeys } from '#state/keys.ts';
import { announce, notify } from '#state/notices.ts';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { look, useLook } from '#state/workspace.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { withKey } from '#ui/key-text.ts';
import { TextField } from '#ui/TextField.tsx';
import { type CodebookDialog, CodebookDialogs } from './CodebookDialogs.tsx';
import styles from './CodebookPanel.module.css';
import { addStarterCodebook, addTagAtPath, type DeedOutcome } from './codebook-deeds.ts';
import { openTag, setOpenTags, useOpenTags } from './open-tags.ts';
import { TagDetails } from './TagDetails.tsx';
import { TagTree } from './TagTree.tsx';
import { dropTags, stepTags } from './tags-deeds.ts';
import { type Codebook, useCodebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

/** The codebook: find, make, describe, move, merge and delete tags. Choosing one chooses it everywhere. */
export function CodebookPanel() {
  const codebook = useCodebook();
  const [dialog, setDialog] = useState<CodebookDialog | null>(null);
  if (codebook === null) return null;
  return (
    <div className={styles.panel}>
      {codebook.tags.length === 0 ? (
        <EmptyCodebook onDialog={setDialog} />
      ) : (
        <FilledCodebook codebook={codebook} onDialog={setDialog} />
      )}
      {dialog !== null && (
        <CodebookDialogs dialog={dialog} codebook={codebook} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

type OnDialog = (dialog: CodebookDialog) => void;

function EmptyCodebook({ onDialog }: { readonly onDialog: OnDialog }) {
  const { t } = useLingui();
  const session = useSession();
  const language = usePreferences((state) => state.language);
  return (
    <EmptyState
      icon={BookMarked}
      title={t`No tags yet`}
      action={
        <>
          <Button variant="primary" onPress={() => void addStarterCodebook(session, starter, language)}>
            {t`Start with a codebook for this conflict`}
          </Button>
          <Button onPress={() => onDialog({ kind: 'new', parent: null, name: '' })}>{t`New tag…`}</Button>
        </>
      }
    >
      {t`Tags say what a passage is about: an ambush, a claim, a convoy. Start with a ready set that you can change, or make your own.`}
    </EmptyState>
  );
}

function FilledCodebook({
  codebook,
  onDialog,
}: {
  readonly codebook: Codebook;
  readonly onDialog: OnDialog;
}) {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  const [query, setQuery] = useState('');
  const openIds = useOpenTags();
  const chosenId = useLook((state) => state.tagId);
  const chosen = chosenId === null ? undefined : codebook.byId.get(chosenId);
  const searching = query.trim() !== '';
  const found = new Set(searching ? searchTags(query, codebook.tags).map(({ id }) => id) : []);
  const nodes = searching ? pruneTree(codebook.tree, found) : codebook.tree;
  const allIds = codebook.tags.map(({ id }) => id);
  const actionsFor = useTagActions(codebook, onDialog);

  const create = async () => {
    if (!searching) return;
    const outcome = await addTagAtPath(session, query);
    tell(outcome);
    if (outcome.kind !== 'done') return;
    look.setState({ tagId: outcome.tag.id });
    setQuery('');
    announce(t`Made the tag “${outcome.tag.name}”.`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A letter goes to the next tag that begins with it; it is no command of the workbench here.
    if (isLetter(event)) event.stopPropagation();
    const id = pressedCommand(event.nativeEvent, 'codebook');
    const action =
      chosen === undefined ? undefined : actionsFor(chosen).find((each) => `tag.${each.id}` === id);
    if (action === undefined || action.isDisabled) return;
    event.preventDefault();
    action.onAction();
  };
  return (
    <>
      <div className={styles.head}>
        <TextField
          label={t`Find or make a tag`}
          hideLabel
          placeholder={t`Find, or make: attack / ambush`}
          type="search"
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found.size === 0) void create();
            if (event.key === 'Escape') setQuery('');
          }}
        />
        <IconButton
          label={openIds.size > 0 ? t`Close all` : t`Open all`}
          icon={FolderTree}
          onPress={() => setOpenTags(openIds.size > 0 ? [] : allIds)}
        />
        <IconButton
          label={t`New tag…`}
          icon={Plus}
          onPress={() => onDialog({ kind: 'new', parent: null, name: '' })}
        />
      </div>
      <div className={styles.body}>
        {searching && nodes.length === 0 ? (
          <div className={styles.none}>
            <p>{t`No tag reads like that.`}</p>
            <Button size="small" onPress={() => void create()}>
              <Plus size={13} aria-hidden="true" />
              {t`Make “${query.trim()}”`}
            </Button>
          </div>
        ) : (
          <TagTree
            codebook={codebook}
            nodes={nodes}
            openIds={searching ? new Set(listNodes(nodes).map(({ tag }) => tag.id)) : openIds}
            onOpen={(ids) => {
              if (!searching) setOpenTags(ids);
            }}
            chosenId={chosenId}
            onChoose={(tagId) => look.setState({ tagId })}
            onDrop={(tag, target, where) => {
              if (where === 'on') openTag(target.id);
              void dropTags(session, [tag], target, where).then(tell);
            }}
            onKeyDown={onKeyDown}
            actionsFor={actionsFor}
          />
        )}
        {chosen !== undefined && (
          <TagDetails
            tag={chosen}
            codebook={codebook}
            onEdit={() => onDialog({ kind: 'edit', tag: chosen })}
          />
        )}
      </div>
    </>
  );
}

/** Show why an edit made without a dialog was refused. */
function useTell(): (outcome: DeedOutcome) => void {
  const words = useCodebookWords();
  return (outcome) => {
    if (outcome.kind === 'refused') notify({ kind: 'warn', text: words.refusal(outcome.refusal) });
  };
}

function useTagActions(codebook: Codebook, onDialog: OnDialog): (tag: Tag) => readonly MenuAction[] {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  const keysOf = useKeys();
  return (tag) => {
    const step = (by: -1 | 1) => void stepTags(session, [tag], by === -1 ? 'up' : 'down').then(tell);
    const alone = codebook.tags.length < 2;
    return [
      {
        id: 'edit',
        label: withKey(t`Edit…`, keysOf('tag.edit')),
        onAction: () => onDialog({ kind: 'edit', tag }),
      },
      {
        id: 'new',
        label: t`New tag below…`,
        onAction: () => onDialog({ kind: 'new', parent: tag, name: '' }),
      },
      { id: 'up', label: withKey(t`Move up`, keysOf('tag.up')), onAction: () => step(-1), isDisabled: alone },
      {
        id: 'down',
        label: withKey(t`Move down`, keysOf('tag.down')),
        onAction: () => step(1),
        isDisabled: alone,
      },
      {
        id: 'move',
        label: t`Move to…`,
        onAction: () => onDialog({ kind: 'move', tag }),
        isDisabled: alone,
      },
      {
        id: 'merge',
        label: t`Merge into…`,
        onAction: () => onDialog({ kind: 'merge', tag }),
        isDisabled: alone,
      },
      {
        id: 'delete',
        label: withKey(t`Delete…`, keysOf('tag.delete')),
        onAction: () => onDialog({ kind: 'delete', tag }),
        isDanger: true,
      },
    ];
  };
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}
