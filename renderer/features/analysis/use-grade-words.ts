import { useLingui } from '@lingui/react/macro';
import type { Grade } from '#core/annotations/highlight.ts';

/** Word the two halves of a grade (NATO STANAG 2511) in the language of the screen. */
export function useGradeWords(): {
  readonly reliability: (value: Grade['reliability']) => string;
  readonly credibility: (value: Grade['credibility']) => string;
} {
  const { t } = useLingui();
  const reliability: Record<Grade['reliability'], string> = {
    A: t`A: completely reliable source`,
    B: t`B: usually reliable source`,
    C: t`C: fairly reliable source`,
    D: t`D: not usually reliable source`,
    E: t`E: unreliable source`,
    F: t`F: reliability can't be judged`,
  };
  const credibility: Record<Grade['credibility'], string> = {
    1: t`1: confirmed by other sources`,
    2: t`2: probably true`,
    3: t`3: possibly true`,
    4: t`4: doubtful`,
    5: t`5: improbable`,
    6: t`6: truth can't be judged`,
  };
  return { reliability: (value) => reliability[value], credibility: (value) => credibility[value] };
}
