import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { searchTags, tagPathText, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listTags } from '#storage/tags.ts';
import { Chooser } from '#ui/Chooser.tsx';

type ChooseTagDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (tagId: TagId) => void;
};

/** Choose a tag for what was found, by a part of its name. Archived tags are not offered. */
export function ChooseTagDialog({ isOpen, onClose, onChoose }: ChooseTagDialogProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]);
  const find = useCallback(
    (query: string) => {
      const usable = (tags ?? []).filter((tag) => tag.isArchived !== true);
      const byId = tagsById(tags ?? []);
      return searchTags(query, usable).map(({ id, color }) => ({
        key: id,
        label: tagPathText(id, byId),
        color,
      }));
    },
    [tags],
  );
  return (
    <Chooser
      title={t`Tag the hits`}
      find={find}
      isOpen={isOpen}
      onChoose={(key) => onChoose(key as TagId)}
      onClose={onClose}
    />
  );
}
