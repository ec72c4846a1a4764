import { Plural, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { EditReach } from '#core/codebook/retarget-tags.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import styles from './Dialogs.module.css';
import { previewRemoval, removeTags } from './tags-deeds.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type DeleteTagsDialogProps = {
  readonly tags: readonly Tag[];
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** Ask before tags go: what becomes of those below them, and how many highlights lose them. */
export function DeleteTagsDialog({ tags, codebook, onClose }: DeleteTagsDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const offerUndo = useOfferUndo();
  const chosen = new Set(tags.map(({ id }) => id));
  const subtree = new Set(tags.flatMap(({ id }) => [...withDescendants(id, codebook.tags)]));
  const below = subtree.size - chosen.size;
  const [children, setChildren] = useState<'delete' | 'lift'>('lift');
  const remove = async () => {
    const outcome = await removeTags(session, tags, children);
    if (outcome.kind === 'done') {
      forget(children === 'delete' ? subtree : chosen);
      const what = tags.length === 1 ? `“${outcome.tag.name}”` : words.tags(tags.length);
      await offerUndo(t`Deleted ${what}.`);
    }
    return words.problem(outcome);
  };
  return (
    <DeedDialog
      title={tags.length === 1 ? t`Delete “${tags[0]?.name ?? ''}”?` : t`Delete ${words.tags(tags.length)}?`}
      confirmLabel={t`Delete`}
      isDanger
      isReady
      onConfirm={remove}
      onClose={onClose}
    >
      {below > 0 && (
        <RadioGroup
          className={styles.choice ?? ''}
          value={children}
          onChange={(value) => setChildren(value === 'delete' ? 'delete' : 'lift')}
        >
          <Label className={styles.label ?? ''}>
            <Plural value={below} one="# tag stands below:" other="# tags stand below:" />
          </Label>
          <Radio value="lift" className={styles.radio ?? ''}>{t`Keep them, one level up`}</Radio>
          <Radio value="delete" className={styles.radio ?? ''}>{t`Delete them too`}</Radio>
        </RadioGroup>
      )}
      <Reach tags={tags} way={children} />
      <p
        className={styles.soft}
      >{t`To keep a tag on its highlights without offering it any more, archive it.`}</p>
    </DeedDialog>
  );
}

function Reach({ tags, way }: { readonly tags: readonly Tag[]; readonly way: 'delete' | 'lift' }) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useCodebookWords();
  const reach = useLiveQuery(() => previewRemoval(db, tags, way), [db, tags, way]);
  if (reach === undefined) return <p className={styles.soft}>{t`Looking at what would change…`}</p>;
  if ('reason' in reach) return <p className={styles.problem}>{words.refusal(reach)}</p>;
  return <Losing reach={reach} />;
}

function Losing({ reach }: { readonly reach: EditReach }) {
  const { t } = useLingui();
  return (
    <p aria-live="polite">
      {reach.highlights === 0 ? (
        t`No highlight is touched.`
      ) : (
        <Plural
          value={reach.highlights}
          one="# highlight loses a tag. The highlight itself, its note and its grade stay."
          other="# highlights lose a tag. The highlights themselves, their notes and grades stay."
        />
      )}
    </p>
  );
}

function forget(gone: ReadonlySet<TagId>): void {
  const { tagId } = look.getState();
  if (tagId !== null && gone.has(tagId)) look.setState({ tagId: null });
}
