import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { checkBrief } from '#core/brief/check-brief.ts';
import type { BriefId } from '#core/ids.ts';
import type { SaveAnswer, WriteProblem } from '#shared/ipc.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { type BriefFormat, exportBrief } from './export-brief.ts';
import { useBriefWords } from './use-brief-words.ts';
import { useBundleExport } from './use-bundle-export.ts';

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
  const bundle = useBundleExport({ run, tell, setBusy });
  return { busy, exportAs, bundle };
}
