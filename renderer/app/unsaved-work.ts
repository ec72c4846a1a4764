import { saving } from '#state/saving.ts';
import type { Session } from '#state/session.ts';
import { countUnsavedForms } from '#state/unsaved-forms.ts';
import { hasUnsavedText } from '#state/use-kept-text.ts';

/** What would be lost with the window: `edits` that could not be written, or only `forms` nobody saved; `null`: nothing. */
export async function unsavedWork(session: Session): Promise<'edits' | 'forms' | null> {
  // An edit of nothing waits for all that were asked for before it.
  await session.commit({ action: 'closing', detail: {} }, () => []);
  const { problem, broken } = saving.getState();
  if (problem !== null || broken || hasUnsavedText()) return 'edits';
  return countUnsavedForms() === 0 ? null : 'forms';
}
