import { t } from '@lingui/core/macro';
import { notify } from '#state/notices.ts';
import type { RepeatOutcome } from '#state/session.ts';
import { editWords } from './edit-words.ts';

/** Say for a moment what undo or redo was about; what could not be kept is told across the window. */
export function tellRepeated(what: 'undo' | 'redo', outcome: RepeatOutcome | null): void {
  if (outcome === null || !outcome.ok) return;
  const words = editWords(outcome.label);
  const text = what === 'undo' ? t`Undone: ${words}` : t`Done again: ${words}`;
  notify({ kind: 'good', topic: 'undo', text });
}
