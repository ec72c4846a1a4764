import { announce } from '#state/notices.ts';
import type { DeedOutcome } from './highlight-deeds.ts';
import { rememberTag } from './recent-tags.ts';
import { useMarkWords } from './use-mark-words.ts';

/** Says what came of an edit that may be refused, and answers whether it went well. */
export function useSettle(complain: (problem: string) => void) {
  const words = useMarkWords();
  return (outcome: DeedOutcome, said: string): outcome is Extract<DeedOutcome, { ok: true }> => {
    if (!outcome.ok) {
      if (outcome.kind === 'refused') complain(words.refusal(outcome.refusal));
      return false;
    }
    if (outcome.tagId !== null) rememberTag(outcome.tagId);
    announce(said);
    return true;
  };
}
