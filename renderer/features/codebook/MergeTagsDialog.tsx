import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { EditReach } from '#core/codebook/retarget-tags.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { ChooseTag, type TagChoice } from './ChooseTag.tsx';
import styles from './Dialogs.module.css';
import { joinTags, previewMerge } from './tags-deeds.ts';
import { treeLook } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type MergeTagsDialogProps = {
  readonly tags: readonly Tag[];
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** Make one tag or several one with another, which may be one of them; says before what goes where. */
export function MergeTagsDialog({ tags, codebook, onClose }: MergeTagsDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const offerUndo = useOfferUndo();
  const [chosen, setChosen] = useState<TagChoice | null>(null);
  const target = chosen?.kind === 'tag' ? chosen.tag : null;
  const going = tags.filter(({ id }) => id !== target?.id);
  const [first] = tags;
  const merge = async () => {
    if (target === null) return null;
    const outcome = await joinTags(session, tags, target);
    if (outcome.kind === 'done') {
      treeLook.setState({ pickedIds: new Set([target.id]) });
      look.setState({ tagId: target.id });
      const what = going.length === 1 ? `“${going[0]?.name ?? ''}”` : words.tags(going.length);
      await offerUndo(t`Merged ${what} into “${target.name}”.`);
    }
    return words.problem(outcome);
  };
  return (
    <DeedDialog
      title={
        tags.length === 1
          ? t`Merge “${first?.name ?? ''}” into another tag`
          : t`Merge ${words.tags(tags.length)} into one`
      }
      confirmLabel={t`Merge`}
      isReady={target !== null}
      onConfirm={merge}
      onClose={onClose}
    >
      <ChooseTag
        codebook={codebook}
        without={listImpossible(tags, codebook)}
        chosen={chosen}
        onChoose={setChosen}
      />
      {target !== null && <Preview sources={going} target={target} />}
    </DeedDialog>
  );
}

/** What stands below a tag that goes can't take it in; and one tag alone not itself. */
function listImpossible(tags: readonly Tag[], codebook: Codebook) {
  return new Set(
    tags.flatMap(({ id }) => {
      const below = withDescendants(id, codebook.tags);
      if (tags.length > 1) below.delete(id);
      return [...below];
    }),
  );
}

type PreviewProps = { readonly sources: readonly Tag[]; readonly target: Tag };

function Preview({ sources, target }: PreviewProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useCodebookWords();
  const reach = useLiveQuery(() => previewMerge(db, sources, target), [db, sources.length, target.id]);
  if (reach === undefined) return <p className={styles.soft}>{t`Looking at what would move…`}</p>;
  if ('reason' in reach) return <p className={styles.problem}>{words.refusal(reach)}</p>;
  return (
    <div className={styles.preview} aria-live="polite">
      <p>{t`What moves to “${target.name}”:`}</p>
      <ul>
        {listMoving(reach).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t`descriptions, rules and the tags below; one with the same name is merged in the same way`}</li>
      </ul>
      <p>{t`Nothing is lost, and one undo takes all of it back.`}</p>
    </div>
  );
}

function listMoving({ highlights, notes, memos, groups, blocks }: EditReach): string[] {
  const lines = [
    plural(highlights, { one: '# highlight', other: '# highlights' }),
    plural(notes, { one: '# note on them', other: '# notes on them' }),
    plural(memos, { one: '# memo on it or leading to it', other: '# memos on it or leading to it' }),
    groups > 0 ? plural(groups, { one: 'its place in # group', other: 'its places in # groups' }) : '',
    blocks > 0 ? plural(blocks, { one: '# table of a brief', other: '# tables of briefs' }) : '',
  ];
  return lines.filter((line) => line !== '');
}
