import { useEffect } from 'react';
import { desktop } from '#state/desktop.ts';
import { useSession } from '#state/session.ts';

/** Let the window go only once all that was in its boxes is kept. */
export function useClosing(): void {
  const session = useSession();
  useEffect(
    () =>
      desktop().on('closing', () => {
        // The boxes hear the same event and commit what they hold; an edit of nothing after them waits for them all.
        setTimeout(async () => {
          await session.commit({ action: 'closing', detail: {} }, () => []);
          await desktop().closeNow();
        }, 0);
      }),
    [session],
  );
}
