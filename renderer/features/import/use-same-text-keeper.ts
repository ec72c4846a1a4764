import { useEffect } from 'react';
import type { Change } from '#core/history/change.ts';
import { useSession } from '#state/session.ts';
import { whenApplied } from '#storage/apply-changes.ts';
import { countUncompared } from '#storage/sketches.ts';
import { importDesk } from './import-desk.ts';
import { lookForSameTexts, stopLooking } from './same-text-desk.ts';

/** The window comes to rest first: what is looked for has time. */
const afterOpeningMs = 6_000;
const afterEditMs = 2_500;

/**
 * Keep the groups of the same text level with the workspace: articles of an older library or of a bundle, and those
 * whose words are others now, are compared with all others, a few at a time. To be used once, by the app.
 */
export function useSameTextKeeper(): void {
  const session = useSession();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), ms);
    };
    async function look(): Promise<void> {
      // What is imported is compared on its way.
      if (importDesk.getState().running !== null) return lookSoon(afterEditMs);
      if ((await countUncompared(session.db)) > 0) await lookForSameTexts(session, 'new');
    }
    const stopHearing = whenApplied(session.db, (changes) => {
      if (changes.some(changesWords)) lookSoon(afterEditMs);
    });
    lookSoon(afterOpeningMs);
    return () => {
      clearTimeout(timer);
      stopHearing();
      stopLooking();
    };
  }, [session]);
}

/** Whether there is an article, or words of one, that nothing was compared with. */
function changesWords({ table, before, after }: Change): boolean {
  if (table !== 'articles' || after === null) return false;
  return before === null || before.textSha256 !== after.textSha256 || before.noise !== after.noise;
}
