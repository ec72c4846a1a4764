import { useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, CircleSlash, Copy, Wrench } from 'lucide-react';
import { useState } from 'react';
import { openArticle } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Import.module.css';
import { type ReportRow, reportRows } from './report-rows.ts';
import type { ImportReport } from './run-import.ts';
import { useActivityWords } from './use-activity-words.ts';
import { useReportWords } from './use-report-words.ts';
import { useSaveReport } from './use-save-report.ts';

type ImportReportDialogProps = {
  readonly report: ImportReport;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

const icons = {
  imported: CircleCheck,
  repaired: Wrench,
  partly: CircleAlert,
  duplicate: Copy,
  refused: CircleSlash,
  left: CircleSlash,
};

/** What came of every file of an import, in a list that opens the articles and can be saved. */
export function ImportReportDialog({ report, isOpen, onClose }: ImportReportDialogProps) {
  const { t } = useLingui();
  const words = useReportWords();
  const tell = useActivityWords();
  const save = useSaveReport();
  const [chosen, setChosen] = useState(-1);
  const [shown, setShown] = useState<'all' | 'odd'>('odd');
  const all = reportRows(report);
  const odd = all.filter(({ outcome }) => outcome !== 'imported');
  const rows = shown === 'odd' && odd.length > 0 ? odd : all;
  const open = (index: number) => {
    const id = rows[index]?.articleId;
    if (!id) return;
    onClose();
    openArticle(id);
  };
  return (
    <Dialog
      wide
      title={words.heading(report)}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void save(all)}>{t`Save as CSV…`}</Button>
          <Button variant="primary" onPress={onClose} autoFocus>{t`Close`}</Button>
        </>
      }
    >
      <div className={styles.reportHead}>
        <span>{words.counts(report)}</span>
        <span className={styles.grow} />
        {odd.length > 0 && odd.length < all.length && (
          <Select
            label={t`Show`}
            hideLabel
            value={shown}
            options={[
              { value: 'all', label: t`All files` },
              { value: 'odd', label: t`Only what needs a look` },
            ]}
            onChange={(value) => {
              setShown(value);
              setChosen(-1);
            }}
          />
        )}
      </div>
      <div className={styles.rows}>
        <VirtualList
          label={t`Files of the import`}
          items={rows}
          keyOf={({ key }) => key}
          rowHeight={52}
          chosenIndex={chosen}
          onChoose={setChosen}
          onOpen={open}
          renderRow={(row) => <Row row={row} sentence={tell(row)} />}
        />
      </div>
      <p className={styles.soft}>{t`Enter or a double click opens the article.`}</p>
    </Dialog>
  );
}

function Row({ row, sentence }: { readonly row: ReportRow; readonly sentence: string }) {
  const Icon = icons[row.outcome];
  return (
    <div className={styles.row} data-outcome={row.outcome}>
      <Icon size={16} aria-hidden="true" />
      <div className={styles.words}>
        <bdi className={styles.name}>{row.fileName}</bdi>
        <span className={styles.sentence} title={sentence} dir="auto">
          {sentence}
        </span>
      </div>
    </div>
  );
}
