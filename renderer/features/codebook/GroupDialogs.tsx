import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { maxTagGroupNameLength } from '#core/codebook/edit-tag-groups.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { addGroup, nameGroup, removeGroup } from './group-deeds.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type GroupNameDialogProps = {
  /** `null`: a new group, of `tags`. */
  readonly group: TagGroup | null;
  readonly tags: readonly Tag[];
  readonly onClose: () => void;
};

/** Make a group, or give one another name. */
export function GroupNameDialog({ group, tags, onClose }: GroupNameDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const [name, setName] = useState(group?.name ?? '');
  const ids = tags.map(({ id }) => id);
  const save = async () => {
    const outcome = await (group === null ? addGroup(session, name, ids) : nameGroup(session, group, name));
    return words.problem(outcome);
  };
  return (
    <DeedDialog
      title={group === null ? t`New group` : t`Rename the group “${group.name}”`}
      confirmLabel={group === null ? t`Create` : t`Rename`}
      isReady={name.trim() !== ''}
      onConfirm={save}
      onClose={onClose}
    >
      <TextField
        label={t`Name`}
        value={name}
        onChange={setName}
        maxLength={maxTagGroupNameLength}
        autoFocus
        description={t`A group puts tags together across the tree; a tag may be in several.`}
      />
    </DeedDialog>
  );
}

/** Ask before a group goes. */
export function DeleteGroupDialog({
  group,
  onClose,
}: {
  readonly group: TagGroup;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const offerUndo = useOfferUndo();
  const remove = async () => {
    const outcome = await removeGroup(session, group);
    if (outcome.kind === 'done') await offerUndo(t`Deleted the group “${group.name}”.`);
    return words.problem(outcome);
  };
  return (
    <DeedDialog
      title={t`Delete the group “${group.name}”?`}
      confirmLabel={t`Delete`}
      isDanger
      isReady
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t`Its tags stay, with all their highlights. Only the group goes.`}</p>
    </DeedDialog>
  );
}
