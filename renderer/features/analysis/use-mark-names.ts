import { useLingui } from '@lingui/react/macro';
import type { HighlightMark } from '#core/annotations/highlight.ts';

/** What marks on passages are called. */
export function useMarkNames(): Readonly<Record<HighlightMark, string>> {
  const { t } = useLingui();
  return { important: t`important`, 'translation-error': t`suspected translation error` };
}
