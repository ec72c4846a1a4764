import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { checkBrief } from '#core/brief/check-brief.ts';
import type { BriefId } from '#core/ids.ts';
import type { SaveAnswer, WriteProblem } from '#shared/ipc.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { type BriefFormat, exportBrief } from './export-brief.ts';
import { exportBundle } from './export-bundle.ts';
import { useBriefWords } from './use-brief-words.ts';

/** Exports, one at a time; `busy` says what is being done. */
export function useExport(briefId: BriefId | null) {
  const { t } = useLingui();
  const session = useSession();
  const words = useBriefWords();
  const [busy, setBusy] = useState<string | null>(null);

  const wordProblem = ({ kind, message }: WriteProblem) =>
    kind === 'disk-full' ? t`The disk is full: nothing was written.` : t`It could not be written: ${message}`;
  const tell = (answer: SaveAnswer, remark: string) => {
    if (!answer.ok) notify({ kind: 'danger', text: wordProblem(answer.problem) });
    else if (remark === '') notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
    else notify({ kind: 'warn', text: t`Saved as ${answer.fileLabel}. ${remark}` });
  };
  const run = async (doing: string, work: () => Promise<void>) => {
    setBusy(doing);
    try {
      await work();
    } catch (error) {
      notify({ kind: 'danger', text: t`The export failed: ${String(error)}` });
    } finally {
      setBusy(null);
    }
  };
  const remarkOn = (check: ReturnType<typeof checkBrief>) =>
    [
      check.missingPassages > 0 &&
        t`${plural(check.missingPassages, { one: '# passage is missing.', other: '# passages are missing.' })}`,
      check.uncitedParagraphs > 0 &&
        t`${plural(check.uncitedParagraphs, { one: '# paragraph cites nothing.', other: '# paragraphs cite nothing.' })}`,
      check.ungradedPassages > 0 &&
        t`${plural(check.ungradedPassages, { one: '# passage is not graded.', other: '# passages are not graded.' })}`,
    ]
      .filter((part) => part !== false)
      .join(' ');

  const exportAs = (format: BriefFormat) => {
    if (briefId === null) return;
    const work = async () => {
      const outcome = await exportBrief(session, { briefId, format, words });
      if (outcome !== null) tell(outcome.answer, remarkOn(checkBrief(outcome.composed)));
    };
    void run(t`Writing the brief…`, work);
  };
  /** Said beside the success: what stayed behind can be had in a bundle that nobody else gets. */
  const tellLeftOut = (count: number) => {
    if (count === 0) return;
    notify({
      kind: 'warn',
      text: t`${plural(count, { one: '# event of ACLED was left out: its terms let nobody pass it on.', other: '# events of ACLED were left out: its terms let nobody pass them on.' })}`,
      action: { label: t`Save a bundle with them, for yourself`, run: () => exportWorkspace(true) },
    });
  };
  const exportWorkspace = (withAcled: boolean) => {
    const work = async () => {
      let acled = 0;
      const outcome = await exportBundle(session, {
        withAcled,
        onLeftOut: (count) => {
          acled = count;
        },
        onProgress: (done, total) => setBusy(t`Bundle: ${done} of ${total}`),
      });
      if (outcome === null) return;
      if (outcome.ok) tellLeftOut(acled);
      if (outcome.ok || 'problem' in outcome) tell(outcome, '');
      else if (outcome.code === 'missing-file')
        notify({
          kind: 'danger',
          text: t`No bundle was written: a file of “${outcome.articleName}” is missing or damaged on the disk.`,
        });
      else
        notify({
          kind: 'danger',
          text: t`No bundle was written: the workspace is larger than a bundle can be.`,
        });
    };
    void run(t`Writing the bundle…`, work);
  };
  return { busy, exportAs, exportWorkspace };
}
