import type { HighlightId } from '#core/ids.ts';
import type { Highlight } from './highlight.ts';

/** The highlights that cover the character at `position`, the shortest first; of equal ones, the newest. */
export function stackAt(highlights: readonly Highlight[], position: number): Highlight[] {
  return highlights
    .filter(({ anchor }) => anchor.start <= position && position < anchor.end)
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.id > b.id ? -1 : 1));
}

/** The one of `stack` after the one chosen, going round; the first when none of them is chosen. */
export function nextInStack(stack: readonly Highlight[], chosen: HighlightId | null): Highlight | null {
  const at = stack.findIndex(({ id }) => id === chosen);
  return stack[(at + 1) % Math.max(1, stack.length)] ?? null;
}

function lengthOf({ anchor }: Highlight): number {
  return anchor.end - anchor.start;
}
