import { t } from '@lingui/core/macro';
import { notify } from '#state/notices.ts';
import { saving } from '#state/saving.ts';
import { isStorageFailure } from '#storage/storage-failure.ts';

/** Tell of every error that nobody answered: what the analyst asked for did not happen, and must not seem to have. */
export function watchForFailures(): void {
  window.addEventListener('unhandledrejection', ({ reason }) => reportFailure(reason));
  window.addEventListener('error', ({ error }) => {
    // Without an error it is the browser's own remark, such as that on resize observers.
    if (error) reportFailure(error);
  });
}

/** Put the banner up when it is the working copy that failed. Answers whether it was. */
export function noteStorageFailure(error: unknown): boolean {
  if (!isStorageFailure(error)) return false;
  saving.setState({ broken: true });
  return true;
}

function reportFailure(error: unknown): void {
  const isStopped = error instanceof Error && error.name === 'AbortError';
  if (isStopped || noteStorageFailure(error)) return;
  const message = error instanceof Error ? error.message : String(error);
  notify({ kind: 'danger', text: t`That did not work: ${message}. What was saved is safe.` });
}
