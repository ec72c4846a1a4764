import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { maxTagNameLength } from '#core/codebook/edit-codebook.ts';
import { filterByWords } from '#core/codebook/filter-passages.ts';
import type { SplitDraft } from '#core/codebook/split-tag.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { HighlightId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { partTag } from './codebook-deeds.ts';
import styles from './Dialogs.module.css';
import { PassageRow, passageRowHeight } from './PassageRow.tsx';
import { openTags } from './tree-look.ts';
import { useCodebookWords } from './use-codebook-words.ts';
import { type TaggedPassage, useTagPassages } from './use-tag-passages.ts';

type SplitDialogProps = { readonly tag: Tag; readonly onClose: () => void };

/** Choose which highlights of a tag go to a new one. */
export function SplitDialog({ tag, onClose }: SplitDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useCodebookWords();
  const offerUndo = useOfferUndo();
  const { passages } = useTagPassages([tag.id], Number.POSITIVE_INFINITY);
  const [draft, setDraft] = useState<SplitDraft>({ name: '', where: 'after', keepsOld: false });
  const [chosen, setChosen] = useState<ReadonlySet<HighlightId>>(new Set());
  const split = async () => {
    const outcome = await partTag(session, tag, draft, chosen);
    if (outcome.kind === 'done') {
      if (draft.where === 'below') openTags([tag.id]);
      look.setState({ tagId: outcome.tag.id });
      const moved = plural(chosen.size, { one: '# highlight', other: '# highlights' });
      await offerUndo(t`Split “${outcome.tag.name}” from “${tag.name}”, ${moved}.`);
    }
    return words.problem(outcome);
  };
  return (
    <DeedDialog
      title={t`Split “${tag.name}”`}
      confirmLabel={t`Split`}
      wide
      isReady={draft.name.trim() !== '' && chosen.size > 0}
      onConfirm={split}
      onClose={onClose}
    >
      <SplitFields tag={tag} draft={draft} onChange={setDraft} />
      {passages !== null && <PassageChoice passages={passages} chosen={chosen} onChoose={setChosen} />}
    </DeedDialog>
  );
}

type SplitFieldsProps = {
  readonly tag: Tag;
  readonly draft: SplitDraft;
  readonly onChange: (draft: SplitDraft) => void;
};

function SplitFields({ tag, draft, onChange }: SplitFieldsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.splitFields}>
      <TextField
        label={t`Name of the new tag`}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={maxTagNameLength}
        autoFocus
      />
      <RadioGroup
        className={styles.choice ?? ''}
        value={draft.where}
        onChange={(where) => onChange({ ...draft, where: where === 'below' ? 'below' : 'after' })}
      >
        <Label className={styles.label ?? ''}>{t`Where it stands`}</Label>
        <Radio value="after" className={styles.radio ?? ''}>{t`Beside “${tag.name}”`}</Radio>
        <Radio value="below" className={styles.radio ?? ''}>{t`Below “${tag.name}”`}</Radio>
      </RadioGroup>
      <label className={styles.plainCheck}>
        <input
          type="checkbox"
          checked={draft.keepsOld}
          onChange={(event) => onChange({ ...draft, keepsOld: event.target.checked })}
        />
        {t`The chosen highlights keep “${tag.name}” too`}
      </label>
    </div>
  );
}

type PassageChoiceProps = {
  readonly passages: readonly TaggedPassage[];
  readonly chosen: ReadonlySet<HighlightId>;
  readonly onChoose: (chosen: ReadonlySet<HighlightId>) => void;
};

function PassageChoice({ passages, chosen, onChoose }: PassageChoiceProps) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(-1);
  const shown = filterByWords(passages, query);
  const areAllChosen = shown.length > 0 && shown.every(({ highlight }) => chosen.has(highlight.id));
  const toggle = (ids: readonly HighlightId[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  const flip = ({ highlight: { id } }: TaggedPassage) => toggle([id], !chosen.has(id));
  const onKeyDown = (event: KeyboardEvent) => {
    const passage = shown[at];
    if (event.key !== ' ' || passage === undefined) return;
    event.preventDefault();
    flip(passage);
  };
  return (
    <>
      <div className={styles.filter}>
        <TextField label={t`Passages with these words`} type="search" value={query} onChange={setQuery} />
        <Button
          isDisabled={shown.length === 0}
          onPress={() =>
            toggle(
              shown.map(({ highlight }) => highlight.id),
              !areAllChosen,
            )
          }
        >
          {areAllChosen ? t`Choose none of these` : t`Choose all of these`}
        </Button>
      </div>
      <p aria-live="polite" className={styles.soft}>
        {t`${chosen.size} of ${passages.length} chosen, ${shown.length} shown. Space chooses.`}
      </p>
      <div className={styles.passages}>
        <VirtualList
          label={t`Passages`}
          items={shown}
          keyOf={({ highlight }) => highlight.id}
          rowHeight={passageRowHeight}
          chosenIndex={at}
          onChoose={setAt}
          onKeyDown={onKeyDown}
          isPicked={({ highlight }) => chosen.has(highlight.id)}
          renderRow={(passage) => (
            <PassageRow
              passage={passage}
              isChosen={chosen.has(passage.highlight.id)}
              onFlip={() => flip(passage)}
            />
          )}
        />
      </div>
    </>
  );
}
