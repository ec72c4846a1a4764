import { useLingui } from '@lingui/react/macro';
import type { Tag } from '#core/codebook/tag.ts';
import { useKeys } from '#state/keys.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import { withKey } from '#ui/key-text.ts';
import type { CodebookDialog } from './CodebookDialogs.tsx';
import type { DeedOutcome } from './codebook-deeds.ts';
import type { GroupOutcome } from './group-deeds.ts';
import { setArchived, stepTags, type TagStep } from './tags-deeds.ts';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

/** What an action of the codebook opens. */
export type CodebookOpens = {
  readonly onDialog: (dialog: CodebookDialog) => void;
  /** Left out where no name can be written over. */
  readonly onRename?: (tag: Tag) => void;
  readonly onShowPassages: (tag: Tag) => void;
};

/** Show why an edit made without a dialog was refused. */
export function useTell(): (outcome: DeedOutcome | GroupOutcome) => void {
  const words = useCodebookWords();
  return (outcome) => {
    const problem = words.problem(outcome);
    if (problem !== null) notify({ kind: 'warn', text: problem });
  };
}

/** All that can be done with one tag or with several, for menus, buttons and keys. */
export function useTagActions(
  codebook: Codebook,
  { onDialog, onRename, onShowPassages }: CodebookOpens,
): (tags: readonly Tag[]) => readonly MenuAction[] {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  const archive = useArchive();
  const keysOf = useKeys();
  return (tags) => {
    const [tag] = tags;
    if (tag === undefined) return [];
    const step = (to: TagStep) => () => void stepTags(session, tags, to).then(tell);
    const alone = codebook.tags.length < 2;
    const ask = (kind: 'move' | 'merge' | 'color' | 'groups' | 'delete') => () => onDialog({ kind, tags });
    const single: MenuAction[] = [
      { id: 'passages', label: t`Show its passages (Enter)`, onAction: () => onShowPassages(tag) },
      {
        id: 'rename',
        label: withKey(t`Rename`, keysOf('tag.rename')),
        onAction: () => onRename?.(tag),
      },
      {
        id: 'edit',
        label: withKey(t`Edit…`, keysOf('tag.edit')),
        onAction: () => onDialog({ kind: 'edit', tag }),
      },
      {
        id: 'new',
        label: withKey(t`New tag below…`, keysOf('tag.new')),
        onAction: () => onDialog({ kind: 'new', parent: tag, name: '' }),
      },
      {
        id: 'split',
        label: withKey(t`Split…`, keysOf('tag.split')),
        onAction: () => onDialog({ kind: 'split', tag }),
      },
    ];
    const areArchived = tags.every(({ isArchived }) => isArchived);
    return [
      ...(tags.length === 1 ? single : []),
      { id: 'up', label: withKey(t`Move up`, keysOf('tag.up')), onAction: step('up'), isDisabled: alone },
      {
        id: 'down',
        label: withKey(t`Move down`, keysOf('tag.down')),
        onAction: step('down'),
        isDisabled: alone,
      },
      {
        id: 'in',
        label: withKey(t`Move below the one above`, keysOf('tag.in')),
        onAction: step('in'),
        isDisabled: alone,
      },
      {
        id: 'out',
        label: withKey(t`Move one level up`, keysOf('tag.out')),
        onAction: step('out'),
        isDisabled: alone,
      },
      {
        id: 'move',
        label: withKey(t`Move to…`, keysOf('tag.move')),
        onAction: ask('move'),
        isDisabled: alone,
      },
      {
        id: 'merge',
        label: withKey(t`Merge into…`, keysOf('tag.merge')),
        onAction: ask('merge'),
        isDisabled: alone,
      },
      { id: 'color', label: withKey(t`Colour…`, keysOf('tag.color')), onAction: ask('color') },
      { id: 'groups', label: withKey(t`Groups…`, keysOf('tag.groups')), onAction: ask('groups') },
      {
        id: 'archive',
        label: withKey(areArchived ? t`Bring back from the archive` : t`Archive`, keysOf('tag.archive')),
        onAction: () => void archive(tags, !areArchived),
      },
      {
        id: 'delete',
        label: withKey(t`Delete…`, keysOf('tag.delete')),
        onAction: ask('delete'),
        isDanger: true,
      },
    ];
  };
}

/** Set tags aside or bring them back, and offer to undo it: what is archived goes out of sight. */
function useArchive(): (tags: readonly Tag[], isArchived: boolean) => Promise<void> {
  const { t } = useLingui();
  const session = useSession();
  const tell = useTell();
  const words = useCodebookWords();
  const offerUndo = useOfferUndo();
  return async (tags, isArchived) => {
    const outcome = await setArchived(session, tags, isArchived);
    tell(outcome);
    if (outcome.kind !== 'done') return;
    const what = tags.length === 1 ? `“${outcome.tag.name}”` : words.tags(tags.length);
    await offerUndo(
      isArchived
        ? t`Archived ${what}, with the tags below. Their highlights keep them.`
        : t`Brought ${what} back from the archive.`,
    );
  };
}
