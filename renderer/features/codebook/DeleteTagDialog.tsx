import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Dialogs.module.css';
import type { Codebook } from './use-codebook.ts';

type DeleteTagDialogProps = {
  readonly tag: Tag;
  readonly codebook: Codebook;
  /** Answers why it can't be, to be shown; `null` when done. */
  readonly onDelete: (children: 'delete' | 'lift', highlights: number) => Promise<string | null>;
  readonly onClose: () => void;
};

/** Ask before a tag goes: what becomes of the tags below it, and how many highlights lose it. */
export function DeleteTagDialog({ tag, codebook, onDelete, onClose }: DeleteTagDialogProps) {
  const { t } = useLingui();
  const below = withDescendants(tag.id, codebook.tags).size - 1;
  const [children, setChildren] = useState<'delete' | 'lift'>('lift');
  const [problem, setProblem] = useState<string | null>(null);
  const count = codebook.counts.get(tag.id);
  const highlights = (children === 'delete' ? count?.whole : count?.own)?.highlights ?? 0;
  const confirm = async () => {
    const refused = await onDelete(children, highlights);
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      title={t`Delete “${tag.name}”?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="danger" onPress={() => void confirm()} autoFocus>
            {t`Delete`}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {below > 0 && (
          <RadioGroup
            className={styles.choice ?? ''}
            value={children}
            onChange={(value) => setChildren(value === 'delete' ? 'delete' : 'lift')}
          >
            <Label className={styles.label ?? ''}>
              <Plural value={below} one="# tag stands below it:" other="# tags stand below it:" />
            </Label>
            <Radio value="lift" className={styles.radio ?? ''}>{t`Keep them, one level up`}</Radio>
            <Radio value="delete" className={styles.radio ?? ''}>{t`Delete them too`}</Radio>
          </RadioGroup>
        )}
        <p>
          {highlights === 0 ? (
            t`No highlight carries it.`
          ) : (
            <Plural
              value={highlights}
              one="# highlight loses the tag. The highlight itself, its note and its grade stay."
              other="# highlights lose the tag. The highlights themselves, their notes and grades stay."
            />
          )}
        </p>
        {problem !== null && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
