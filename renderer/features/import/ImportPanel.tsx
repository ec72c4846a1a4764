import { useLingui } from '@lingui/react/macro';
import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import styles from './Import.module.css';
import { ImportDialog } from './ImportDialog.tsx';
import { ImportProgressBar } from './ImportProgressBar.tsx';
import { ImportReportDialog } from './ImportReportDialog.tsx';
import { closeReport, importDesk, needsALook } from './import-desk.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { RepeatsDialog } from './RepeatsDialog.tsx';
import type { ImportReport } from './run-import.ts';
import { SameTextProgress } from './SameTextProgress.tsx';
import { useReportWords } from './use-report-words.ts';

/** Good news leaves by itself. */
const goodNewsMs = 10_000;

/** The corner that shows an import while it runs and what came of it, with the import's dialogs. */
export function ImportPanel() {
  const isRunning = useStore(importDesk, ({ running }) => running !== null);
  const report = useStore(importDesk, (desk) => desk.report);
  const reportIsOpen = useStore(importDesk, (desk) => desk.reportIsOpen);
  const paste = useStore(importDesk, (desk) => desk.paste);
  return (
    <>
      <ImportDialog />
      {isRunning && <Running />}
      {!isRunning && report !== null && !reportIsOpen && <Summary report={report} />}
      {report !== null && <ImportReportDialog report={report} isOpen={reportIsOpen} onClose={closeReport} />}
      <SameTextProgress />
      <ColumnsDialog />
      <RepeatsDialog />
      {paste !== null && (
        <PasteDialog text={paste.text} onClose={() => importDesk.setState({ paste: null })} />
      )}
    </>
  );
}

/** By itself: it is drawn anew several times a second. */
function Running() {
  const running = useStore(importDesk, (desk) => desk.running);
  return running === null ? null : <ImportProgressBar {...running} />;
}

function Summary({ report }: { readonly report: ImportReport }) {
  const { t } = useLingui();
  const words = useReportWords();
  const isGood = !needsALook(report);
  useEffect(() => {
    if (!isGood) return;
    const timer = setTimeout(closeReport, goodNewsMs);
    return () => clearTimeout(timer);
  }, [isGood]);
  const Icon = isGood ? CircleCheck : TriangleAlert;
  return (
    <section className={styles.panel} aria-label={t`Import`}>
      <div className={styles.head} role="status">
        <Icon size={17} aria-hidden="true" className={isGood ? styles.good : styles.warn} />
        <strong>{words.heading(report)}</strong>
        <span className={styles.grow} />
        <IconButton label={t`Close`} icon={X} size="small" onPress={closeReport} />
      </div>
      <div className={styles.foot}>
        <span className={styles.soft}>{words.counts(report)}</span>
        <Button size="small" onPress={() => importDesk.setState({ reportIsOpen: true })}>
          {t`Show the report`}
        </Button>
      </div>
    </section>
  );
}
