import { useLingui } from '@lingui/react/macro';
import { FolderOpen, Plus } from 'lucide-react';
import { DropZone, isTextDropItem, ToggleButton } from 'react-aria-components';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { CodebookDialog } from './CodebookDialogs.tsx';
import styles from './GroupList.module.css';
import { fillGroup } from './group-deeds.ts';
import { tagDragType } from './tag-drag.ts';
import { treeLook, useTreeLook } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';
import { useTell } from './use-tag-actions.ts';

type GroupListProps = {
  readonly codebook: Codebook;
  readonly onDialog: (dialog: CodebookDialog) => void;
};

/** The groups: choosing one shows only its tags, dropping tags on one puts them into it. */
export function GroupList({ codebook, onDialog }: GroupListProps) {
  const { t } = useLingui();
  const { groupId } = useTreeLook();
  return (
    <section className={styles.groups} aria-label={t`Groups of tags`}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t`Groups`}</h3>
        <IconButton
          label={t`New group…`}
          icon={Plus}
          size="small"
          onPress={() => onDialog({ kind: 'new-group', tags: [] })}
        />
      </div>
      {codebook.groups.length === 0 ? (
        <p className={styles.soft}>
          {t`Put tags together across the tree: by theme, by question, by project.`}
        </p>
      ) : (
        <ul className={styles.list}>
          {codebook.groups.map((group) => (
            <li key={group.id}>
              <GroupRow
                group={group}
                codebook={codebook}
                isShown={group.id === groupId}
                onDialog={onDialog}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type GroupRowProps = GroupListProps & { readonly group: TagGroup; readonly isShown: boolean };

function GroupRow({ group, codebook, isShown, onDialog }: GroupRowProps) {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  const words = useCodebookWords();
  const known = group.tagIds.filter((id) => codebook.byId.has(id)).length;
  const fill = async (items: readonly { getText(type: string): Promise<string> }[]) => {
    const ids = await Promise.all(items.map((item) => item.getText(tagDragType)));
    const dropped = ids.flatMap((id) => codebook.byId.get(id as TagId)?.id ?? []);
    if (dropped.length > 0) tell(await fillGroup(session, group, dropped));
  };
  return (
    <DropZone
      className={styles.row ?? ''}
      aria-label={t`Put into ${group.name}`}
      getDropOperation={(types) => (types.has(tagDragType) ? 'move' : 'cancel')}
      onDrop={({ items }) => void fill(items.filter(isTextDropItem))}
    >
      <ToggleButton
        className={styles.name ?? ''}
        isSelected={isShown}
        onChange={(isOn) => treeLook.setState({ groupId: isOn ? group.id : null })}
        aria-label={t`Show only ${group.name}, ${words.tags(known)}`}
      >
        <FolderOpen size={14} aria-hidden="true" />
        <span className={styles.text} title={group.name}>
          <bdi>{group.name}</bdi>
        </span>
        <span className={styles.count}>{known}</span>
      </ToggleButton>
      <ActionMenu
        label={t`What to do with the group ${group.name}`}
        actions={[
          {
            id: 'rename',
            label: t`Rename…`,
            onAction: () => onDialog({ kind: 'rename-group', group }),
          },
          {
            id: 'delete',
            label: t`Delete…`,
            isDanger: true,
            onAction: () => onDialog({ kind: 'delete-group', group }),
          },
        ]}
      />
    </DropZone>
  );
}
