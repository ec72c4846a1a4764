import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { highlightMarks, ungraded } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { GradeChoice } from './GradeChoice.tsx';
import styles from './HighlightList.module.css';
import { useRecentTags } from './recent-tags.ts';
import { TagPicker } from './TagPicker.tsx';
import { useMarkWords } from './use-mark-words.ts';
import type { Picked } from './use-picked.ts';

type PickedBarProps = {
  readonly picked: Picked;
  readonly tags: readonly Tag[];
  readonly byId: ReadonlyMap<TagId, Tag>;
};

/** How many highlights are picked, and what can be done with all of them; each deed is one step of the history. */
export function PickedBar({ picked, tags, byId }: PickedBarProps) {
  const { t } = useLingui();
  const words = useMarkWords();
  const [asked, setAsked] = useState<'tag' | 'recode' | 'grade' | null>(null);
  const count = picked.picked.length;
  const isTagged = picked.picked.some(({ tagIds }) => tagIds.length > 0);
  const close = () => setAsked(null);
  return (
    <div className={styles.picked} role="toolbar" aria-label={t`With the picked highlights`}>
      <span className={styles.pickedCount} role="status">
        <Plural value={count} one="# picked" other="# picked" />
      </span>
      <Button size="small" onPress={() => setAsked('tag')}>{t`Tag…`}</Button>
      <Button size="small" isDisabled={!isTagged} onPress={() => setAsked('recode')}>{t`Recode…`}</Button>
      <Button size="small" onPress={() => setAsked('grade')}>{t`Grade…`}</Button>
      <Button size="small" isDisabled={count < 2} onPress={() => void picked.join()}>{t`Join`}</Button>
      <ActionMenu
        label={t`More for the picked highlights`}
        actions={[
          ...highlightMarks.map((mark) => ({
            id: mark,
            label: words.mark(mark),
            onAction: () => void picked.switchMark(mark),
          })),
          { id: 'delete', label: t`Delete`, isDanger: true, onAction: () => void picked.drop() },
        ]}
      />
      <Button size="small" variant="quiet" onPress={picked.clear}>{t`Pick none`}</Button>
      <Dialog title={t`Tag what is picked`} isOpen={asked === 'tag'} onClose={close}>
        <PickTag
          label={t`Tag what is picked`}
          tags={tags}
          onChoose={async (choice) => {
            if (await picked.tag(choice)) close();
          }}
          onClose={close}
        />
      </Dialog>
      <Dialog title={t`Recode what is picked`} isOpen={asked === 'recode'} onClose={close}>
        <RecodePicked picked={picked} tags={tags} byId={byId} onClose={close} />
      </Dialog>
      <GradePicked picked={picked} isOpen={asked === 'grade'} onClose={close} />
    </div>
  );
}

type PickTagProps = {
  readonly label: string;
  readonly tags: readonly Tag[];
  readonly onChoose: (choice: Parameters<Picked['tag']>[0]) => Promise<void>;
  readonly onClose: () => void;
};

function PickTag({ label, tags, onChoose, onClose }: PickTagProps) {
  const { t } = useLingui();
  const recent = useRecentTags();
  return (
    <TagPicker
      tags={tags}
      recent={recent}
      label={label}
      placeholder={t`Find a tag, or make one: parent/child`}
      applied={[]}
      takesFocus
      onChoose={(choice) => void onChoose(choice)}
      onEmpty={onClose}
      onClose={onClose}
    />
  );
}

function RecodePicked({ picked, tags, byId, onClose }: PickedBarProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const given = [...new Set(picked.picked.flatMap(({ tagIds }) => tagIds))].filter((id) => byId.has(id));
  const [wanted, setWanted] = useState(given[0]);
  const from = given.find((id) => id === wanted) ?? given[0];
  if (from === undefined) return null;
  const name = tagPathText(from, byId);
  return (
    <>
      <Select
        label={t`Replace`}
        value={from}
        options={given.map((id) => ({ value: id, label: tagPathText(id, byId) }))}
        onChange={setWanted}
      />
      <p className={styles.by}>{t`by the tag`}</p>
      <PickTag
        label={t`The new tag`}
        tags={tags}
        onChoose={async (choice) => {
          if (await picked.recode({ id: from, name }, choice)) onClose();
        }}
        onClose={onClose}
      />
    </>
  );
}

type GradePickedProps = {
  readonly picked: Picked;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

function GradePicked({ picked, isOpen, onClose }: GradePickedProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<typeof ungraded | null>(null);
  const grade = chosen ?? picked.picked[0]?.grade ?? ungraded;
  const apply = () => {
    void picked.grade(grade);
    setChosen(null);
    onClose();
  };
  return (
    <Dialog
      title={t`Grade what is picked`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={apply}>
          {t`Grade`}
        </Button>
      }
    >
      <GradeChoice grade={grade} onChange={setChosen} />
    </Dialog>
  );
}
