import type { ArticleId } from '#core/ids.ts';
import type { FactColumns } from './fact-columns.ts';

/** The number of each slot's text; 0: no other article is known to have it. */
export type TextNumbers = Uint32Array;

/**
 * Number the texts that several articles have; `null` when there is none. Only the other articles of a group name it:
 * its first one, after which it is named, is found by `slotOf` (-1: not in the index).
 */
export function numberTexts(
  { groups, group }: FactColumns,
  slotOf: (id: ArticleId) => number,
): TextNumbers | null {
  if (groups.values.length === 0) return null;
  const numbers = group.slice();
  for (const [at, first] of groups.values.entries()) {
    const slot = slotOf(first);
    if (slot !== -1 && numbers[slot] === 0) numbers[slot] = at + 1;
  }
  return numbers;
}

/** Slots in their order, put together by their texts; a text stands where its first slot stands. */
export function gatherTexts(slots: Iterable<number>, numbers: TextNumbers | null): number[][] {
  const texts: number[][] = [];
  const byNumber = new Map<number, number[]>();
  for (const slot of slots) {
    const number = numbers?.[slot] ?? 0;
    const there = number === 0 ? undefined : byNumber.get(number);
    if (there !== undefined) {
      there.push(slot);
      continue;
    }
    const text = [slot];
    texts.push(text);
    if (number !== 0) byNumber.set(number, text);
  }
  return texts;
}
