import { useLingui } from '@lingui/react/macro';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { ColorDialog } from './ColorDialog.tsx';
import { addTag, changeTag } from './codebook-deeds.ts';
import { DeleteTagsDialog } from './DeleteTagsDialog.tsx';
import { DeleteGroupDialog, GroupNameDialog } from './GroupDialogs.tsx';
import { GroupsDialog } from './GroupsDialog.tsx';
import { MergeTagsDialog } from './MergeTagsDialog.tsx';
import { MoveTagsDialog } from './MoveTagsDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { TagDialog } from './TagDialog.tsx';
import { openTags } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

/** Which dialog is open, and what it is about. */
export type CodebookDialog =
  | { readonly kind: 'new'; readonly parent: Tag | null; readonly name: string }
  | { readonly kind: 'edit' | 'split'; readonly tag: Tag }
  | { readonly kind: 'move' | 'merge' | 'color' | 'groups' | 'delete'; readonly tags: readonly Tag[] }
  | { readonly kind: 'new-group'; readonly tags: readonly Tag[] }
  | { readonly kind: 'rename-group' | 'delete-group'; readonly group: TagGroup };

type CodebookDialogsProps = {
  readonly dialog: CodebookDialog;
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** The dialog that is open. */
export function CodebookDialogs({ dialog, codebook, onClose }: CodebookDialogsProps) {
  const close = () => {
    onClose();
    keepFocus();
  };
  const shared = { codebook, onClose: close };
  switch (dialog.kind) {
    case 'new':
      return <NewTag parent={dialog.parent} name={dialog.name} onClose={close} />;
    case 'edit':
      return <EditTag tag={dialog.tag} onClose={close} />;
    case 'split':
      return <SplitDialog tag={dialog.tag} {...shared} />;
    case 'move':
      return <MoveTagsDialog tags={dialog.tags} {...shared} />;
    case 'merge':
      return <MergeTagsDialog tags={dialog.tags} {...shared} />;
    case 'color':
      return <ColorDialog tags={dialog.tags} {...shared} />;
    case 'groups':
      return <GroupsDialog tags={dialog.tags} {...shared} />;
    case 'delete':
      return <DeleteTagsDialog tags={dialog.tags} {...shared} />;
    case 'new-group':
      return <GroupNameDialog group={null} tags={dialog.tags} onClose={close} />;
    case 'rename-group':
      return <GroupNameDialog group={dialog.group} tags={[]} onClose={close} />;
    case 'delete-group':
      return <DeleteGroupDialog group={dialog.group} onClose={close} />;
  }
}

/** In milliseconds: by then a closed dialog has given the focus back, if there is still something to give it to. */
const givenBackMs = 150;

/** The tag that had the focus may be gone, merged or deleted: then the tree gets it. */
function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  }, givenBackMs);
}

type NewTagProps = { readonly parent: Tag | null; readonly name: string; readonly onClose: () => void };

function NewTag({ parent, name, onClose }: NewTagProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  return (
    <TagDialog
      title={parent === null ? t`New tag` : t`New tag below “${parent.name}”`}
      confirmLabel={t`Create`}
      initial={{ name, color: parent?.color ?? 'yellow', description: '' }}
      onSave={async (form) => {
        const outcome = await addTag(session, parent?.id ?? null, form);
        if (outcome.kind === 'done') {
          if (parent !== null) openTags([parent.id]);
          look.setState({ tagId: outcome.tag.id });
        }
        return words.problem(outcome);
      }}
      onClose={onClose}
    />
  );
}

function EditTag({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  return (
    <TagDialog
      title={t`Edit “${tag.name}”`}
      confirmLabel={t`Save`}
      initial={tag}
      onSave={async (form) => words.problem(await changeTag(session, tag, form))}
      onClose={onClose}
    />
  );
}
