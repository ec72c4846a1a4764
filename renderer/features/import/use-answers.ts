import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { type AnswerDraft, draftOf, noAnswers } from '#core/library/edit-batches.ts';
import { useSession } from '#state/session.ts';
import { lastAnsweredBatch } from '#storage/batches.ts';

/** The boxes for the questions of a batch, filled in as in the last one. */
export type Answers = {
  readonly draft: AnswerDraft;
  readonly setDraft: (draft: AnswerDraft) => void;
  /** When the import began whose answers stand in the boxes; `null`: nobody's. */
  readonly takenFrom: string | null;
  readonly clear: () => void;
};

const empty = draftOf(noAnswers);

/** Ask where files come from; what was answered last stands in the boxes until something else is written. */
export function useAnswers(): Answers {
  const { db } = useSession();
  const last = useLiveQuery(() => lastAnsweredBatch(db), [db]);
  const [own, setOwn] = useState<AnswerDraft | null>(null);
  // A note is about one batch.
  const remembered = last ? { ...draftOf(last), note: '' } : empty;
  return {
    draft: own ?? remembered,
    setDraft: setOwn,
    takenFrom: own === null && last ? last.at : null,
    clear: () => setOwn(empty),
  };
}
