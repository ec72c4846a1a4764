import { useLingui } from '@lingui/react/macro';
import type { Batch, BatchAnswers } from '#core/import/batch.ts';

/** Words for an import as one act. */
export type BatchWords = {
  readonly way: (way: Batch['way']) => string;
  /** What each answer is called. */
  readonly answers: Readonly<Record<keyof BatchAnswers, string>>;
  readonly moment: (at: string) => string;
};

/** Words for an import as one act, in the analyst's language. */
export function useBatchWords(): BatchWords {
  const { t, i18n } = useLingui();
  const ways: Record<Batch['way'], string> = {
    files: t`chosen files`,
    folder: t`a chosen folder`,
    drop: t`files dropped on the window`,
    paste: t`a pasted text`,
    seeds: t`the sample articles`,
  };
  return {
    way: (way) => ways[way],
    answers: {
      collectedBy: t`Collected by`,
      collectedAt: t`Collected on`,
      receivedFrom: t`Received from`,
      medium: t`Medium`,
      note: t`Note`,
    },
    moment: (at) => i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
