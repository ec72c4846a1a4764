import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { type Notice, notify } from '#ui/notices.ts';
import type { Opening } from './open-session.ts';

type Told = Pick<Notice, 'kind' | 'text'>;

/** Tell, once, what had to be put right while opening: never silently. */
export function useOpeningNotices({ opened, copy }: Opening): void {
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    for (const notice of [...journalNotices(opened), ...copyNotices(copy)]) notify(notice);
  }, [opened, copy]);
}

function journalNotices({ notices }: Opening['opened']): Told[] {
  return notices.flatMap((notice) =>
    notice.kind === 'torn-tail'
      ? {
          kind: 'warn',
          text: t`The program had stopped while writing: ${notice.bytes} bytes of an edit that was never shown as saved are set aside.`,
        }
      : [],
  );
}

function copyNotices({ rebuilt, replayed, lostTexts }: Opening['copy']): Told[] {
  const told: Told[] = [];
  if (rebuilt === 'damaged')
    told.push({
      kind: 'warn',
      text: t`The working copy was damaged. It was rebuilt from the journal: ${replayed} edits, nothing lost.`,
    });
  else if (rebuilt !== null)
    told.push({
      kind: 'warn',
      text: t`The working copy was rebuilt from the journal: ${replayed} edits, nothing lost.`,
    });
  else if (replayed > 0)
    told.push({
      kind: 'warn',
      text: t`The working copy lacked ${replayed} edits; they were taken from the journal.`,
    });
  if (lostTexts.length > 0)
    told.push({
      kind: 'danger',
      text: t`${lostTexts.length} article texts are missing or damaged in the workspace folder. Import those files again to read them.`,
    });
  return told;
}
