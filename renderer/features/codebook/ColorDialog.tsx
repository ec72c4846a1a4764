import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Tag, TagColor } from '#core/codebook/tag.ts';
import { useSession } from '#state/session.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import { colorTags } from './tags-deeds.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type ColorDialogProps = {
  readonly tags: readonly Tag[];
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** Give one tag or several another colour. */
export function ColorDialog({ tags, codebook, onClose }: ColorDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const [first] = tags;
  const isAlike = tags.every(({ color }) => color === first?.color);
  const [color, setColor] = useState<TagColor | 'parent' | null>(isAlike ? (first?.color ?? null) : null);
  const hasParent = tags.some(({ parentId }) => parentId !== null && codebook.byId.has(parentId));
  return (
    <DeedDialog
      title={
        tags.length === 1 ? t`Colour of “${first?.name ?? ''}”` : t`Colour of ${words.tags(tags.length)}`
      }
      confirmLabel={t`Give the colour`}
      isReady={color !== null}
      onConfirm={async () => (color === null ? null : words.problem(await colorTags(session, tags, color)))}
      onClose={onClose}
    >
      <ColorChoice
        value={color}
        onChange={setColor}
        {...(hasParent ? { extra: { value: 'parent' as const, label: t`As the tag above` } } : {})}
      />
      <p>{t`Tags below that have their colour from it change along.`}</p>
    </DeedDialog>
  );
}
