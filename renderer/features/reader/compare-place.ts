import type { Comparison, Side } from '#core/compare/compare-texts.ts';
import { across } from '#core/compare/compare-texts.ts';
import type { SentencePair } from '#core/compare/match-sentences.ts';
import { sentenceAt } from '#core/compare/sentences.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { TextRanges } from './text-ranges.ts';

/** One side as it is drawn. */
export type PaneView = {
  readonly ranges: TextRanges;
  readonly scroller: HTMLElement;
  readonly body: HTMLElement;
  /** Unfold what hides a passage. */
  readonly unfold: (span: TextSpan) => void;
};

/** Both sides; `null` while one is not drawn. */
export type PaneViews = { [At in Side]: PaneView | null };

/** Where on the screen sentences are kept level: a third of the view from its top. */
const level = 1 / 3;

/** Bring a passage to the level line. Twice more, as paragraphs get their true heights only when they are seen. */
export function bringToLevel(view: PaneView, span: TextSpan): void {
  view.unfold(span);
  const move = () => {
    const box = boxOf(view, span);
    if (box === null) return;
    view.scroller.scrollTop += box.top - levelOf(view);
  };
  move();
  requestAnimationFrame(() => {
    move();
    requestAnimationFrame(move);
  });
}

/** Scroll the other side so that what matches there stands level with what stands at the level line here. */
export function scrollAlong(views: PaneViews, comparison: Comparison, driver: Side): void {
  const [here, there] = [views[driver], views[across(driver)]];
  if (here === null || there === null) return;
  const line = levelOf(here);
  const ordered = comparison.pairs.filter(({ isMoved }) => !isMoved);
  const offset = offsetAt(here, line);
  if (offset === null || ordered.length === 0) {
    scrollInProportion(here.scroller, there.scroller);
    return;
  }
  const at = sentenceAt(comparison[driver], offset);
  const before = ordered.findLast((pair) => pair[driver] <= at) ?? null;
  const after = ordered.find((pair) => pair[driver] > at) ?? null;
  const from = before === null ? null : tops(views, comparison, before);
  const to = after === null ? null : tops(views, comparison, after);
  const target = targetOf(line, { from, to, driver });
  if (target !== null) there.scroller.scrollTop += target - levelOf(there);
}

type Tops = { readonly [At in Side]: number };

/** Which height over there belongs to `line` here, between the nearest matches above and below it. */
function targetOf(
  line: number,
  { from, to, driver }: { readonly from: Tops | null; readonly to: Tops | null; readonly driver: Side },
): number | null {
  const other = across(driver);
  const nearest = from ?? to;
  if (nearest === null) return null;
  if (from === null || to === null || to[driver] <= from[driver])
    return nearest[other] + (line - nearest[driver]);
  const part = (line - from[driver]) / (to[driver] - from[driver]);
  return from[other] + Math.min(1, Math.max(0, part)) * (to[other] - from[other]);
}

function tops(views: PaneViews, comparison: Comparison, pair: SentencePair): Tops | null {
  const left = topOf(views.left, comparison.left[pair.left]);
  const right = topOf(views.right, comparison.right[pair.right]);
  return left === null || right === null ? null : { left, right };
}

function topOf(view: PaneView | null, span: TextSpan | undefined): number | null {
  return view === null || span === undefined ? null : (boxOf(view, span)?.top ?? null);
}

/** Where a passage is drawn; `null` while it is folded away. */
export function boxOf({ ranges }: PaneView, { start, end }: TextSpan): DOMRect | null {
  const box = ranges.toRange({ start, end })?.getBoundingClientRect();
  return box === undefined || (box.height === 0 && box.width === 0) ? null : box;
}

function levelOf({ scroller }: PaneView): number {
  const { top, height } = scroller.getBoundingClientRect();
  return top + height * level;
}

/** The offset of the text drawn at a height of the window; `null` where none is. */
function offsetAt({ scroller, body, ranges }: PaneView, y: number): number | null {
  const { left, width } = body.getBoundingClientRect();
  const { bottom } = scroller.getBoundingClientRect();
  for (const down of [0, 12, 24, 36]) {
    if (y + down > bottom) return null;
    const caret = document.caretPositionFromPoint(left + width / 2, y + down);
    if (caret !== null && body.contains(caret.offsetNode))
      return ranges.offsetOf(caret.offsetNode, caret.offset);
  }
  return null;
}

function scrollInProportion(from: HTMLElement, to: HTMLElement): void {
  const part = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight);
  to.scrollTop = part * (to.scrollHeight - to.clientHeight);
}
