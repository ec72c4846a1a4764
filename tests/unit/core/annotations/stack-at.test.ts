import { describe, expect, it } from 'vitest';
import { nextInStack, stackAt } from '#core/annotations/stack-at.ts';
import type { HighlightId } from '#core/ids.ts';
import { highlightOf } from './support.ts';

const text = 'Fighters of JNIM attacked the camp of Boulkessi at dawn.';
const long = highlightOf(text, { start: 0, end: 55 }, 'h-1');
const short = highlightOf(text, { start: 12, end: 16 }, 'h-2');
const newer = highlightOf(text, { start: 12, end: 16 }, 'h-3');
const apart = highlightOf(text, { start: 17, end: 25 }, 'h-4');
const all = [long, short, newer, apart];
const ids = (position: number) => stackAt(all, position).map(({ id }) => id);

describe('stackAt', () => {
  it('puts the shortest on top, of equal ones the newest', () => {
    expect(ids(12)).toEqual(['h-3', 'h-2', 'h-1']);
    expect(ids(15)).toEqual(['h-3', 'h-2', 'h-1']);
  });

  it('holds the first character of a highlight but not the one after its last', () => {
    expect(ids(16)).toEqual(['h-1']);
    expect(ids(17)).toEqual(['h-4', 'h-1']);
    expect(ids(55)).toEqual([]);
  });

  it('goes round, beginning at the top', () => {
    const stack = stackAt(all, 13);
    const seen: (string | undefined)[] = [];
    let chosen: HighlightId | null = 'h-4' as HighlightId;
    for (let turn = 0; turn < 4; turn++) {
      chosen = nextInStack(stack, chosen)?.id ?? null;
      seen.push(chosen ?? undefined);
    }
    expect(seen).toEqual(['h-3', 'h-2', 'h-1', 'h-3']);
    expect(nextInStack([], null)).toBeNull();
  });
});
