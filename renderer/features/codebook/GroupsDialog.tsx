import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { maxTagGroupNameLength } from '#core/codebook/edit-tag-groups.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { TagGroupId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { CheckBox } from '#ui/CheckBox.tsx';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Dialogs.module.css';
import { regroupTags } from './group-deeds.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type GroupsDialogProps = {
  readonly tags: readonly Tag[];
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** Put tags into groups and take them out of others, in one step; a new group can be made on the way. */
export function GroupsDialog({ tags, codebook, onClose }: GroupsDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const [memberships, setMemberships] = useState<ReadonlyMap<TagGroupId, boolean>>(new Map());
  const [newName, setNewName] = useState('');
  const ids = tags.map(({ id }) => id);
  const what = tags.length === 1 ? `“${tags[0]?.name ?? ''}”` : words.tags(tags.length);
  return (
    <DeedDialog
      title={t`Groups of ${what}`}
      confirmLabel={t`Save`}
      isReady={memberships.size > 0 || newName.trim() !== ''}
      onConfirm={async () => words.problem(await regroupTags(session, ids, { memberships, newName }))}
      onClose={onClose}
    >
      {codebook.groups.length > 0 && (
        <ul className={styles.checks} aria-label={t`Groups`}>
          {codebook.groups.map((group) => (
            <li key={group.id}>
              <Membership
                group={group}
                wanted={memberships.get(group.id) ?? holds(group, tags)}
                onChange={(isMember) => setMemberships(new Map(memberships).set(group.id, isMember))}
              />
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t`And into a new group`}
        value={newName}
        onChange={setNewName}
        maxLength={maxTagGroupNameLength}
        placeholder={t`Name of the new group`}
        autoFocus={codebook.groups.length === 0}
      />
    </DeedDialog>
  );
}

type MembershipProps = {
  readonly group: TagGroup;
  /** `null`: some are in it, some not. */
  readonly wanted: boolean | null;
  readonly onChange: (isMember: boolean) => void;
};

function Membership({ group, wanted, onChange }: MembershipProps) {
  return (
    <CheckBox isSelected={wanted === true} isIndeterminate={wanted === null} onChange={onChange}>
      <span dir="auto">{group.name}</span>
    </CheckBox>
  );
}

function holds(group: TagGroup, tags: readonly Tag[]): boolean | null {
  const inside = tags.filter(({ id }) => group.tagIds.includes(id)).length;
  if (inside === 0) return false;
  return inside === tags.length ? true : null;
}
