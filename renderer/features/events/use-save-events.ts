import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Event } from '#core/events/event.ts';
import { eventsToAcled } from '#core/events/events-to-acled.ts';
import { toCsv } from '#core/exchange/csv.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { findArticles } from '#storage/articles.ts';

/** A function that saves events in ACLED's columns where the analyst chooses, and tells what came of it. */
export function useSaveEvents(): (events: readonly Event[]) => Promise<void> {
  const { t } = useLingui();
  const { db, workspace } = useSession();
  return async (events) => {
    const wanted = new Set(events.flatMap(({ passages }) => passages.map(({ articleId }) => articleId)));
    const articles = new Map((await findArticles(db, wanted)).map((article) => [article.id, article]));
    const answer = await desktop().saveFile({
      suggestedName: `${workspace.name} - ${t`events`}`,
      kind: 'csv',
      content: toCsv(eventsToAcled(events, articles)),
    });
    if (answer === null) return;
    const count = plural(events.length, { one: '# event', other: '# events' });
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${count} to ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  };
}
