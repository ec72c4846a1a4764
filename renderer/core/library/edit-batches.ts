import { type Change, replacement } from '#core/history/change.ts';
import type { Batch, BatchAnswers } from '#core/import/batch.ts';

/** What stands in the boxes of a batch's questions; an empty one means unknown. */
export type AnswerDraft = Readonly<Record<keyof BatchAnswers, string>>;

/** In UTF-16 units, of each answer. */
export const maxAnswerLength = 2_000;

/** The answers in the order they are asked for. */
export const answerNames = ['collectedBy', 'collectedAt', 'receivedFrom', 'medium', 'note'] as const;

/** Nothing is known of where a batch comes from. */
export const noAnswers: BatchAnswers = {
  collectedBy: null,
  collectedAt: null,
  receivedFrom: null,
  medium: null,
  note: '',
};

/** The answers of a batch and nothing else of it. */
export function answersOf(answers: BatchAnswers): BatchAnswers {
  const { collectedBy, collectedAt, receivedFrom, medium, note } = answers;
  return { collectedBy, collectedAt, receivedFrom, medium, note };
}

/** The answers as the boxes show them. */
export function draftOf(answers: BatchAnswers): AnswerDraft {
  const { collectedBy, collectedAt, receivedFrom, medium, note } = answers;
  return {
    collectedBy: collectedBy ?? '',
    collectedAt: collectedAt ?? '',
    receivedFrom: receivedFrom ?? '',
    medium: medium ?? '',
    note,
  };
}

/** The answers as they are kept: without blanks around them, what is left empty as unknown. */
export function tidyAnswers(draft: AnswerDraft): BatchAnswers {
  const tidy = (text: string) => text.normalize('NFC').trim().slice(0, maxAnswerLength).toWellFormed();
  const known = (text: string) => tidy(text) || null;
  return {
    collectedBy: known(draft.collectedBy),
    collectedAt: known(draft.collectedAt),
    receivedFrom: known(draft.receivedFrom),
    medium: known(draft.medium),
    note: tidy(draft.note),
  };
}

/** Put other answers in the place of a batch's; nothing when they are the same. */
export function answerBatch(batch: Batch, answers: BatchAnswers): Change[] {
  if (answerNames.every((name) => batch[name] === answers[name])) return [];
  return [replacement('batches', batch, { ...batch, ...answersOf(answers) })];
}
