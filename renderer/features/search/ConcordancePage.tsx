import { Trans, useLingui } from '@lingui/react/macro';
import { AlignCenter, SearchX, Tags } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { cutAfter, cutBefore } from '#core/search/concordance.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SaveTableMenu } from '#ui/SaveTableMenu.tsx';
import styles from './Concordance.module.css';
import { ConcordanceForm } from './ConcordanceForm.tsx';
import { ConcordanceStatus } from './ConcordanceStatus.tsx';
import { ConcordanceTable } from './ConcordanceTable.tsx';
import { findRest, takeOverQuery, useConcordanceDesk } from './concordance-desk.ts';
import { NeighbourList } from './NeighbourList.tsx';
import { searchEngine } from './search-engine.ts';
import { type RenderTagPicker, TagLinesDialog } from './TagLinesDialog.tsx';
import { type Concordance, useConcordance } from './use-concordance.ts';
import { type PickedLines, usePickedLines } from './use-picked-lines.ts';
import { useSaveSearchTable } from './use-save-search-table.ts';

/** Every place of a query, one above the other: sorted by what stands beside it, counted, tagged and saved. */
export function ConcordancePage({ renderTagPicker }: { readonly renderTagPicker: RenderTagPicker }) {
  const concordance = useConcordance();
  const picking = usePickedLines(concordance.lines);
  const { asked, lines, progress, context } = useConcordanceDesk((desk) => desk);
  const [isTagging, setTagging] = useState(false);
  const { client, isOpened, progress: indexing } = useStore(searchEngine);
  useEffect(takeOverQuery, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the index has changed.
  useEffect(findRest, [client, isOpened, indexing]);
  return (
    <div className={styles.page}>
      <ConcordanceForm />
      <ConcordanceStatus concordance={concordance} />
      {asked === null ? (
        <NothingAsked />
      ) : lines.length === 0 && progress === null ? (
        <NothingFound />
      ) : (
        <>
          <PickedBar concordance={concordance} picking={picking} onTag={() => setTagging(true)} />
          <div className={styles.columns}>
            <ConcordanceTable concordance={concordance} context={context} picking={picking} />
            <NeighbourList concordance={concordance} />
          </div>
        </>
      )}
      {isTagging && (
        <TagLinesDialog
          lines={picking.picked}
          query={asked?.query ?? ''}
          renderTagPicker={renderTagPicker}
          onClose={() => setTagging(false)}
          onDone={() => {
            setTagging(false);
            picking.clear();
          }}
        />
      )}
    </div>
  );
}

type PickedBarProps = {
  readonly concordance: Concordance;
  readonly picking: PickedLines;
  readonly onTag: () => void;
};

/** What can be done with the lines that are picked, or with all. */
function PickedBar({ concordance, picking, onTag }: PickedBarProps) {
  const { t } = useLingui();
  const save = useSaveSearchTable();
  const toTable = useConcordanceRows(concordance);
  const count = picking.picked.length;
  const all = concordance.lines.length;
  return (
    <div className={styles.bar}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={count > 0 && count === all}
          ref={(box) => {
            if (box !== null) box.indeterminate = count > 0 && count < all;
          }}
          onChange={(event) => (event.target.checked ? picking.pick(concordance.lines) : picking.clear())}
        />
        {t`Pick all`}
      </label>
      <span role="status">{count > 0 && t`${count} picked`}</span>
      <Button size="small" isDisabled={count === 0} onPress={onTag}>
        <Tags size={14} aria-hidden="true" />
        {t`Highlight and tag…`}
      </Button>
      <span className={styles.gap} />
      <SaveTableMenu onSave={(format) => void save(toTable(), format)} />
    </div>
  );
}

/** The lines as a table for other programs, as they are shown. */
function useConcordanceRows({ lines, articleById, others }: Concordance) {
  const { t } = useLingui();
  const { context, asked } = useConcordanceDesk((desk) => desk);
  return () => ({
    name: t`concordance of ${asked?.query.slice(0, 60) ?? ''}`,
    rows: [
      [t`Before`, t`Found`, t`After`, t`Article`, t`Date`, t`File`, t`Start`, t`End`, t`Other carriers`],
      ...lines.map((line) => {
        const { source, hit, before, middle, after } = line;
        const carriers = others.get(line) ?? [];
        const article = articleById.get(source.articleId);
        return [
          cutBefore(before, context),
          middle,
          cutAfter(after, context),
          article?.title.value ?? '',
          article?.publishedAt?.value.iso ?? '',
          article?.originalName ?? '',
          String(hit.start),
          String(hit.end),
          carriers.map((other) => articleById.get(other.source.articleId)?.originalName ?? '').join('; '),
        ];
      }),
    ],
  });
}

function NothingAsked() {
  const { t } = useLingui();
  return (
    <EmptyState icon={AlignCenter} title={t`Every place of a word, one above the other`}>
      <Trans>
        Type a word, a name or a whole query, and press Enter. Each place it stands at becomes a line; sort
        the lines by the words beside it, keep those with a certain neighbour, and tag many at once.
      </Trans>
    </EmptyState>
  );
}

function NothingFound() {
  const { t } = useLingui();
  return (
    <EmptyState icon={SearchX} title={t`No text has that`}>
      <Trans>
        Try fewer words, OR between two of them, a beginning with a star (convo*), or a spelling with ~1.
        Boilerplate is left out unless you add in:noise.
      </Trans>
    </EmptyState>
  );
}
