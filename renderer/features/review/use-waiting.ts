import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { type SuggestedPlace, suggestPlaces } from '#core/annotations/suggest-places.ts';
import { useSession } from '#state/session.ts';
import { listWaitingPassages, type WaitingPassage } from '#storage/waiting-passages.ts';
import { reasonOf, type WaitingReason } from './review-deeds.ts';

const none: readonly WaitingPassage[] = [];

/** The passages that wait for review, as they are now. */
export function useWaiting(): readonly WaitingPassage[] {
  const { db } = useSession();
  return useLiveQuery(() => listWaitingPassages(db), [db]) ?? none;
}

/** What can be told of a waiting passage in the text as it is. */
export type Examined = {
  readonly text: string;
  readonly reason: WaitingReason;
  readonly places: readonly SuggestedPlace[];
};

/** Look for a passage in its article's text; `null` while it is looked for, `'unreadable'` when the text is. */
export function useExamined(passage: WaitingPassage): Examined | 'unreadable' | null {
  const session = useSession();
  const [examined, setExamined] = useState<Examined | 'unreadable' | null>(null);
  const { record, article } = passage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a passage is another one when its anchor or text is.
  useEffect(() => {
    let isWanted = true;
    setExamined(null);
    session
      .readText(article)
      .then((text) => {
        if (!isWanted) return;
        setExamined({ text, reason: reasonOf(passage, text), places: suggestPlaces(record.anchor, text) });
      })
      .catch(() => {
        if (isWanted) setExamined('unreadable');
      });
    return () => {
      isWanted = false;
    };
  }, [session, record.id, record.anchor.textSha256, article.textSha256]);
  return examined;
}
