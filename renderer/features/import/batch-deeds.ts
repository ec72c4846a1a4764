import type { BatchId } from '#core/ids.ts';
import type { BatchAnswers } from '#core/import/batch.ts';
import { answerBatch } from '#core/library/edit-batches.ts';
import { takeBackBatch } from '#core/library/take-back-batch.ts';
import type { Session } from '#state/session.ts';
import { findBatch, readBatchContent } from '#storage/batches.ts';

/** Correct where a batch comes from. Answers whether it was kept. */
export async function commitAnswers(session: Session, id: BatchId, answers: BatchAnswers): Promise<boolean> {
  const at = (await findBatch(session.db, id))?.at ?? '';
  const outcome = await session.commit({ action: 'batch.answer', detail: { at } }, async () => {
    const batch = await findBatch(session.db, id);
    return batch === null ? [] : answerBatch(batch, answers);
  });
  return outcome.ok;
}

/** Take back all that a batch brought, as one step of undo. Answers whether it was kept. */
export async function commitTakeBack(session: Session, id: BatchId): Promise<boolean> {
  const { batch, articles, activity } = await readBatchContent(session.db, id);
  const at = batch?.at ?? activity[0]?.at ?? '';
  const detail = { count: articles.length, at };
  const outcome = await session.commit({ action: 'batch.take-back', detail }, async () =>
    takeBackBatch(await readBatchContent(session.db, id)),
  );
  return outcome.ok;
}
