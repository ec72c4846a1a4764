import { useLingui } from '@lingui/react/macro';
import type { DateReason } from '#core/mentions/resolve-date.ts';

/** A function that says why a date was worked out as it is, or why it stays open. */
export function useDateReasons(): (reasons: readonly string[]) => string {
  const { t } = useLingui();
  const words: Readonly<Record<DateReason | 'near-passage', string>> = {
    'year-of-publication': t`its year is the one of the publication`,
    'year-before-publication': t`its year is the one before the publication`,
    'weekday-fits': t`the day of the week fits`,
    'weekday-before-publication': t`the last such weekday before the publication`,
    'counted-from-publication': t`counted from the publication date`,
    'publication-not-stated': t`nobody says its year, and the article states no publication date`,
    'year-unsure': t`it may be of this year or the last`,
    'weekday-contradicts': t`the day of the week contradicts it`,
    'counted-from-elsewhere': t`counted from something else than the publication`,
    'looks-ahead': t`it looks ahead`,
    'no-such-day': t`there is no such day`,
    'near-passage': t`it stands near the passage, not in it`,
  };
  const isKnown = (reason: string): reason is keyof typeof words => reason in words;
  return (reasons) => reasons.map((reason) => (isKnown(reason) ? words[reason] : reason)).join('; ');
}
