import { Plural, useLingui } from '@lingui/react/macro';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { ChooseTagDialog } from './ChooseTagDialog.tsx';
import { addTag, changeTag, type DeedOutcome } from './codebook-deeds.ts';
import { DeleteTagDialog } from './DeleteTagDialog.tsx';
import { openTag } from './open-tags.ts';
import { TagDialog } from './TagDialog.tsx';
import { joinTags, placeTags, removeTags } from './tags-deeds.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

/** Which dialog is open, and about which tag. */
export type CodebookDialog =
  | { readonly kind: 'new'; readonly parent: Tag | null; readonly name: string }
  | { readonly kind: 'edit' | 'move' | 'merge' | 'delete'; readonly tag: Tag };

type CodebookDialogsProps = {
  readonly dialog: CodebookDialog;
  readonly codebook: Codebook;
  readonly onClose: () => void;
};

/** The dialog that is open. */
export function CodebookDialogs({ dialog, codebook, onClose }: CodebookDialogsProps) {
  if (dialog.kind === 'new') return <NewTag dialog={dialog} onClose={onClose} />;
  const { tag } = dialog;
  switch (dialog.kind) {
    case 'edit':
      return <EditTag tag={tag} onClose={onClose} />;
    case 'move':
      return <MoveTag tag={tag} codebook={codebook} onClose={onClose} />;
    case 'merge':
      return <MergeTag tag={tag} codebook={codebook} onClose={onClose} />;
    case 'delete':
      return <DeleteTag tag={tag} codebook={codebook} onClose={onClose} />;
  }
}

type TagDialogProps = { readonly tag: Tag; readonly onClose: () => void };
type TreeDialogProps = TagDialogProps & { readonly codebook: Codebook };

/** What a dialog has to show of an outcome: a refusal. What could not be saved is told by the shell. */
function useProblemOf(): (outcome: DeedOutcome) => string | null {
  const words = useCodebookWords();
  return (outcome) => (outcome.kind === 'refused' ? words.refusal(outcome.refusal) : null);
}

function NewTag({
  dialog,
  onClose,
}: {
  readonly dialog: Extract<CodebookDialog, { kind: 'new' }>;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const session = useSession();
  const problemOf = useProblemOf();
  const { parent, name } = dialog;
  return (
    <TagDialog
      title={parent === null ? t`New tag` : t`New tag below “${parent.name}”`}
      confirmLabel={t`Create`}
      initial={{ name, color: parent?.color ?? 'yellow', description: '' }}
      onSave={async (form) => {
        const outcome = await addTag(session, parent?.id ?? null, form);
        if (outcome.kind === 'done') {
          if (parent !== null) openTag(parent.id);
          look.setState({ tagId: outcome.tag.id });
        }
        return problemOf(outcome);
      }}
      onClose={onClose}
    />
  );
}

function EditTag({ tag, onClose }: TagDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const problemOf = useProblemOf();
  return (
    <TagDialog
      title={t`Edit “${tag.name}”`}
      confirmLabel={t`Save`}
      initial={tag}
      onSave={async (form) => problemOf(await changeTag(session, tag, form))}
      onClose={onClose}
    />
  );
}

function MoveTag({ tag, codebook, onClose }: TreeDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const problemOf = useProblemOf();
  return (
    <ChooseTagDialog
      title={t`Move “${tag.name}”`}
      confirmLabel={t`Move`}
      codebook={codebook}
      without={withDescendants(tag.id, codebook.tags)}
      topLabel={t`The top of the codebook`}
      describe={(target) =>
        target === null
          ? t`“${tag.name}” will stand at the top, with the tags below it.`
          : t`“${tag.name}” will stand below “${target.name}”, with the tags below it.`
      }
      onChoose={async (target) => {
        const outcome = await placeTags(session, [tag], target);
        if (outcome.kind === 'done' && target !== null) openTag(target.id);
        return problemOf(outcome);
      }}
      onClose={onClose}
    />
  );
}

function MergeTag({ tag, codebook, onClose }: TreeDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const problemOf = useProblemOf();
  const offerUndo = useOfferUndo();
  const highlights = codebook.counts.get(tag.id)?.own.highlights ?? 0;
  const below = withDescendants(tag.id, codebook.tags);
  return (
    <ChooseTagDialog
      title={t`Merge “${tag.name}” into another tag`}
      confirmLabel={t`Merge`}
      codebook={codebook}
      without={below}
      describe={(target) => (
        <>
          <Plural
            value={highlights}
            _0="No highlight carries it."
            one={`# highlight gets “${target?.name ?? ''}” instead.`}
            other={`# highlights get “${target?.name ?? ''}” instead.`}
          />{' '}
          {below.size > 1 && <>{t`The tags below “${tag.name}” move along.`} </>}
          {t`Its description is added, and “${tag.name}” goes.`}
        </>
      )}
      onChoose={async (target) => {
        if (target === null) return null;
        const outcome = await joinTags(session, [tag], target);
        if (outcome.kind === 'done') {
          look.setState({ tagId: target.id });
          await offerUndo(t`Merged “${tag.name}” into “${target.name}”.`);
        }
        return problemOf(outcome);
      }}
      onClose={onClose}
    />
  );
}

function DeleteTag({ tag, codebook, onClose }: TreeDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const problemOf = useProblemOf();
  const offerUndo = useOfferUndo();
  const forget = (gone: ReadonlySet<TagId>) => {
    const { tagId } = look.getState();
    if (tagId !== null && gone.has(tagId)) look.setState({ tagId: null });
  };
  return (
    <DeleteTagDialog
      tag={tag}
      codebook={codebook}
      onDelete={async (children) => {
        const below = withDescendants(tag.id, codebook.tags);
        const outcome = await removeTags(session, [tag], children);
        if (outcome.kind === 'done') {
          forget(children === 'delete' ? below : new Set([tag.id]));
          await offerUndo(t`Deleted “${tag.name}”.`);
        }
        return problemOf(outcome);
      }}
      onClose={onClose}
    />
  );
}
