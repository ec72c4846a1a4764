import type { Highlight } from '#core/annotations/highlight.ts';
import { nextInStack, stackAt } from '#core/annotations/stack-at.ts';
import { nextStart, type TextUnit, unitAt } from '#core/reader/text-units.ts';
import { openHighlight } from '#state/workspace.ts';
import { caretPlace, placeInView, selectBetween, shownParagraphs, type TextPlace } from './move-caret.ts';
import type { ReaderParts } from './reader-deeds.ts';

/** The offset of the caret in the text; `null` when it is elsewhere. */
export function caretOffset({ body, ranges }: Pick<ReaderParts, 'body' | 'ranges'>): number | null {
  const selection = getSelection();
  const node = selection?.focusNode ?? null;
  if (ranges === null || node === null || !body.current?.contains(node)) return null;
  return ranges.offsetOf(node, selection?.focusOffset ?? 0);
}

/** Select the word, sentence or paragraph at the caret; with something selected, the next one too. */
export function selectUnit(parts: ReaderParts, unit: TextUnit): boolean {
  const page = pageOf(parts);
  const selection = getSelection();
  if (page === null || selection === null) return false;
  if (caretPlace(selection, page.body) === null) placeInView(selection, page.body, page.scroller);
  const range = selection.rangeCount === 0 ? null : selection.getRangeAt(0);
  const caret = caretPlace(selection, page.body);
  if (range === null || caret === null) return false;
  if (range.collapsed) {
    const span = unitAt(caret.node.data, caret.offset, unit);
    if (span === null) return false;
    selectBetween({ ...caret, offset: span.start }, { ...caret, offset: span.end }, page);
    return true;
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!(startContainer instanceof Text) || !(endContainer instanceof Text)) return false;
  const end = endOfNext({ node: endContainer, offset: endOffset }, unit, page.body);
  selectBetween({ node: startContainer, offset: startOffset }, end, page);
  return true;
}

/** Select the word at the caret and take it over as what is to be marked. */
export function takeWord(parts: ReaderParts): boolean {
  const { marking, ranges, body } = parts;
  const caret = body.current === null ? null : caretPlace(getSelection(), body.current);
  if (caret === null || ranges === null || getSelection()?.isCollapsed === false) return false;
  const word = unitAt(caret.node.data, caret.offset, 'word');
  if (word === null || word.start > caret.offset || word.end < caret.offset) return false;
  return selectUnit(parts, 'word') && marking.select(ranges.selectedSpan(getSelection()));
}

/** Go to the next (1) or previous (-1) highlight in the text, choose it and put the caret at its start. */
export function stepHighlight(parts: ReaderParts, by: 1 | -1): boolean {
  const { marking, ranges } = parts;
  const next = highlightBeyond(marking.highlights, {
    caret: caretOffset(parts),
    chosen: marking.chosen,
    by,
  });
  if (next === undefined || ranges === null) return false;
  const { start } = next.anchor;
  const page = pageOf(parts);
  const range = ranges.toRange(next.anchor);
  if (page !== null && range?.startContainer instanceof Text) {
    const place = { node: range.startContainer, offset: range.startOffset };
    selectBetween(place, place, page);
  }
  marking.chooseAloud(next);
  openHighlight(next.anchor.articleId, next.id, { start, end: next.anchor.end });
  return true;
}

/** Put the caret at an offset of the text. */
export function caretTo(parts: ReaderParts, offset: number): void {
  const page = pageOf(parts);
  const range = parts.ranges?.toRange({ start: Math.max(0, offset - 1), end: offset });
  if (page === null || !(range?.endContainer instanceof Text)) return;
  const place = { node: range.endContainer, offset: range.endOffset };
  selectBetween(place, place, page);
}

/** Choose the highlight at the caret, and again the next one underneath. */
export function chooseAtCaret(parts: ReaderParts): boolean {
  const { marking } = parts;
  const caret = caretOffset(parts);
  const stack = caret === null ? [] : stackAt(marking.highlights, caret);
  const next = nextInStack(stack, marking.chosen?.id ?? null);
  if (next !== null) marking.chooseAloud(next);
  return next !== null;
}

/** Whether the caret touches the chosen highlight, or is nowhere in the text. */
export function isAtChosen(parts: ReaderParts): boolean {
  const { chosen } = parts.marking;
  const caret = caretOffset(parts);
  if (chosen === null || caret === null) return chosen !== null;
  return chosen.anchor.start <= caret && caret <= chosen.anchor.end;
}

type Standpoint = { readonly caret: number | null; readonly chosen: Highlight | null; readonly by: 1 | -1 };

/** `highlights` are in the order of the text; the chosen one, while the caret stands at its start, is where one is. */
function highlightBeyond(
  highlights: readonly Highlight[],
  { caret, chosen, by }: Standpoint,
): Highlight | undefined {
  const at = chosen === null ? -1 : highlights.findIndex(({ id }) => id === chosen.id);
  const isThere = at !== -1 && (caret === null || caret === chosen?.anchor.start);
  if (isThere) return highlights[at + by];
  const from = caret ?? -1;
  return by === 1
    ? highlights.find(({ anchor }) => anchor.start >= from)
    : highlights.findLast(({ anchor }) => anchor.start < from);
}

function endOfNext(from: TextPlace, unit: TextUnit, body: HTMLElement): TextPlace {
  const here = unitAt(from.node.data, from.offset, unit);
  if (here !== null && here.end > from.offset) return { node: from.node, offset: here.end };
  const start = nextStart(from.node.data, from.offset, unit);
  if (start !== null)
    return { node: from.node, offset: unitAt(from.node.data, start, unit)?.end ?? from.node.length };
  const paragraphs = shownParagraphs(body);
  const following = paragraphs[paragraphs.indexOf(from.node) + 1];
  if (following === undefined) return { node: from.node, offset: from.node.length };
  return { node: following, offset: unitAt(following.data, 0, unit)?.end ?? following.length };
}

function pageOf({ body, scroller }: ReaderParts) {
  const text = body.current;
  const view = scroller.current;
  return text === null || view === null ? null : { body: text, scroller: view };
}
