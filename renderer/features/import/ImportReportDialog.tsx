import { useLingui } from '@lingui/react/macro';
import type { ArticleId } from '#core/ids.ts';
import { openArticle } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { showBatches } from './batch-desk.ts';
import { FileReport } from './FileReport.tsx';
import styles from './Import.module.css';
import { showRepeats } from './repeats-desk.ts';
import { reportRows } from './report-rows.ts';
import type { ImportReport } from './run-import.ts';
import { useReportWords } from './use-report-words.ts';

type ImportReportDialogProps = {
  readonly report: ImportReport;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** What came of every file of an import, right after it. */
export function ImportReportDialog({ report, isOpen, onClose }: ImportReportDialogProps) {
  const { t } = useLingui();
  const words = useReportWords();
  const open = (id: ArticleId) => {
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
          <Button
            onPress={() => {
              onClose();
              showRepeats(report.batchId);
            }}
          >
            {t`Lines that repeat…`}
          </Button>
          <Button
            onPress={() => {
              onClose();
              showBatches(report.batchId);
            }}
          >
            {t`Where it comes from…`}
          </Button>
          <Button variant="primary" onPress={onClose} autoFocus>{t`Close`}</Button>
        </>
      }
    >
      <p className={styles.reportHead}>{words.counts(report)}</p>
      <div className={styles.report}>
        <FileReport rows={reportRows(report)} name={new Date().toISOString().slice(0, 10)} onOpen={open} />
      </div>
    </Dialog>
  );
}
