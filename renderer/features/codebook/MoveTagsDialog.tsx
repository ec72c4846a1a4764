import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import { useSession } from '#state/session.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { ChooseTag, type TagChoice } from './ChooseTag.tsx';
import { placeTags } from './tags-deeds.ts';
import { openTags } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type MoveTagsDialogProps = {
  readonly tags: readonly Tag[];
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** Put one tag or several below another one, or at the top. */
export function MoveTagsDialog({ tags, codebook, onClose }: MoveTagsDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const [chosen, setChosen] = useState<TagChoice | null>(null);
  const what = tags.length === 1 ? `“${tags[0]?.name ?? ''}”` : words.tags(tags.length);
  const without = new Set(tags.flatMap(({ id }) => [...withDescendants(id, codebook.tags)]));
  const move = async () => {
    if (chosen === null) return null;
    const target = chosen.kind === 'top' ? null : chosen.tag;
    const outcome = await placeTags(session, tags, target);
    if (outcome.kind === 'done' && target !== null) openTags([target.id]);
    return words.problem(outcome);
  };
  return (
    <DeedDialog
      title={t`Move ${what}`}
      confirmLabel={t`Move`}
      isReady={chosen !== null}
      onConfirm={move}
      onClose={onClose}
    >
      <ChooseTag
        codebook={codebook}
        without={without}
        topLabel={t`The top of the codebook`}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen !== null && (
        <p>
          {chosen.kind === 'top'
            ? t`To the top, with the tags below.`
            : t`To below “${chosen.tag.name}”, with the tags below.`}
        </p>
      )}
    </DeedDialog>
  );
}
