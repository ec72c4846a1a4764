import { plural, t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { type Notice, notify } from '#state/notices.ts';
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
          text: t`The program had stopped while writing: ${plural(notice.bytes, { one: '# byte', other: '# bytes' })} of an edit that was never shown as saved are set aside.`,
        }
      : [],
  );
}

function copyNotices({ rebuilt, replayed, lostTexts }: Opening['copy']): Told[] {
  const told: Told[] = [];
  if (rebuilt === 'damaged')
    told.push({
      kind: 'warn',
      text: t`The working copy was damaged. It was rebuilt from the journal: ${plural(replayed, { one: '# edit', other: '# edits' })}, nothing lost.`,
    });
  else if (rebuilt === 'differs')
    // So it is, too, after a damaged part of the journal was set aside: no promise about what that part held.
    told.push({
      kind: 'warn',
      text: t`The working copy differed from the journal. It was rebuilt from the journal: ${plural(replayed, { one: '# edit', other: '# edits' })}.`,
    });
  else if (rebuilt !== null)
    told.push({
      kind: 'warn',
      text: t`The working copy was rebuilt from the journal: ${plural(replayed, { one: '# edit', other: '# edits' })}, nothing lost.`,
    });
  else if (replayed > 0)
    told.push({
      kind: 'warn',
      text: t`The working copy lacked ${plural(replayed, { one: '# edit', other: '# edits' })}; they were taken from the journal.`,
    });
  if (lostTexts.length > 0)
    told.push({
      kind: 'danger',
      text: t`${plural(lostTexts.length, { one: '# article text is', other: '# article texts are' })} missing or damaged in the workspace folder. Import the files again to read them.`,
    });
  return told;
}
