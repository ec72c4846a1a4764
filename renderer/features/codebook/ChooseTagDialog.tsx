import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Tag } from '#core/codebook/tag.ts';
import { searchTags, tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Dialogs.module.css';
import { TagMark } from './TagMark.tsx';
import type { Codebook } from './use-codebook.ts';

type ChooseTagDialogProps = {
  readonly title: string;
  readonly confirmLabel: string;
  readonly codebook: Codebook;
  /** Tags that can't be chosen. */
  readonly without: ReadonlySet<TagId>;
  /** What to call the place above all tags; left out when it can't be chosen. */
  readonly topLabel?: string;
  /** What will happen when `target` (`null`: the top) is chosen. */
  readonly describe: (target: Tag | null) => ReactNode;
  /** Answers why it can't be, to be shown; `null` when done. */
  readonly onChoose: (target: Tag | null) => Promise<string | null>;
  readonly onClose: () => void;
};

const top = 'top';

/** Find one tag of the codebook for another to be moved below or merged into. */
export function ChooseTagDialog(props: ChooseTagDialogProps) {
  const { t } = useLingui();
  const { codebook, without, topLabel } = props;
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const found = searchTags(query, codebook.tags).filter(({ id }) => !without.has(id));
  const target = found.find(({ id }) => id === chosen) ?? null;
  const isTop = chosen === top && topLabel !== undefined && query === '';
  const ready = target !== null || isTop;
  const confirm = async () => {
    if (!ready) return;
    const refused = await props.onChoose(target);
    setProblem(refused);
    if (refused === null) props.onClose();
  };
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t`Cancel`}</Button>
          <Button variant="primary" isDisabled={!ready} onPress={() => void confirm()}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t`Find a tag`} type="search" value={query} onChange={setQuery} autoFocus />
        <ListBox
          className={styles.list ?? ''}
          aria-label={t`Tags`}
          selectionMode="single"
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => setChosen(keys === 'all' ? null : String([...keys][0] ?? ''))}
          renderEmptyState={() => t`No tag reads like that.`}
        >
          {topLabel !== undefined && query === '' && (
            <ListBoxItem id={top} textValue={topLabel} className={styles.option ?? ''}>
              {topLabel}
            </ListBoxItem>
          )}
          {found.map((tag) => (
            <ListBoxItem key={tag.id} id={tag.id} textValue={tag.name} className={styles.option ?? ''}>
              <TagMark tag={tag} />
              {tagPathText(tag.id, codebook.byId)}
            </ListBoxItem>
          ))}
        </ListBox>
        {ready && problem === null && <p>{props.describe(target)}</p>}
        {problem !== null && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
