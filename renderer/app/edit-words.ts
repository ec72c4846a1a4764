import { useLingui } from '@lingui/react/macro';
import type { EditLabel } from '#core/history/edit.ts';

/** Words an edit for the history: "Merged convoy into attack, 42 highlights". */
export function useEditWords(): (label: EditLabel) => string {
  const { t } = useLingui();
  return ({ action, detail }) => t`${action} ${Object.values(detail).join(', ')}`;
}
