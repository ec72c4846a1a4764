import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CircleCheck, Download, TriangleAlert } from 'lucide-react';
import { type BriefCheck, checkBrief } from '#core/brief/check-brief.ts';
import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import type { BriefId } from '#core/ids.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import styles from './BriefScreen.module.css';
import { LayersLeftDialog } from './LayersLeftDialog.tsx';
import { useExport } from './use-export.ts';

type ExportBarProps = { readonly composed: ComposedBrief | null; readonly briefId: BriefId | null };

/** What a careful reader would ask about, and the ways out of the program. */
export function ExportBar({ composed, briefId }: ExportBarProps) {
  const { t } = useLingui();
  const { busy, exportAs, bundle } = useExport(briefId);
  const isIdle = busy === null;
  const noBrief = composed === null || !isIdle;
  return (
    <div className={styles.exportBar}>
      {composed === null ? <span /> : <Check check={checkBrief(composed)} />}
      <span role="status" className={styles.busy}>
        {busy}
      </span>
      <ActionMenu
        label={t`Export`}
        actions={[
          { id: 'pdf', label: t`PDF`, isDisabled: noBrief, onAction: () => exportAs('pdf') },
          { id: 'docx', label: t`Word (DOCX)`, isDisabled: noBrief, onAction: () => exportAs('docx') },
          { id: 'html', label: t`HTML, one file`, isDisabled: noBrief, onAction: () => exportAs('html') },
          { id: 'markdown', label: t`Markdown`, isDisabled: noBrief, onAction: () => exportAs('markdown') },
          {
            id: 'bundle',
            label: t`Bundle of the whole workspace`,
            isDisabled: !isIdle,
            onAction: bundle.ask,
          },
        ]}
      >
        <Download size={15} aria-hidden="true" />
        {t`Export`}
      </ActionMenu>
      {bundle.left.length > 0 && (
        <LayersLeftDialog left={bundle.left} onAgree={bundle.agree} onClose={bundle.giveUp} />
      )}
    </div>
  );
}

function Check({ check }: { readonly check: BriefCheck }) {
  const { uncitedParagraphs, ungradedPassages, missingPassages } = check;
  if (uncitedParagraphs + ungradedPassages + missingPassages === 0)
    return (
      <p className={styles.sound}>
        <CircleCheck size={14} aria-hidden="true" />
        <Trans>Every paragraph cites, every passage is graded.</Trans>
      </p>
    );
  return (
    <ul className={styles.checks}>
      {missingPassages > 0 && (
        <li>
          <TriangleAlert size={14} aria-hidden="true" />
          <Plural value={missingPassages} one="# passage is missing" other="# passages are missing" />
        </li>
      )}
      {uncitedParagraphs > 0 && (
        <li>
          <TriangleAlert size={14} aria-hidden="true" />
          <Plural
            value={uncitedParagraphs}
            one="# paragraph cites nothing"
            other="# paragraphs cite nothing"
          />
        </li>
      )}
      {ungradedPassages > 0 && (
        <li>
          <TriangleAlert size={14} aria-hidden="true" />
          <Plural value={ungradedPassages} one="# passage is not graded" other="# passages are not graded" />
        </li>
      )}
    </ul>
  );
}
