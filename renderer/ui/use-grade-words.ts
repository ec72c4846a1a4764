import { useLingui } from '@lingui/react/macro';
import type { Grade } from '#core/annotations/highlight.ts';

/** What the grades of sources and statements mean. */
export type GradeWords = {
  readonly reliability: Readonly<Record<Grade['reliability'], string>>;
  readonly credibility: Readonly<Record<Grade['credibility'], string>>;
};

/** What the grades of sources (A–F) and statements (1–6) mean, in the analyst's language. */
export function useGradeWords(): GradeWords {
  const { t } = useLingui();
  return {
    reliability: {
      A: t`completely reliable`,
      B: t`usually reliable`,
      C: t`fairly reliable`,
      D: t`not usually reliable`,
      E: t`unreliable`,
      F: t`reliability can’t be judged`,
    },
    credibility: {
      1: t`confirmed by other sources`,
      2: t`probably true`,
      3: t`possibly true`,
      4: t`doubtful`,
      5: t`improbable`,
      6: t`truth can’t be judged`,
    },
  };
}
