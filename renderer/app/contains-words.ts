import { fold } from '#core/text/fold.ts';

/** Whether every word typed is in what is offered, both folded. */
export function containsWords(offered: string, typed: string): boolean {
  const folded = fold(offered);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
