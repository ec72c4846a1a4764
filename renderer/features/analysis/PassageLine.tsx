import { Plural, useLingui } from '@lingui/react/macro';
import { Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { everyPassage, type PassageFilter } from '#core/analysis/filter-passages.ts';
import type { PassageGroup } from '#core/analysis/group-passages.ts';
import type { Passage } from '#core/analysis/passages.ts';
import { passagesToRows } from '#core/analysis/passages-to-rows.ts';
import type { TagId } from '#core/ids.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Chooser } from '#ui/Chooser.tsx';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { useDesk } from './analysis-desk.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import styles from './PassageFilters.module.css';
import { deletePassages, tagPassages } from './passage-deeds.ts';
import { SaveTable } from './SaveTable.tsx';
import type { Analysis } from './use-analysis.ts';
import { useTagChoices } from './use-choices.ts';
import { useGroupWords } from './use-group-words.ts';
import type { Picking } from './use-picking.ts';

type PassageLineProps = {
  readonly analysis: Analysis;
  readonly filter: PassageFilter;
  readonly onFilter: (change: Partial<PassageFilter>) => void;
  readonly onClear: () => void;
  readonly found: readonly Passage[];
  readonly groups: readonly PassageGroup[] | null;
  readonly undated: number;
  readonly picking: Picking;
};

/** What passes the filter, and what can be done with it. */
export function PassageLine(props: PassageLineProps) {
  const { analysis, filter, onFilter, onClear, found, groups, undated, picking } = props;
  const { t } = useLingui();
  const shownName = useDesk((desk) => desk.shownName);
  const say = useGroupWords(analysis);
  const total = analysis.passages.length;
  const isFiltered = Object.entries(everyPassage).some(
    ([part, nothing]) => filter[part as keyof PassageFilter] !== nothing,
  );
  const table = () => ({
    name: t`passages`,
    rows:
      groups === null
        ? passagesToRows(found)
        : passagesToRows(
            groups.flatMap((group) => group.passages),
            groups.flatMap((group) => group.passages.map(() => say(group.head))),
          ),
  });
  return (
    <div className={styles.line}>
      <span className={styles.count} role="status">
        {isFiltered ? (
          <Plural
            value={total}
            one={`${found.length} of # passage`}
            other={`${found.length} of # passages`}
          />
        ) : (
          <Plural value={total} one="# passage" other="# passages" />
        )}
      </span>
      {undated > 0 && (
        <span className={styles.count}>
          <Plural
            value={undated}
            one="# more is left out: its article states no date, or none exact enough"
            other="# more are left out: their articles state no date, or none exact enough"
          />
        </span>
      )}
      {filter.ids !== null && (
        <Chip name={shownName} onRemove={() => onFilter({ ids: null })}>
          {shownName}
        </Chip>
      )}
      {isFiltered && (
        <Button variant="quiet" size="small" onPress={onClear}>
          {t`Show all`}
        </Button>
      )}
      <span className={styles.gap} />
      {picking.count > 0 && <PickedDeeds analysis={analysis} picking={picking} />}
      <ColumnMenu />
      <SaveTable table={table} />
    </div>
  );
}

function PickedDeeds({ analysis, picking }: Pick<PassageLineProps, 'analysis' | 'picking'>) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const [open, setOpen] = useState<'none' | 'tag' | 'delete'>('none');
  const find = useTagChoices(analysis);
  const { picked, count } = picking;
  const highlights = picked.map(({ highlight }) => highlight);
  const close = () => setOpen('none');
  const addTag = async (tagId: TagId) => {
    const tag = analysis.tagById.get(tagId);
    if (tag === undefined) return;
    const bare = highlights.filter(({ tagIds }) => !tagIds.includes(tagId));
    if (bare.length === 0) {
      notify({ kind: 'good', text: t`All of them have ${tag.name} already.` });
      return;
    }
    if (await tagPassages(session, bare, tag)) await offerUndo(t`${tag.name} was added.`);
  };
  const remove = async () => {
    if (!(await deletePassages(session, highlights))) return;
    picking.clear();
    await offerUndo(t`The highlights were deleted.`);
  };
  return (
    <>
      <span className={styles.count}>{t`${count} picked`}</span>
      <Button size="small" onPress={() => setOpen('tag')}>
        <Tags size={14} aria-hidden="true" />
        {t`Add a tag…`}
      </Button>
      <Button size="small" onPress={() => setOpen('delete')}>
        <Trash2 size={14} aria-hidden="true" />
        {t`Delete…`}
      </Button>
      <Button size="small" variant="quiet" onPress={picking.clear}>
        {t`Pick none`}
      </Button>
      <Chooser
        title={t`Add a tag to the picked passages`}
        find={find}
        isOpen={open === 'tag'}
        onChoose={(key) => void addTag(key as TagId)}
        onClose={close}
      />
      <ConfirmDialog
        title={t`Delete the picked highlights?`}
        message={
          <Plural
            value={count}
            one="# highlight with its tags and note goes; the text stays. It can be undone."
            other="# highlights with their tags and notes go; the texts stay. It can be undone."
          />
        }
        confirmLabel={t`Delete`}
        isDanger
        isOpen={open === 'delete'}
        onConfirm={() => void remove()}
        onClose={close}
      />
    </>
  );
}
