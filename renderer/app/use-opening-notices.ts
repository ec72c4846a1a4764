import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { notify } from '#ui/notices.ts';
import type { Opening } from './open-session.ts';

/** Tell, once, what had to be put right while opening: never silently. */
export function useOpeningNotices({ opened, copy }: Opening): void {
  const { t } = useLingui();
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    for (const notice of opened.notices) {
      if (notice.kind === 'torn-tail')
        notify({
          kind: 'warn',
          text: t`The program had stopped while writing: ${notice.bytes} bytes of an edit that was never shown as saved are set aside.`,
        });
    }
    if (copy.rebuilt === 'damaged')
      notify({
        kind: 'warn',
        text: t`The working copy was damaged. It was rebuilt from the journal: ${copy.replayed} edits, nothing lost.`,
      });
    if (copy.rebuilt === 'missing' || copy.rebuilt === 'differs')
      notify({
        kind: 'good',
        text: t`The working copy was rebuilt from the journal: ${copy.replayed} edits, nothing lost.`,
      });
    if (copy.lostTexts.length > 0)
      notify({
        kind: 'danger',
        text: t`${copy.lostTexts.length} article texts are missing or damaged in the workspace folder. Import those files again to read them.`,
      });
  }, [opened, copy, t]);
}
