import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { unsavedForms } from './unsaved-words.ts';
import { unsavedWork } from './unsaved-work.ts';

/** Let the window go only once all that was in its boxes and forms is kept, or the analyst gives up what is not. */
export function useClosing(): void {
  const { t } = useLingui();
  const session = useSession();
  useEffect(() => {
    const answer = async () => {
      const unsaved = await unsavedWork(session);
      const mayClose = unsaved === null;
      if (!mayClose)
        notify({
          kind: 'danger',
          topic: 'closing',
          text:
            unsaved === 'forms'
              ? t`The window stays open, for this is not saved: ${unsavedForms()}. Save or discard it, or close all the same, and what is typed there is lost.`
              : t`Something could not be saved, so the window stays open. Close it all the same, and what is not saved is lost.`,
          action: {
            label: t`Close all the same`,
            run: () => void desktop().answerClosing({ mayClose: true }),
          },
        });
      await desktop().answerClosing({ mayClose });
    };
    // The boxes hear the same event and commit what they hold; an edit of nothing after them waits for them all.
    return desktop().on('closing', () => void setTimeout(answer, 0));
  }, [session, t]);
}
