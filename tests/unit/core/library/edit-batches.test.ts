import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import type { BatchId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import { answerBatch, draftOf, noAnswers, tidyAnswers } from '#core/library/edit-batches.ts';

const batch: Batch = {
  id: 'batch' as BatchId,
  at: '2026-11-21T10:00:00.000Z',
  utcOffsetMinutes: 60,
  program: '0.1.0',
  way: 'folder',
  ...noAnswers,
};

describe('the answers of a batch', () => {
  it('are unknown where a box is empty', () => {
    const draft = { ...draftOf(noAnswers), receivedFrom: '  A. Diallo \n', medium: '   ' };

    expect(tidyAnswers(draft)).toEqual({ ...noAnswers, receivedFrom: 'A. Diallo' });
  });

  it('come out of the boxes as they went in', () => {
    const text = fc.string({ maxLength: 50 });
    const boxes = fc.record({
      collectedBy: text,
      collectedAt: text,
      receivedFrom: text,
      medium: text,
      note: text,
    });

    fc.assert(
      fc.property(boxes, (draft) => {
        const answers = tidyAnswers(draft);
        expect(tidyAnswers(draftOf(answers))).toEqual(answers);
      }),
    );
  });

  it('may be stored whatever is typed', () => {
    const draft = {
      ...draftOf(noAnswers),
      note: `${'x'.repeat(1_999)}😀`,
      collectedBy: 'e\u0301'.repeat(3_000),
    };

    const [change] = answerBatch(batch, tidyAnswers(draft));

    expect(recordSchemas.batches.safeParse(change?.after).error).toBeUndefined();
    expect(JSON.stringify(change?.after)).not.toMatch(/\\ud83d/);
  });

  it('change the batch and nothing else of it, and only when they differ', () => {
    const answers = { ...noAnswers, medium: 'USB stick' };

    expect(answerBatch(batch, answers)).toEqual([
      { table: 'batches', id: batch.id, before: batch, after: { ...batch, medium: 'USB stick' } },
    ]);
    expect(answerBatch({ ...batch, ...answers }, answers)).toEqual([]);
  });
});
