import { useLingui } from '@lingui/react/macro';
import type { Grade } from '#core/annotations/highlight.ts';

/** Word the two halves of a grade (NATO STANAG 2511) in the language of the screen. */
export function useGradeWords(): {
  readonly reliability: (value: Grade['reliability']) => string;
  readonly credibility: (value: Grade['credibility']) => string;
} {
  const { t } = useLingui();
  const reliability: Record<Grade['reliability'], string> = {
    A: t`completely reliable`,
    B: t`usually reliable`,
    C: t`fairly reliable`,
    D: t`not usually reliable`,
    E: t`unreliable`,
    F: t`reliability can't be judged`,
  };
  const credibility: Record<Grade['credibility'], string> = {
    1: t`confirmed by other sources`,
    2: t`probably true`,
    3: t`possibly true`,
    4: t`doubtful`,
    5: t`improbable`,
    6: t`truth can't be judged`,
  };
  return {
    reliability: (value) => `${value} – ${reliability[value]}`,
    credibility: (value) => `${value} – ${credibility[value]}`,
  };
}
